"""A pool of statements on paper: those that the facilitator wrote, each with agree, disagree and pass.

What others in the room wrote meanwhile is on no paper; it is voted on by those who joined with a device.
"""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Statements
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.design.kinds.statements import LABELS, VOTES
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue, codes_from, marks_of


def draw(question: Statements, pen: Pen) -> None:
    """Draw a row of boxes for each statement."""
    _ = pen.tongue.gettext
    pen.hint(_("Tick one box in each row."))
    named = " · ".join(f"{mark} = {_(LABELS[vote])}" for vote, mark in marks_of(VOTES).items())
    rows = [(pen.tongue.words(option.label), ["□"] * len(VOTES)) for option in question.options]
    if rows:
        pen.grid(tuple(marks_of(VOTES).values()), rows, ends=named)


def blanks(question: Statements, tongue: Tongue) -> tuple[Blank, ...]:
    """Return a blank for the vote on each statement."""
    named = tuple((mark, tongue.gettext(LABELS[vote])) for vote, mark in marks_of(VOTES).items())
    return tuple(Blank(tongue.words(option.label), marks=named) for option in question.options)


def read(question: Statements, typed: Sequence[str]) -> AnswerValue:
    """Return a vote for each statement that has a mark."""
    pairs = zip(question.option_codes, typed, strict=True)
    marks = marks_of(VOTES)
    return AnswerValue(
        codes=tuple(code_at(row, vote) for row, text in pairs for vote in codes_from(text, marks))
    )


def write(question: Statements, value: AnswerValue) -> tuple[str, ...]:
    """Return the mark of each statement."""
    marks = marks_of(VOTES)
    cast = dict(place_of(code) for code in value.codes)
    return tuple(marks.get(cast.get(row, ""), "") for row in question.option_codes)


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
