"""Laws of every kind: what the editor can make can be stored, answered, summarised and exported."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.collect.kinds import KINDS, check_answer, summarise
from survey_engine.collect.kinds.base import people_in, value_of
from survey_engine.collect.models import Answer, Mode, Session
from survey_engine.design.kinds import Question
from survey_engine.design.models import Form, QuestionnaireVersion, Study
from survey_engine.exchange.answers_out import BETWEEN, tables_of
from survey_engine.exchange.study_answers import OutAnswer, OutPerson, StudyAnswers
from tests.factories import NOON
from tests.questions import ANSWERS, QUESTIONS

EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
quickly = settings(max_examples=25, deadline=None)


def answered(data: some.DataObject, kind: str) -> tuple[Question, list[Answer]]:
    question = data.draw(QUESTIONS[kind]).cleaned()
    values = data.draw(some.lists(ANSWERS[kind](question), max_size=6))
    checked = [check_answer(question, value) for value in values]
    return question, [
        Answer(
            session_id="s",
            participant_id=f"p{number}",
            question_id=question.id,
            codes=list(value.codes),
            text=value.text,
            said_at=NOON + timedelta(seconds=number),
        )
        for number, value in enumerate(checked)
    ]


def exported(question: Question, answers: list[Answer]) -> StudyAnswers:
    form = Form(questions=(question,)).model_dump(mode="json")
    version = QuestionnaireVersion(
        id="v", questionnaire_id="q", study_id="t", number=1, title="", form=form, published_at=NOON,
        published_by="",
    )  # fmt: skip
    session = Session(id="s", study_id="t", version_id="v", mode=Mode.SURVEY, title="S", created_at=NOON)
    return StudyAnswers(
        study=Study(id="t", title="Paraugs", created_at=NOON),
        sessions=(session,),
        versions=(version,),
        people=[OutPerson(a.participant_id, "s", n, None, "lv", NOON) for n, a in enumerate(answers, 1)],
        answers=[
            OutAnswer(
                a.id, "s", a.participant_id, question.id, "", 0, tuple(a.codes), a.text, None, None,
                "participant", a.said_at,
            )
            for a in answers
        ],
    )  # fmt: skip


@EVERY_KIND
@quickly
@given(data=some.data())
def test_question_is_the_same_after_it_was_stored(kind: str, data: some.DataObject) -> None:
    question = data.draw(QUESTIONS[kind]).cleaned()
    assert Form.model_validate(Form(questions=(question,)).model_dump(mode="json")).questions == (question,)
    assert question.cleaned() == question


@EVERY_KIND
@quickly
@given(data=some.data())
def test_stored_answer_is_accepted_as_it_stands(kind: str, data: some.DataObject) -> None:
    question, answers = answered(data, kind)
    for answer in answers:
        value = value_of(answer)
        assert check_answer(question, value) == value


@EVERY_KIND
@quickly
@given(data=some.data())
def test_summary_counts_each_person_who_said_something(kind: str, data: some.DataObject) -> None:
    question, answers = answered(data, kind)
    said = [answer for answer in answers if answer.codes or (answer.text or "").strip()]
    assert summarise(question, answers).people == people_in(said)


@EVERY_KIND
@quickly
@given(data=some.data())
def test_counts_of_a_database_give_the_same_summary(kind: str, data: some.DataObject) -> None:
    question, answers = answered(data, kind)
    of_counts = KINDS[kind].of_counts
    if of_counts is None:
        return
    by_code = {code: sum(code in a.codes for a in answers) for a in answers for code in a.codes}
    counted = of_counts(question, by_code, sum(bool(a.codes) for a in answers))
    summary = summarise(question, answers)
    assert counted == (replace(summary, others=()) if hasattr(summary, "others") else summary)


@EVERY_KIND
@quickly
@given(data=some.data())
def test_answers_are_exported_whole_and_explained(kind: str, data: some.DataObject) -> None:
    question, answers = answered(data, kind)
    long, wide, codebook = tables_of(exported(question, answers), "lv")
    rows = [dict(zip(long.columns, row, strict=True)) for row in long.rows]
    assert ["" if row["codes"] is None else str(row["codes"]) for row in rows] == [
        BETWEEN.join(answer.codes) for answer in answers
    ]
    assert [row["text"] for row in rows] == [answer.text for answer in answers]
    assert len(set(wide.columns)) == len(wide.columns)
    assert all(len(row) == len(wide.columns) for row in wide.rows)
    explained = {row[1] for row in codebook.rows if row[0] == "answers_wide"}
    assert explained == set(wide.columns)
