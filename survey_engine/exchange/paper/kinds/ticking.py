"""What kinds with boxes to tick share: boxes below one another, and one blank for the marks of those ticked."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.choice import OTHER, OpenChoice
from survey_engine.exchange.paper.base import (
    Blank,
    PaperKind,
    Pen,
    Tongue,
    codes_from,
    labelled_marks,
    marks_from,
    marks_of,
    text_or_none,
)
from survey_engine.i18n import mark

ONE = mark("Tick one.")
OTHER_WORDS = mark("Other, in your own words")


def draw_boxes(question: Question, pen: Pen) -> None:
    """Draw a box for each code; "other" has a line to write on."""
    for code, printed in marks_of(question.codes()).items():
        pen.tick(printed, pen.tongue.label(question, code), room=is_other(question, code))


def draw_one(question: Question, pen: Pen) -> None:
    """Draw boxes of which one is ticked."""
    pen.hint(pen.tongue.gettext(ONE))
    draw_boxes(question, pen)


def blanks(question: Question, tongue: Tongue) -> tuple[Blank, ...]:
    """Return the blank for marks, and one for the words of "other" where it is offered."""
    chosen = Blank(marks=labelled_marks(question, tongue))
    return (chosen, Blank(tongue.gettext(OTHER_WORDS), is_text=True)) if offers_other(question) else (chosen,)


def read(question: Question, typed: Sequence[str]) -> AnswerValue:
    """Return the codes of the marks, and the words of "other" exactly as typed."""
    text = text_or_none(typed[1]) if len(typed) > 1 else None
    return AnswerValue(codes=codes_from(typed[0], marks_of(question.codes())), text=text)


def write(question: Question, value: AnswerValue) -> tuple[str, ...]:
    """Return the marks of an answer as they are typed."""
    chosen = marks_from(value.codes, marks_of(question.codes()))
    return (chosen, value.text or "") if offers_other(question) else (chosen,)


def offers_other(question: Question) -> bool:
    """Say whether people may answer in words of their own beside the options."""
    return isinstance(question, OpenChoice) and question.other


def is_other(question: Question, code: str) -> bool:
    """Say whether a code is "other" in words."""
    return code == OTHER and offers_other(question)


ONE_OF = PaperKind(draw=draw_one, blanks=blanks, read=read, write=write)
