"""The agenda of live work: its steps in order, how long they take, and whether they fit the time that is booked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from survey_engine.design.answering_time import question_seconds
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.limits import LONGEST_LABEL, LONGEST_TITLE, clean_text, clean_texts
from survey_engine.design.models import AgendaStep, Form, StepKind
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark

STEP_NAMES: dict[StepKind, str] = {
    StepKind.OPENING: mark("Opening"),
    StepKind.INFORMATION: mark("Something to show"),
    StepKind.QUESTION: mark("A question to all"),
    StepKind.DISCUSSION: mark("Discussion without devices"),
    StepKind.BREAK: mark("Break"),
    StepKind.CLOSING: mark("Closing"),
}

MOST_MINUTES = 24 * 60
OPENING_MINUTES = CLOSING_MINUTES = 5
# After the answers the room looks at them together.
LOOKING_MINUTES = 1
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step with the minutes that pass before it, and the time on the clock ('' without a beginning)."""

    step: AgendaStep
    after_minutes: int
    clock: str


def planned_minutes(form: Form) -> int:
    """Return how many minutes all steps take."""
    return sum(step.minutes for step in form.agenda)


def minutes_over(form: Form) -> int:
    """Return by how many minutes the agenda is longer than what is booked; 0 where it fits or nothing is booked."""
    return max(0, planned_minutes(form) - form.booked_minutes) if form.booked_minutes else 0


def timeline(form: Form) -> tuple[TimedStep, ...]:
    """Return the steps in order, each with when it begins."""
    timed: list[TimedStep] = []
    passed = 0
    for step in form.agenda:
        timed.append(TimedStep(step, passed, clock_after(form.starts_at, passed)))
        passed += step.minutes
    return tuple(timed)


def clock_after(starts_at: str, minutes: int) -> str:
    """Return the time on the clock so many minutes later, such as "18:05"; '' where no beginning is given."""
    found = CLOCK.fullmatch(starts_at)
    if not found:
        return ""
    hours, rest = divmod((int(found[1]) * 60 + int(found[2]) + minutes) % MOST_MINUTES, 60)
    return f"{hours:02d}:{rest:02d}"


def unplanned_questions(form: Form) -> tuple[AnyQuestion, ...]:
    """Return the questions that no step of the agenda shows, in their order; none while there is no agenda."""
    shown = {step.question_id for step in form.agenda}
    return tuple(question for question in form.questions if form.agenda and question.id not in shown)


def draft_agenda(form: Form, languages: Sequence[str]) -> Form:
    """Return the form with a step for each question that has none, between an opening and a closing.

    Steps that are there stay as they are, in their order. The minutes of a question are its answering
    time in the slowest of the languages, rounded up, and one more to look at the result.
    """
    fresh = tuple(
        _step_for(question, languages)
        for question in form.questions
        if question.id not in {step.question_id for step in form.agenda}
    )
    if form.agenda:
        last = len(form.agenda) - (form.agenda[-1].kind == StepKind.CLOSING)
        return _with_agenda(form, (*form.agenda[:last], *fresh, *form.agenda[last:]))
    opening = AgendaStep(kind=StepKind.OPENING, minutes=OPENING_MINUTES)
    return _with_agenda(form, (opening, *fresh, AgendaStep(kind=StepKind.CLOSING, minutes=CLOSING_MINUTES)))


def add_step(form: Form, step: AgendaStep, position: int | None = None) -> Form:
    """Return the form with a step put in at `position` (from 0; None: at the end).

    Raises NOT_FOUND (its question), VALUE_IMPOSSIBLE, ENTRY_TOO_LONG, LANGUAGE_UNKNOWN.
    """
    steps = list(form.agenda)
    steps.insert(len(steps) if position is None else max(0, min(position, len(steps))), _cleaned(form, step))
    return _with_agenda(form, steps)


def change_step(form: Form, step: AgendaStep) -> Form:
    """Return the form with the step of the same id replaced; raise NOT_FOUND and what `add_step` raises."""
    before, cleaned = step_in(form, step.id), _cleaned(form, step)
    return _with_agenda(form, [cleaned if old.id == before.id else old for old in form.agenda])


def move_step(form: Form, step_id: str, by: int) -> Form:
    """Return the form with a step moved by so many places, stopping at the ends; raise NOT_FOUND."""
    moved = step_in(form, step_id)
    steps = [step for step in form.agenda if step.id != step_id]
    steps.insert(max(0, min(form.agenda.index(moved) + by, len(steps))), moved)
    return _with_agenda(form, steps)


def delete_step(form: Form, step_id: str) -> Form:
    """Return the form without a step; the question that it showed stays. Raises NOT_FOUND."""
    gone = step_in(form, step_id)
    return _with_agenda(form, [step for step in form.agenda if step.id != gone.id])


def book_time(form: Form, *, minutes: int, starts_at: str) -> Form:
    """Return the form with the time that is booked; raise VALUE_IMPOSSIBLE for what is no time of day."""
    begins = starts_at.strip()
    if begins and not CLOCK.fullmatch(begins):
        raise EngineError(Problem.VALUE_IMPOSSIBLE, what=mark("Begins at"), value=begins)
    return form.model_copy(update={"booked_minutes": _possible(minutes), "starts_at": clock_after(begins, 0)})


def step_in(form: Form, step_id: str) -> AgendaStep:
    """Return the step of the agenda with this id; raise NOT_FOUND."""
    found = next((step for step in form.agenda if step.id == step_id), None)
    if found is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("step of the agenda"))
    return found


def _with_agenda(form: Form, steps: Sequence[AgendaStep]) -> Form:
    return form.model_copy(update={"agenda": tuple(steps)})


def _step_for(question: AnyQuestion, languages: Sequence[str]) -> AgendaStep:
    answering = ceil(max(question_seconds(question, language) for language in languages) / 60)
    kind = StepKind.QUESTION if question.takes_answers else StepKind.INFORMATION
    looking = LOOKING_MINUTES if question.takes_answers else 0
    return AgendaStep(kind=kind, minutes=max(1, answering) + looking, question_id=question.id)


def _cleaned(form: Form, step: AgendaStep) -> AgendaStep:
    if step.question_id and form.question(step.question_id) is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("question"))
    return step.model_copy(
        update={
            "title": clean_texts(step.title, LONGEST_LABEL),
            "minutes": _possible(step.minutes),
            "leader": clean_text(step.leader, LONGEST_TITLE),
            "notes": clean_text(step.notes),
        }
    )


def _possible(minutes: int) -> int:
    if not 0 <= minutes <= MOST_MINUTES:
        raise EngineError(Problem.VALUE_IMPOSSIBLE, what=mark("Minutes"), value=minutes)
    return minutes
