"""Position: things on two axes; each is summarised by its mean place and how far people are apart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from survey_engine.collect.kinds.base import Kind, Summed, counted, people_in, person_of, refuse_text, require
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Position
from survey_engine.design.kinds.base import place_of
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class Along:
    """Where people place a thing along one axis: the mean, and the standard deviation of those people.

    `spread` is that of a sample (n - 1); None where fewer than two placed it.
    """

    mean: float
    spread: float | None


@dataclass(frozen=True, slots=True)
class PlacedThing:
    """One thing: `people` placed it; None along an axis where nobody did."""

    code: str
    label: Texts
    people: int
    x: Along | None
    y: Along | None


@dataclass(frozen=True, slots=True)
class Plane(Summed):
    """Things on a grid from 0 to `steps` each way, in the order of the question; `people` placed any."""

    people: int
    steps: int
    things: tuple[PlacedThing, ...]


def check(question: Position, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, at most one for each thing.

    Raises POSITION_HALF where only one axis was given, ANSWER_CODE_UNKNOWN, ANSWER_UNFIT, and ROWS_LEFT
    where a required question has things left.
    """
    require(question, value)
    refuse_text(value)
    spots = {code: _spot(question, code) for code in value.codes}
    rows = [row for row, _x, _y in spots.values()]
    if len(set(rows)) < len(rows):
        raise EngineError(Problem.ANSWER_UNFIT)
    left = len(question.options) - len(rows)
    if question.required and left:
        raise EngineError(Problem.ROWS_LEFT, left=left, all=len(question.options))
    order = question.option_codes.index
    return AnswerValue(codes=tuple(sorted(spots, key=lambda code: order(spots[code][0]))))


def plane_of(question: Position, people_by_code: Mapping[str, int], people: int) -> Plane:
    """Return people counted by code as things with their mean places; places off the grid do not count."""
    found = [(spot, n) for code, n in people_by_code.items() if (spot := question.spot_of(code))]
    things = []
    for option in question.options:
        xs = [(x, n) for (row, x, _y), n in found if row == option.code]
        ys = [(y, n) for (row, _x, y), n in found if row == option.code]
        placed = sum(n for _x, n in xs)
        things.append(PlacedThing(option.code, option.label, placed, _along(xs), _along(ys)))
    return Plane(people, question.steps, tuple(things))


def summarise(question: Position, answers: Sequence[Answer]) -> Plane:
    """Return each thing with its mean place, each person once."""
    kept = counted(answers)
    said = {(person_of(answer), code) for answer in kept for code in answer.codes}
    return plane_of(question, Counter(code for _person, code in said), people_in(kept))


def _spot(question: Position, code: str) -> tuple[str, int, int]:
    spot = question.spot_of(code)
    if spot is not None:
        return spot
    row, place = place_of(code)
    if row in question.option_codes and (place.startswith(",") or place.endswith(",")):
        raise EngineError(Problem.POSITION_HALF)
    raise EngineError(Problem.ANSWER_CODE_UNKNOWN, code=code)


def _along(counts: Iterable[tuple[int, int]]) -> Along | None:
    places = sorted(counts)
    n = sum(people for _place, people in places)
    if not n:
        return None
    mean = sum(place * people for place, people in places) / n
    squares = sum(people * (place - mean) ** 2 for place, people in places)
    return Along(mean, sqrt(squares / (n - 1)) if n > 1 else None)


KIND = Kind(check=check, summarise=summarise, of_counts=plane_of)
