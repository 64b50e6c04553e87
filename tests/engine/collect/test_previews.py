"""Invented answers: fit every kind, are the same each time, and are seen as a room would see them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.collect.kinds import KINDS, check_answer
from survey_engine.collect.previews import PEOPLE, preview_screen, preview_visit
from survey_engine.collect.samples import sample_answers
from survey_engine.design.kinds import Number
from survey_engine.design.models import Form, Study
from tests.factories import GROUPS, NOON, open_text, ranking, single
from tests.questions import QUESTIONS

quickly = settings(max_examples=10, deadline=None)
STUDY = Study(title="Paraugs", groups=GROUPS, languages=["lv", "ru"], created_at=NOON)


@pytest.mark.parametrize("kind", KINDS)
@quickly
@given(data=some.data())
def test_invented_answer_fits_its_question_and_stays_the_same(kind: str, data: some.DataObject) -> None:
    question = data.draw(QUESTIONS[kind]).cleaned().model_copy(update={"id": "q"})
    answers = sample_answers(question, people=4)
    assert sample_answers(question, people=4) == answers
    assert [check_answer(question, one) for one in answers if not one.is_empty] == [
        one for one in answers if not one.is_empty
    ]


@pytest.mark.parametrize("kind", KINDS)
@quickly
@given(data=some.data())
def test_every_kind_can_be_looked_at_before_anybody_joins(kind: str, data: some.DataObject) -> None:
    question = data.draw(QUESTIONS[kind]).cleaned()
    form = Form(questions=(question,))
    screen = preview_screen(STUDY, form, question.id, language="lv", at=NOON)
    visit = preview_visit(STUDY, form, code="preview/q", language="lv", at=NOON, answered=True)
    assert screen is not None
    assert screen.step is not None
    assert [step.question for step in visit.steps] == [question]


def test_people_who_were_invented_answer_differently() -> None:
    answers = sample_answers(single(), people=PEOPLE)
    assert {one.codes for one in answers} == {("a",), ("b",), ("c",)}


def test_invented_words_speak_the_language_asked_for() -> None:
    said = {
        language: sample_answers(open_text(), people=1, language=language)[0].text
        for language in ("lv", "ru")
    }
    assert len(set(said.values())) == 2


def test_screen_counts_everybody_invented() -> None:
    screen = preview_screen(STUDY, Form(questions=(ranking(),)), "q-ranking", language="lv", at=NOON)
    assert screen is not None
    assert screen.summary is not None
    assert (screen.joined, screen.summary.people) == (PEOPLE, PEOPLE)


def test_question_that_is_gone_has_no_screen() -> None:
    assert preview_screen(STUDY, Form(), "q", language="lv", at=NOON) is None


@pytest.mark.parametrize(("least", "most"), [(None, None), (None, -7.0), (3.0, None), (2.0, 2.0)])
def test_invented_numbers_keep_to_the_range(least: float | None, most: float | None) -> None:
    question = Number(id="q", text={"lv": "Cik?"}, least=least, most=most)
    assert all(len(one.codes) == 1 for one in sample_answers(question, people=PEOPLE))
