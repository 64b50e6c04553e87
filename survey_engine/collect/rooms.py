"""A session as it stands: its steps, who is there, and what the room sees at this moment."""

from dataclasses import dataclass
from enum import StrEnum

from survey_engine.collect.kinds import Summary
from survey_engine.collect.models import QuestionState, Session
from survey_engine.design.kinds import Question
from survey_engine.design.models import Form
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a session: its number among those that are answered, its state, who answered.

    `number` is None for information, which nobody answers.
    """

    question: Question
    number: int | None
    state: QuestionState
    answered: int


@dataclass(frozen=True, slots=True)
class Presence:
    """One group in the room: how many joined, are asked what is asked now, and answered it."""

    key: str | None
    label: Texts
    joined: int
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class RoomState:
    """A session with its steps in order and the people in it."""

    session: Session
    steps: tuple[Step, ...]
    groups: tuple[Presence, ...]

    @property
    def joined(self) -> int:
        """Return how many people have joined."""
        return sum(group.joined for group in self.groups)

    @property
    def asked(self) -> int:
        """Return how many people are shown what is asked now; fewer joined where its rule leaves some out."""
        return sum(group.asked for group in self.groups)

    @property
    def questions(self) -> int:
        """Return how many steps are answered (information is not)."""
        return sum(step.number is not None for step in self.steps)

    @property
    def current(self) -> Step | None:
        """Return the step that the room sees, or None on the waiting screen."""
        return self.step(self.session.current_question)

    @property
    def following(self) -> Step | None:
        """Return the step after the current one; the first while the room waits; None at the end."""
        ids = [step.question.id for step in self.steps]
        place = ids.index(self.current.question.id) + 1 if self.current else 0
        return self.steps[place] if place < len(ids) else None

    def step(self, question_id: str) -> Step | None:
        """Return the step of a question, or None."""
        return next((step for step in self.steps if step.question.id == question_id), None)


class Stage(StrEnum):
    """What a projector shows."""

    WAITING = "waiting"
    QUESTION = "question"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Screen:
    """What the whole room may see now, and nothing else: `summary` is None while results are hidden.

    `asked` is how many of those who joined are shown the question.
    Open answers and words in `summary` are those that were let through; `waiting` were not (yet).
    """

    stage: Stage
    session: Session
    joined: int
    questions: int = 0
    step: Step | None = None
    summary: Summary | None = None
    waiting: int = 0
    asked: int = 0


def steps_of(
    session_id: str, form: Form, states: dict[str, QuestionState], answered: dict[str, int]
) -> tuple[Step, ...]:
    """Return the questions of a form as steps, in order; what is not in `states` has not been opened."""
    steps: list[Step] = []
    for question in form.questions:
        number = 1 + sum(step.number is not None for step in steps) if question.takes_answers else None
        state = states.get(question.id) or QuestionState(session_id=session_id, question_id=question.id)
        steps.append(Step(question, number, state, answered.get(question.id, 0)))
    return tuple(steps)
