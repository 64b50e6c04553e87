"""Information on paper: it is read, and nothing is typed in."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Information, Question
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue


def draw(question: Information, pen: Pen) -> None:
    """Draw the picture and the addresses that it leads to; heading and text are drawn for all kinds alike."""
    if question.picture:
        pen.picture(question.picture, pen.tongue.words(question.picture_alt))
    if question.link:
        named = pen.tongue.words(question.link_text)
        pen.text(f"{named}: {question.link}" if named else question.link)
    if question.video:
        pen.text(question.video)


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
