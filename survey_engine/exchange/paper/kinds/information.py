"""Information on paper: it is read, and nothing is typed in."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Question
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue


def draw(question: Question, pen: Pen) -> None:
    """Draw nothing more: heading and text of every question are drawn for all kinds alike."""


def blanks(question: Question, tongue: Tongue) -> tuple[Blank, ...]:
    """Return no blank."""
    return ()


def read(question: Question, typed: Sequence[str]) -> AnswerValue:
    """Return an empty answer."""
    return AnswerValue()


def write(question: Question, value: AnswerValue) -> tuple[str, ...]:
    """Return nothing to type."""
    return ()


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
