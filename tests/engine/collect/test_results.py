"""Results: counted by the database as the stages would count them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlmodel import select

from survey_engine.collect.findings import Wanted
from survey_engine.collect.kinds import summarise
from survey_engine.collect.models import Answer
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests import factories as make

QUESTIONS = (make.single(), make.multiple(), make.scale(), make.statement(), make.open_text(), make.words())


@pytest.fixture
def session(bench: Workbench):
    study = make.make_study(bench)
    return make.make_session(bench, study, make.make_version(bench, study, *QUESTIONS))


def stored_answers(bench: Workbench) -> list[Answer]:
    with bench.database.reading() as transaction:
        return [Answer.model_validate(row) for row in transaction.exec(select(AnswerRow))]


def test_choices_are_counted_by_people(bench: Workbench, session) -> None:
    for codes in (("a", "b"), ("b",), ()):
        make.make_answer(bench, make.make_participant(bench, session), make.multiple(), codes=codes)
    counts = bench.results.summary(session.id, "q-multiple")
    assert (counts.people, [(row.code, row.people) for row in counts.rows]) == (
        2,
        [("a", 1), ("b", 2), ("c", 0)],
    )


def test_changed_answer_counts_as_it_is_now(bench: Workbench, session) -> None:
    person = make.make_participant(bench, session)
    make.make_answer(bench, person, make.single(), codes=("a",), is_current=False)
    make.make_answer(bench, person, make.single(), codes=("b",))
    counts = bench.results.summary(session.id, "q-single")
    assert [(row.code, row.people) for row in counts.rows] == [("a", 0), ("b", 1), ("c", 0)]


def test_sessions_of_a_study_are_summed_up_together(bench: Workbench) -> None:
    study = make.make_study(bench)
    version = make.make_version(bench, study, *QUESTIONS)
    sessions = [make.make_session(bench, study, version, title=title) for title in ("Pirmā", "Otrā")]
    for session in sessions:
        make.make_answer(bench, make.make_participant(bench, session), make.single(), codes=("a",))
    counts = bench.results.summary([session.id for session in sessions], "q-single")
    assert [row.people for row in counts.rows] == [2, 0, 0]


def test_one_group_is_counted_alone(bench: Workbench, session) -> None:
    for group, code in (("ngo", "a"), ("council", "a"), ("council", "b")):
        make.make_answer(bench, make.make_participant(bench, session, group), make.single(), codes=(code,))
    counts = bench.results.summary(session.id, "q-single", group="council")
    assert (counts.people, [row.people for row in counts.rows]) == (2, [1, 1, 0])


def test_forms_of_a_latvian_word_are_counted_together(bench: Workbench, session) -> None:
    for text in ("uzticēšanās", "nauda\nuzticēšanos", "naudas", "naudu"):
        make.make_answer(bench, make.make_participant(bench, session), make.words(), text=text)
    counts = bench.results.summary(session.id, "q-words")
    assert [(row.lemma, row.people) for row in counts.rows] == [("nauda", 3), ("uzticēšanās", 2)]


def test_white_space_is_no_answer_in_the_database_either(bench: Workbench, session) -> None:
    make.make_answer(bench, make.make_participant(bench, session), make.open_text(), text=" \n\t\r\n")
    assert bench.results.summary(session.id, "q-open").people == 0


def test_unknown_question_is_not_found(bench: Workbench, session) -> None:
    with pytest.raises(EngineError) as caught:
        bench.results.summary(session.id, "x")
    assert caught.value.problem == Problem.NOT_FOUND


def test_answers_are_found_by_their_words_whatever_the_case(bench: Workbench, session) -> None:
    for text in ("ŠĶĒRŠĻI birokrātijā", "viss labi"):
        make.make_answer(bench, make.make_participant(bench, session), make.open_text(), text=text)
    found = bench.results.find(session.study_id, Wanted(text="šķēršļi"))
    assert [answer.answer.text for answer in found.answers] == ["ŠĶĒRŠĻI birokrātijā"]


def test_answers_are_found_by_group_notes_included(bench: Workbench, session) -> None:
    make.make_answer(
        bench, make.make_participant(bench, session, "council"), make.open_text(), text="no domes"
    )
    make.make_note(bench, session, "no NVO", "ngo")
    found = bench.results.find(session.study_id, Wanted(group_key="ngo"))
    assert [(a.answer.text, a.question, a.group_key) for a in found.answers] == [("no NVO", None, "ngo")]


def test_found_answers_come_in_pages_that_say_how_many_there_are(bench: Workbench, session) -> None:
    for number in range(5):
        make.make_note(bench, session, f"teikums {number}")
    page = bench.results.find(session.study_id, Wanted(), offset=2, limit=2)
    assert (page.total, [a.answer.text for a in page.answers]) == (5, ["teikums 2", "teikums 3"])


def test_answer_of_another_study_is_not_found(bench: Workbench, session) -> None:
    note = make.make_note(bench, session, "vārdi")
    other = make.make_study(bench)
    with pytest.raises(EngineError) as caught:
        bench.results.answer(other.id, note.id)
    assert caught.value.problem == Problem.NOT_FOUND


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.sets(some.sampled_from("abc")), min_size=1, max_size=6))
def test_database_counts_what_the_stage_counts(bench: Workbench, choices: list[set[str]]) -> None:
    study = make.make_study(bench)
    fresh = make.make_session(bench, study, make.make_version(bench, study, *QUESTIONS))
    for codes in choices:
        make.make_answer(
            bench, make.make_participant(bench, fresh), make.multiple(), codes=tuple(sorted(codes))
        )
    answers = [answer for answer in stored_answers(bench) if answer.session_id == fresh.id]
    assert bench.results.summary(fresh.id, "q-multiple") == summarise(make.multiple(), answers)
