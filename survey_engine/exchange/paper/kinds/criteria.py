"""Criteria on paper: a grid of things and criteria, with a place in each cell to write a point into."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import CANT_SAY, Criteria
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


def draw(question: Criteria, pen: Pen) -> None:
    """Draw a row for each thing and a column for each criterion."""
    tongue = pen.tongue
    _ = tongue.gettext
    pen.hint(_("Write a number from 1 to {most} into each cell.").format(most=question.points))
    cant_say = tongue.gettext(CODE_WORDS[CANT_SAY])
    apart = f"{FIXED_MARKS[CANT_SAY]} = {cant_say}" if question.cant_say else ""
    ends = " · ".join(filter(None, [ends_of(question, tongue), apart]))
    columns = [tongue.words(one.label) for one in question.criteria]
    rows = [(tongue.words(option.label), [""] * len(columns)) for option in question.options]
    pen.grid(columns, rows, ends=ends)


def blanks(question: Criteria, tongue: Tongue) -> tuple[Blank, ...]:
    """Return a blank for each cell, thing by thing."""
    named = tuple(
        (
            mark,
            tongue.gettext(CODE_WORDS[code])
            if code == CANT_SAY
            else tongue.words(question.point_label(code)),
        )
        for code, mark in marks_of(question.point_codes).items()
    )
    return tuple(Blank(tongue.words(question.cell_label(cell)), marks=named) for cell in question.cells)


def read(question: Criteria, typed: Sequence[str]) -> AnswerValue:
    """Return a code for each cell that has a mark."""
    marks = marks_of(question.point_codes)
    pairs = zip(question.cells, typed, strict=True)
    return AnswerValue(codes=tuple(code_at(cell, p) for cell, text in pairs for p in codes_from(text, marks)))


def write(question: Criteria, value: AnswerValue) -> tuple[str, ...]:
    """Return the mark of each cell."""
    marks = marks_of(question.point_codes)
    chosen = dict(place_of(code) for code in value.codes)
    return tuple(marks.get(chosen.get(cell, ""), "") for cell in question.cells)


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
