"""Which of people's own words the room may see: nothing by itself, everything by a decision."""

from collections.abc import Iterable
from dataclasses import dataclass

from survey_engine.collect.kinds import ListedAnswer
from survey_engine.collect.models import Shown


@dataclass(frozen=True, slots=True)
class ModeratedAnswer:
    """An answer in people's own words, whether the room may see it, and why not.

    `answered` marks a question from the audience that the speaker has answered.
    """

    answer: ListedAnswer
    question_id: str
    state: Shown
    reason: str = ""
    answered: bool = False


def state_of(decided: Shown | None, let_through: bool) -> Shown:
    """Return whether the room may see an answer: what was decided, else whether the question lets through."""
    if decided is not None:
        return Shown(decided)
    return Shown.SHOWN if let_through else Shown.WAITING


def in_state(answers: Iterable[ModeratedAnswer], state: Shown) -> tuple[ModeratedAnswer, ...]:
    """Return the answers that are in one state, in their order."""
    return tuple(answer for answer in answers if answer.state == state)
