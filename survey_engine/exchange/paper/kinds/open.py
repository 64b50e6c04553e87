"""Open text on paper: lines to write on, typed in exactly as written."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import OpenText
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue, text_or_none

LONG, SHORT = 6, 2


def draw(question: OpenText, pen: Pen) -> None:
    """Draw lines to write on."""
    pen.lines(LONG if question.long else SHORT)


def blanks(question: OpenText, tongue: Tongue) -> tuple[Blank, ...]:
    """Return one blank for the whole text."""
    return (Blank(is_text=True, is_long=True),)


def read(question: OpenText, typed: Sequence[str]) -> AnswerValue:
    """Return the text exactly as typed."""
    return AnswerValue(text=text_or_none(typed[0]))


def write(question: OpenText, value: AnswerValue) -> tuple[str, ...]:
    """Return the text."""
    return (value.text or "",)


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
