"""Texts for translators: how complete a language is, where a text stands, and what may be written."""

import pytest
from hypothesis import given, settings

from survey_engine.design.all_texts import texts_of
from survey_engine.design.models import AgendaStep, Form, StepKind, Study
from survey_engine.design.translating import (
    Completeness,
    completeness,
    say_places,
    translated,
    wordings_of,
    written_texts,
)
from survey_engine.errors import EngineError, Problem
from tests.engine.design.test_all_texts import FORMS
from tests.factories import GROUPS, NOON, open_text, single

STUDY = Study(title="Pētījums", consent={"lv": "Piekrītu"}, groups=GROUPS, created_at=NOON)
STEP = AgendaStep(id="s", kind=StepKind.OPENING, title={"lv": "Ievads"})
FORM = Form(questions=(open_text("a"), single("b", codes="xy")), agenda=(STEP,))
ALL = wordings_of(STUDY, FORM)


def fault(texts: dict[str, dict[str, str]]) -> Problem:
    with pytest.raises(EngineError) as caught:
        translated(ALL, texts)
    return caught.value.problem


def test_language_is_as_complete_as_its_texts_are_written() -> None:
    # The consent, two groups, two questions, two options, one step: the options and groups are in three languages.
    assert completeness(written_texts(ALL), ["lv", "ru", "uk"]) == (
        Completeness("lv", 8, 8),
        Completeness("ru", 4, 8),
        Completeness("uk", 0, 8),
    )


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("study/consent", "What they consent to"),
        ("study/groups/council/label", "Group 2"),
        ("form/questions/a/text", "Question 1"),
        ("form/questions/a/help", "Question 1, explanation"),
        ("form/questions/b/options/y/label", "Question 2, option 2"),
        ("form/agenda/s/title", "Agenda, step 1"),
    ],
)
def test_place_of_a_text_is_said_in_words(address: str, place: str) -> None:
    assert say_places(ALL, str)[address] == place


def test_text_is_added_beside_those_in_other_languages() -> None:
    written = translated(ALL, {"form/questions/a/text": {"uk": " Що? "}})
    assert written.form.questions[0].text == {"lv": "Kas traucē sadarboties?", "uk": "Що?"}


def test_empty_text_takes_a_translation_out() -> None:
    written = translated(ALL, {"form/questions/b/options/x/label": {"ru": ""}})
    assert sorted(written.form.questions[1].label("x")) == ["en", "lv"]


def test_text_that_nothing_has_is_refused() -> None:
    assert fault({"form/questions/gone/text": {"lv": "Kas?"}}) == Problem.NOT_FOUND


def test_text_that_is_too_long_is_refused() -> None:
    assert fault({"form/questions/b/options/x/label": {"lv": "a" * 301}}) == Problem.ENTRY_TOO_LONG


def test_group_that_would_be_called_like_another_is_refused() -> None:
    assert fault({"study/groups/ngo/label": {"lv": "Dome un darbinieki"}}) == Problem.GROUPS_SAME


def test_language_that_nobody_knows_is_refused() -> None:
    assert fault({"study/consent": {"xx-yy-zz": "?"}}) == Problem.LANGUAGE_UNKNOWN


@settings(max_examples=40, deadline=None)
@given(FORMS)
def test_any_questionnaire_can_be_translated_whole_and_loses_nothing(form: Form) -> None:
    wordings = wordings_of(STUDY, form)
    # Names of points stand one a line, as many as there are.
    fresh = {one.address: {"uk": one.texts["lv"]} for one in written_texts(wordings)}
    written = translated(wordings, fresh)
    assert completeness(written_texts(written), ["uk"])[0].written == len(fresh)
    before = {one.address: one.texts for one in texts_of(wordings)}
    assert all(
        {code: text for code, text in one.texts.items() if code != "uk"} == before[one.address]
        for one in texts_of(written)
    )
