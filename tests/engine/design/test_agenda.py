"""The agenda: clock times, what is over, steps made from questions, and following what happens to questions."""

import pytest

from survey_engine.design import agenda, edits
from survey_engine.design.models import AgendaStep, Form, StepKind
from survey_engine.errors import EngineError, Problem
from tests.factories import open_text, scale

OPENING = AgendaStep(id="s1", kind=StepKind.OPENING, minutes=10)
TALK = AgendaStep(id="s2", kind=StepKind.DISCUSSION, minutes=20)
ASK = AgendaStep(id="s3", kind=StepKind.QUESTION, minutes=5, question_id="q")


def form(**changes: object) -> Form:
    given = {"questions": (scale("q"), open_text("o")), "agenda": (OPENING, TALK, ASK), **changes}
    return Form.model_validate(given)


def test_steps_begin_when_the_steps_before_them_are_over() -> None:
    timed = agenda.timeline(form(starts_at="23:45"))
    assert [(one.step.id, one.after_minutes, one.clock) for one in timed] == [
        ("s1", 0, "23:45"),
        ("s2", 10, "23:55"),
        ("s3", 30, "00:15"),
    ]


def test_steps_have_no_clock_without_a_beginning() -> None:
    assert [one.clock for one in agenda.timeline(form())] == ["", "", ""]


@pytest.mark.parametrize(("booked", "over"), [(0, 0), (30, 5), (35, 0), (60, 0)])
def test_agenda_is_over_only_where_it_is_longer_than_what_is_booked(booked: int, over: int) -> None:
    assert agenda.minutes_over(form(booked_minutes=booked)) == over


def test_agenda_made_from_questions_opens_asks_all_and_closes() -> None:
    made = agenda.draft_agenda(form(agenda=()), ["lv", "ru"]).agenda
    assert [(step.kind.value, step.question_id) for step in made] == [
        ("opening", ""),
        ("question", "q"),
        ("question", "o"),
        ("closing", ""),
    ]
    assert [step.minutes for step in made] == [5, 2, 2, 5]


def test_agenda_made_again_adds_only_what_is_missing() -> None:
    made = agenda.draft_agenda(form(), ["lv"])
    assert [step.question_id for step in made.agenda] == ["", "", "q", "o"]
    assert agenda.draft_agenda(made, ["lv"]) == made


def test_agenda_follows_a_question_that_is_deleted() -> None:
    left = edits.delete_question(form(), "q")
    assert [step.id for step in left.agenda] == ["s1", "s2"]


def test_agenda_says_which_questions_it_leaves_out() -> None:
    assert [question.id for question in agenda.unplanned_questions(form())] == ["o"]


@pytest.mark.parametrize("what", ["add", "move", "change", "duplicate"])
def test_agenda_stays_when_questions_are_edited(what: str) -> None:
    edited = {
        "add": lambda: edits.add_question(form(), open_text("x")),
        "move": lambda: edits.move_question(form(), "o", -1),
        "change": lambda: edits.change_question(form(), open_text("o")),
        "duplicate": lambda: edits.duplicate_question(form(), "o"),
    }[what]()
    assert edited.agenda == form().agenda


def test_step_is_moved_within_the_ends() -> None:
    moved = agenda.move_step(form(), "s3", -9)
    assert [step.id for step in moved.agenda] == ["s3", "s1", "s2"]


def test_step_for_a_question_that_is_not_there_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        agenda.add_step(form(), AgendaStep(kind=StepKind.QUESTION, question_id="gone"))
    assert caught.value.problem == Problem.NOT_FOUND


@pytest.mark.parametrize("begins", ["25:00", "12:60", "drīz"])
def test_beginning_that_is_no_time_of_day_is_refused(begins: str) -> None:
    with pytest.raises(EngineError) as caught:
        agenda.book_time(form(), minutes=60, starts_at=begins)
    assert caught.value.problem == Problem.VALUE_IMPOSSIBLE


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
def test_step_with_impossible_minutes_is_refused(minutes: int) -> None:
    with pytest.raises(EngineError) as caught:
        agenda.change_step(form(), TALK.model_copy(update={"minutes": minutes}))
    assert caught.value.problem == Problem.VALUE_IMPOSSIBLE


def test_beginning_is_written_as_a_clock_shows_it() -> None:
    assert agenda.book_time(form(), minutes=60, starts_at="9.05").starts_at == "09:05"
