"""A kind without a drawing of its own: boxes where it has few codes, lines to write on otherwise.

Where people answer to what others write, paper comes too late: such a question is asked aloud.
"""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Question
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue, text_or_none
from survey_engine.exchange.paper.kinds import ticking

LINES = 4
MOST_BOXES = 30


def draw(question: Question, pen: Pen) -> None:
    """Draw boxes or lines."""
    if _has_boxes(question):
        ticking.draw_one(question, pen)
    elif question.takes_contributions:
        pen.hint(
            pen.tongue.gettext("Say this aloud, or join with a phone: paper does not show what others wrote.")
        )
    elif question.takes_answers:
        pen.lines(LINES)


def blanks(question: Question, tongue: Tongue) -> tuple[Blank, ...]:
    """Return one blank, for marks or for what was written."""
    if _has_boxes(question):
        return ticking.blanks(question, tongue)
    return (Blank(is_text=True, is_long=True),) if _has_lines(question) else ()


def read(question: Question, typed: Sequence[str]) -> AnswerValue:
    """Return marks as codes; words as text where the kind takes text, as codes line by line where not."""
    if _has_boxes(question):
        return ticking.read(question, typed)
    text = text_or_none("".join(typed[:1]))
    if question.takes_text or text is None:
        return AnswerValue(text=text)
    return AnswerValue(codes=tuple(line.strip() for line in text.splitlines() if line.strip()))


def write(question: Question, value: AnswerValue) -> tuple[str, ...]:
    """Return an answer as it is typed."""
    if _has_boxes(question):
        return ticking.write(question, value)
    return (value.text or "\n".join(value.codes),) if _has_lines(question) else ()


def _has_lines(question: Question) -> bool:
    return question.takes_answers and not question.takes_contributions


def _has_boxes(question: Question) -> bool:
    return 0 < len(question.codes()) <= MOST_BOXES and not question.takes_text


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
