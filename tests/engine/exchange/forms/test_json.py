"""Balsis's own JSON and its published schema; SurveyJS, which goes out only."""

import json
from typing import Any

import pytest

from survey_engine.design.kinds import Information, MultipleChoice, Option, Scale
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Outgoing, Why
from survey_engine.exchange.forms.formats import read_form, write_form
from survey_engine.exchange.forms.own_json import SCHEMA, QuestionnaireFile, read_own_json
from tests.engine.exchange.forms.made_up import LANGUAGES, one_of_each


def own(**changes: object) -> bytes:
    whole = json.loads(write_form(Outgoing(one_of_each(), "Anketa", LANGUAGES), "a.json").content)
    return json.dumps(whole | changes).encode()


def surveyjs(*questions: Any) -> list[dict[str, Any]]:
    outgoing = Outgoing(Form(questions=questions), "Anketa", ("lv", "en"))
    whole = json.loads(write_form(outgoing, "a.surveyjs.json").content)
    assert (whole["title"], whole["locale"], len(whole["pages"])) == ("Anketa", "lv", 1)
    return whole["pages"][0]["elements"]


def test_published_schema_describes_what_is_written() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert set(json.loads(own())) <= set(published["properties"])


def test_file_that_is_written_fits_the_models() -> None:
    written = QuestionnaireFile.model_validate_json(own())

    assert [question.kind for question in written.questions] == [one.kind for one in one_of_each().questions]


def test_questions_that_cannot_be_kept_are_listed_by_their_number() -> None:
    questions = [
        {"kind": "hologramma", "key": "h"},
        {"kind": "scale", "key": "s", "points": 40},
        "nekas",
        {"kind": "open", "key": "o", "text": {"lv": "Kas?"}},
    ]
    carried = read_own_json("a.json", own(questions=questions, owner="Anna"))

    assert [one.key for one in carried.form.questions] == ["o"]
    assert [(one.row, one.name, one.reason) for one in carried.not_carried] == [
        (0, "owner", Why.SETTING),
        (1, "h", Why.KIND),
        (2, "s", Why.UNFIT),
        (3, "", Why.KIND),
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"pages": []}', Problem.FILE_KIND),
        (own(version=2), Problem.FILE_BROKEN),
        (own(questions={}), Problem.FILE_BROKEN),
        (b"[" * 100_000, Problem.FILE_BROKEN),
    ],
)
def test_other_json_is_refused(content: bytes, problem: Problem) -> None:
    with pytest.raises(EngineError) as refused:
        read_own_json("a.json", content)
    assert refused.value.problem is problem


def test_surveyjs_is_refused_on_the_way_in() -> None:
    with pytest.raises(EngineError) as refused:
        read_form("a.surveyjs.json", b"{}")
    assert refused.value.problem is Problem.FILE_KIND


def test_surveyjs_has_texts_by_language_with_a_default() -> None:
    option = Option(code="1", label={"en": "One"})
    question = MultipleChoice(key="q", text={"lv": "Kas?", "en": "What?"}, options=(option,), least=1, most=2)

    assert surveyjs(question) == [
        {
            "type": "checkbox",
            "name": "q",
            "title": {"default": "Kas?", "lv": "Kas?", "en": "What?"},
            "choices": [{"value": "1", "text": {"default": "One", "en": "One"}}],
            "minSelectedChoices": 1,
            "maxSelectedChoices": 2,
        }
    ]


def test_surveyjs_offers_the_way_out_of_a_scale() -> None:
    (element,) = surveyjs(Scale(key="q", text={"lv": "Cik?"}, points=2, low={"lv": "Maz"}, required=True))

    assert (element["type"], element["isRequired"]) == ("rating", True)
    assert element["minRateDescription"] == {"default": "Maz", "lv": "Maz"}
    assert [one if isinstance(one, int) else one["value"] for one in element["rateValues"]] == [
        1,
        2,
        "cant_say",
    ]


def test_surveyjs_shows_information_without_running_what_is_in_it() -> None:
    (element,) = surveyjs(Information(key="q", text={"lv": "<b>"}, help={"lv": "a\nb"}))

    assert element == {
        "type": "html",
        "name": "q",
        "html": {"default": "<h4>&lt;b&gt;</h4><p>a</p><p>b</p>", "lv": "<h4>&lt;b&gt;</h4><p>a</p><p>b</p>"},
    }
