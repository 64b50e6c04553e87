"""Every text of a questionnaire in one walk, for every kind of question alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import BaseModel

from survey_engine.design.all_texts import texts_of, with_texts
from survey_engine.design.models import AgendaStep, Form, StepKind
from tests.factories import single
from tests.questions import QUESTIONS

KINDS = sorted(QUESTIONS)
FORMS = some.lists(
    some.sampled_from(KINDS).flatmap(lambda kind: QUESTIONS[kind]), min_size=1, max_size=4
).map(
    lambda questions: Form(
        questions=tuple(
            question.cleaned().model_copy(update={"id": f"q{number}"})
            for number, question in enumerate(questions)
        ),
        agenda=(AgendaStep(kind=StepKind.OPENING, title={"lv": "Ievads"}),),
    )
)


def texts_in(document: object) -> list[dict[str, str]]:
    """Every text found by looking at the document itself: a dictionary of strings is one."""
    if isinstance(document, dict):
        below = [text for value in document.values() for text in texts_in(value)]
        texts = bool(document) and all(isinstance(value, str) for value in document.values())
        return [document, *below] if texts else below
    return [text for value in document for text in texts_in(value)] if isinstance(document, list) else []


@settings(max_examples=60, deadline=None)
@given(FORMS)
def test_walk_finds_every_text_once_whatever_the_kind(form: Form) -> None:
    found = [text for text in texts_of(form) if text.texts]
    assert sorted(map(str, texts_in(form.model_dump(mode="json")))) == sorted(str(one.texts) for one in found)
    assert len({text.address for text in texts_of(form)}) == len(texts_of(form))


@settings(max_examples=60, deadline=None)
@given(FORMS)
def test_texts_put_back_give_the_same_form(form: Form) -> None:
    assert with_texts(form, {text.address: text.texts for text in texts_of(form)}) == form


@settings(max_examples=60, deadline=None)
@given(FORMS)
def test_every_text_can_be_replaced_and_nothing_else_changes(form: Form) -> None:
    fresh = {text.address: {"uk": text.address} for text in texts_of(form)}
    replaced = with_texts(form, fresh)
    assert {text.address: text.texts for text in texts_of(replaced)} == fresh
    back = with_texts(replaced, {text.address: text.texts for text in texts_of(form)})
    assert back == form


def test_addresses_name_questions_and_options_by_what_stays() -> None:
    form = Form(questions=(single("a", codes="xy"),))
    assert [text.address for text in texts_of(form)] == [
        "questions/a/text",
        "questions/a/help",
        "questions/a/options/x/label",
        "questions/a/options/y/label",
    ]


def test_address_that_nothing_has_is_refused() -> None:
    with pytest.raises(KeyError):
        with_texts(Form(), {"questions/a/text": {}})


class _Part(BaseModel):
    name: dict[str, str]


class _Nested(BaseModel):
    part: _Part
    parts: tuple[_Part, ...]


def test_walk_enters_what_is_nested_without_a_name_by_its_number() -> None:
    nested = _Nested(part=_Part(name={"lv": "a"}), parts=(_Part(name={"lv": "b"}), _Part(name={})))
    assert [text.address for text in texts_of(nested)] == ["part/name", "parts/1/name", "parts/2/name"]
    assert with_texts(nested, {"parts/2/name": {"lv": "c"}}).parts[1].name == {"lv": "c"}
