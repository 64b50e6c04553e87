"""What kinds answered by one short code in people's own hand share: a number, a day."""

from collections.abc import Callable, Sequence
from typing import Any

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Question
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue


def blanks(question: Question, tongue: Tongue) -> tuple[Blank, ...]:
    """Return one short blank."""
    return (Blank(),)


def read(question: Question, typed: Sequence[str]) -> AnswerValue:
    """Return what was typed as a code; how it may be written is checked as any answer is."""
    return AnswerValue(codes=(typed[0].strip(),) if typed[0].strip() else ())


def write(question: Question, value: AnswerValue) -> tuple[str, ...]:
    """Return the code."""
    return (" ".join(value.codes),)


def written(draw: Callable[[Any, Pen], None]) -> PaperKind:
    """Return a kind that is drawn so, and typed in as one short code."""
    return PaperKind(draw=draw, blanks=blanks, read=read, write=write)
