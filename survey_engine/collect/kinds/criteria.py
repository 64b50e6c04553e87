"""Criteria: one point for each thing by each criterion; things are ordered by their weighted mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from survey_engine.collect.kinds.base import Kind, Summed, counted, people_in, person_of
from survey_engine.collect.kinds.matrix import GridRow, check_places, graded_row
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Criteria, Criterion
from survey_engine.design.kinds.criteria import cell_at
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class RatedThing:
    """One thing with a cell for each criterion, in their order.

    `score` is the mean of the cells' means by the weights of the criteria, 1 to the number of points,
    with those turned round of which less is better; None until each criterion has been rated by somebody.
    """

    code: str
    label: Texts
    cells: tuple[GridRow, ...]
    score: float | None

    @property
    def people(self) -> int:
        """Return how many people rated this thing by the criterion that most of them rated it by."""
        return max((cell.people for cell in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Ratings(Summed):
    """Things by criteria, in the order of the question; `people` rated any of them."""

    people: int
    points: int
    criteria: tuple[Criterion, ...]
    things: tuple[RatedThing, ...]

    @property
    def in_order(self) -> tuple[RatedThing, ...]:
        """Return the things from the best score down, those without one last; equals keep their order."""
        return tuple(sorted(self.things, key=lambda thing: -(thing.score or 0)))

    def place_of(self, thing: RatedThing) -> int | None:
        """Return the place of a thing from 1, equals sharing one; None where it has no score yet."""
        if thing.score is None:
            return None
        return 1 + sum((other.score or 0) > thing.score for other in self.things)

    def goodness(self, criterion: Criterion, mean: float) -> float:
        """Return how good a mean is between 0 and 1, whatever the direction of its criterion."""
        share = (mean - 1) / (self.points - 1)
        return 1 - share if criterion.less_is_better else share


def check(question: Criteria, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, at most one for each cell.

    A required one needs all of them: raises ROWS_LEFT with how many are missing.
    """
    return check_places(question, value, len(question.cells))


def ratings_of(question: Criteria, people_by_code: Mapping[str, int], people: int) -> Ratings:
    """Return people counted by code as things by criteria."""
    things = []
    for option in question.options:
        cells = _cells(question, option.code, people_by_code)
        things.append(RatedThing(option.code, option.label, cells, _score(question, cells)))
    return Ratings(people, question.points, question.criteria, tuple(things))


def summarise(question: Criteria, answers: Sequence[Answer]) -> Ratings:
    """Return each thing with its people by criterion and point, each person once."""
    kept = counted(answers)
    said = {(person_of(answer), code) for answer in kept for code in answer.codes}
    return ratings_of(question, Counter(code for _person, code in said), people_in(kept))


def _cells(question: Criteria, thing: str, people_by_code: Mapping[str, int]) -> tuple[GridRow, ...]:
    return tuple(
        graded_row(question, cell_at(thing, one.code), one.label, people_by_code) for one in question.criteria
    )


def _score(question: Criteria, cells: Sequence[GridRow]) -> float | None:
    total, weights = 0.0, 0
    for criterion, cell in zip(question.criteria, cells, strict=True):
        if cell.mean is None:
            return None
        turned = question.points + 1 - cell.mean if criterion.less_is_better else cell.mean
        total += criterion.weight * turned
        weights += criterion.weight
    return total / weights if weights else None


KIND = Kind(check=check, summarise=summarise, of_counts=ratings_of)
