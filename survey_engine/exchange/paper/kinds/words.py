"""Words on paper: a line for each word or short phrase."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Words
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue


def draw(question: Words, pen: Pen) -> None:
    """Draw a line for each word."""
    hint = pen.tongue.gettext("Up to {most} words or short phrases, one on each line.")
    pen.hint(hint.format(most=question.most))
    pen.lines(question.most)


def blanks(question: Words, tongue: Tongue) -> tuple[Blank, ...]:
    """Return a blank for each word."""
    numbered = tongue.gettext("Word {number}")
    return tuple(
        Blank(numbered.format(number=number), is_text=True) for number in range(1, question.most + 1)
    )


def read(question: Words, typed: Sequence[str]) -> AnswerValue:
    """Return the words exactly as typed; blanks that were left empty are none."""
    entries = [entry for entry in typed if entry.strip()]
    return AnswerValue(text="\n".join(entries) if entries else None)


def write(question: Words, value: AnswerValue) -> tuple[str, ...]:
    """Return the words, each in its blank."""
    entries = (value.text or "").split("\n")
    return tuple([*entries, *[""] * question.most][: max(question.most, len(entries))])


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
