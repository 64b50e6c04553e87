"""Position on paper: a grid of things with a box for the place along each axis."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Position
from survey_engine.design.kinds.base import code_at
from survey_engine.design.kinds.position import Axis
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue, codes_from


def draw(question: Position, pen: Pen) -> None:
    """Draw a row for each thing with an empty cell for each axis, and what the ends mean below."""
    tongue = pen.tongue
    hint = tongue.gettext("Write a number from 0 to {most} into both boxes of a row.")
    pen.hint(hint.format(most=question.steps))
    columns = [tongue.words(axis.name) for axis in (question.x, question.y)]
    rows = [(tongue.words(option.label), ["", ""]) for option in question.options]
    pen.grid(columns, rows, " · ".join(_ends(axis, question, tongue) for axis in (question.x, question.y)))


def blanks(question: Position, tongue: Tongue) -> tuple[Blank, ...]:
    """Return two blanks for each thing, one along each axis."""
    marks = tuple((step, "") for step in _steps(question))
    return tuple(
        Blank(f"{tongue.words(option.label)} · {tongue.words(axis.name)}", marks=marks)
        for option in question.options
        for axis in (question.x, question.y)
    )


def read(question: Position, typed: Sequence[str]) -> AnswerValue:
    """Return a code for each thing that has a place along an axis; half a place is refused by the check."""
    marks = {step: step for step in _steps(question)}
    pairs = zip(question.option_codes, typed[::2], typed[1::2], strict=True)
    placed = ((row, codes_from(x, marks), codes_from(y, marks)) for row, x, y in pairs)
    return AnswerValue(
        codes=tuple(code_at(row, f"{' '.join(x)},{' '.join(y)}") for row, x, y in placed if x or y)
    )


def write(question: Position, value: AnswerValue) -> tuple[str, ...]:
    """Return the place of each thing along each axis."""
    found = (question.spot_of(code) for code in value.codes)
    places = {spot[0]: (str(spot[1]), str(spot[2])) for spot in found if spot}
    return tuple(step for row in question.option_codes for step in places.get(row, ("", "")))


def _steps(question: Position) -> tuple[str, ...]:
    return tuple(str(step) for step in range(question.steps + 1))


def _ends(axis: Axis, question: Position, tongue: Tongue) -> str:
    low, high = tongue.words(axis.low) or "–", tongue.words(axis.high) or "–"
    return f"{tongue.words(axis.name)}: 0 = {low}, {question.steps} = {high}"


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
