"""Matrix: one point for each statement; each statement is summarised like a scale."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey_engine.collect.kinds.base import (
    Kind,
    Summed,
    counted,
    known_codes,
    people_in,
    person_of,
    refuse_text,
    require,
)
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import CANT_SAY, Matrix
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.design.kinds.graded import Graded
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class GridRow:
    """One statement: people by point, those who can't say apart; the mean is of `people` (None: nobody)."""

    code: str
    label: Texts
    tally: tuple[int, ...]
    cant_say: int
    mean: float | None

    @property
    def people(self) -> int:
        """Return how many people chose a point."""
        return sum(self.tally)


@dataclass(frozen=True, slots=True)
class Grid(Summed):
    """Statements by points from 1 to `points`, in the order of the question; `people` answered any of them."""

    people: int
    points: int
    rows: tuple[GridRow, ...]


def check(question: Matrix, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, at most one for each statement.

    A required matrix needs all of them: raises ROWS_LEFT with how many are missing.
    """
    return check_places(question, value, len(question.options))


def check_places(question: Graded, value: AnswerValue, places: int) -> AnswerValue:
    """Return the value with its codes in the order of the question, at most one for each of so many places.

    Raises ROWS_LEFT where a required question has places left, and what is wrong with a code.
    """
    require(question, value)
    refuse_text(value)
    codes = known_codes(question, value.codes)
    rows = Counter(place_of(code)[0] for code in codes)
    if rows and max(rows.values()) > 1:
        raise EngineError(Problem.ANSWER_UNFIT)
    left = places - len(rows)
    if question.required and left:
        raise EngineError(Problem.ROWS_LEFT, left=left, all=places)
    return AnswerValue(codes=codes)


def grid_of(question: Matrix, people_by_code: Mapping[str, int], people: int) -> Grid:
    """Return people counted by code as statements by points."""
    rows = (graded_row(question, one.code, one.label, people_by_code) for one in question.options)
    return Grid(people, question.points, tuple(rows))


def graded_row(question: Graded, code: str, label: Texts, people_by_code: Mapping[str, int]) -> GridRow:
    """Return the people by point of one place, such as a statement, whose codes begin with `code`."""
    points = range(1, question.points + 1)
    tally = tuple(people_by_code.get(code_at(code, str(point)), 0) for point in points)
    total = sum(point * number for point, number in zip(points, tally, strict=True))
    mean = total / sum(tally) if any(tally) else None
    return GridRow(code, label, tally, people_by_code.get(code_at(code, CANT_SAY), 0), mean)


def summarise(question: Matrix, answers: Sequence[Answer]) -> Grid:
    """Return each statement with its people by point, each person once."""
    kept = counted(answers)
    said = {(person_of(answer), code) for answer in kept for code in answer.codes}
    return grid_of(question, Counter(code for _person, code in said), people_in(kept))


KIND = Kind(check=check, summarise=summarise, of_counts=grid_of)
