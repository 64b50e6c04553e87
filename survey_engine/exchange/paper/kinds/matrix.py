"""A matrix on paper: a grid of statements and points, typed in statement by statement."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import CANT_SAY, Matrix
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.exchange.paper.base import (
    CODE_WORDS,
    FIXED_MARKS,
    Blank,
    PaperKind,
    Pen,
    Tongue,
    codes_from,
    marks_of,
)
from survey_engine.exchange.paper.kinds.scale import ends_of


def draw(question: Matrix, pen: Pen) -> None:
    """Draw a row of boxes for each statement."""
    tongue = pen.tongue
    pen.hint(tongue.gettext("Tick one box in each row."))
    marks = marks_of(question.point_codes)
    ends = ends_of(question, tongue)
    if question.cant_say:
        apart = f"{FIXED_MARKS[CANT_SAY]} = {tongue.gettext(CODE_WORDS[CANT_SAY])}"
        ends = f"{ends} · {apart}" if ends else apart
    rows = [(tongue.words(option.label), ["□"] * len(marks)) for option in question.options]
    pen.grid(tuple(marks.values()), rows, ends=ends)


def blanks(question: Matrix, tongue: Tongue) -> tuple[Blank, ...]:
    """Return a blank for each statement."""
    named = tuple(
        (mark, _named(question, tongue, code)) for code, mark in marks_of(question.point_codes).items()
    )
    return tuple(Blank(tongue.words(option.label), marks=named) for option in question.options)


def read(question: Matrix, typed: Sequence[str]) -> AnswerValue:
    """Return a code for each statement that has a mark."""
    marks = marks_of(question.point_codes)
    pairs = zip(question.option_codes, typed, strict=True)
    return AnswerValue(codes=tuple(code_at(row, p) for row, text in pairs for p in codes_from(text, marks)))


def write(question: Matrix, value: AnswerValue) -> tuple[str, ...]:
    """Return the mark of each statement."""
    marks = marks_of(question.point_codes)
    chosen = dict(place_of(code) for code in value.codes)
    return tuple(marks.get(chosen.get(row, ""), "") for row in question.option_codes)


def _named(question: Matrix, tongue: Tongue, code: str) -> str:
    name = tongue.words(question.point_label(code))
    return name or (tongue.gettext(CODE_WORDS[code]) if code in CODE_WORDS else "")


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
