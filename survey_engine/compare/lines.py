"""Lines ready to be looked at: each with its groups, what may be seen of them, and every difference.

A line is protected first and compared afterwards, so that a difference can tell no
more than the cells do: "few" and ranges count at their least favourable number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from survey_engine.compare.gaps import Gap, chance_of, gap_between, hold_in_check
from survey_engine.compare.models import NO_GROUP, ComparedGroup, CountTable, LineKind, ScaleTable
from survey_engine.compare.scale_suppression import ProtectedScale, protect_scale
from survey_engine.compare.scales import ScaleMean, gap_of_means, scale_gap
from survey_engine.compare.shares import Share
from survey_engine.compare.suppression import Cell, Visibility, protect
from survey_engine.compare.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Side:
    """One group in one line: what may be seen, and the answers behind it (none where few).

    Counts stand in `cell`; a scale has its `mean` instead, and `cell` tells who can't say.
    """

    group: ComparedGroup
    cell: Cell
    mean: ScaleMean | None = None
    answers: tuple[str, ...] = ()

    @property
    def is_compared(self) -> bool:
        """Say whether this group takes part in differences and verdicts: named, and not below k."""
        return self.group.key != NO_GROUP and (self.cell.n > 0 or self.mean is not None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two groups in one line (positions in `sides`), how far apart they are, and whether that is clear.

    `gap` is None where a side is told as "few" or as a range; `chance` (p) is then the largest it may be.
    `leaves_out_zero` says whether the interval does, for the nearest numbers that the sides may be.
    """

    left: int
    right: int
    gap: Gap | None
    chance: float
    leaves_out_zero: bool
    is_clear: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the map, with its heading; `only` is the position of the one group that says it."""

    table_id: str
    line_id: str
    kind: LineKind
    label: str
    context: str
    sides: tuple[Side, ...]
    differences: tuple[Difference, ...]
    verdict: Verdict = Verdict.TOO_FEW
    only: int | None = None
    set_apart: bool = False
    ends: tuple[str, str] = ("", "")
    points: tuple[int, int] = (0, 1)
    has_way_out: bool = False

    @property
    def tells_numbers(self) -> bool:
        """Say whether a number of any group may be seen; else all are few, or nobody answered."""
        told = (Visibility.EXACT, Visibility.BETWEEN)
        return any(side.mean is not None or side.cell.visibility in told for side in self.sides)

    @property
    def has_clear_difference(self) -> bool:
        """Say whether any two groups differ clearly here."""
        return any(difference.is_clear for difference in self.differences)


def held_in_check(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with every difference judged among all differences in lines of its kind.

    Statements, choices, themes and scales are a family each: what is asked in one way is
    judged together, and a long list of themes does not drown five statements.
    """
    stands = {
        kind: iter(hold_in_check([d.chance for line in lines if line.kind is kind for d in line.differences]))
        for kind in LineKind
    }
    return [replace(line, differences=_judged(line, stands[line.kind])) for line in lines]


def _judged(line: Line, stands: Iterator[bool]) -> tuple[Difference, ...]:
    return tuple(replace(d, is_clear=next(stands) and d.leaves_out_zero) for d in line.differences)


def lines_of_table(table: CountTable, k: int) -> Iterable[Line]:
    """Yield the lines of a table as they may be seen under threshold k, differences not yet judged."""
    for counts, cells in zip(table.lines, protect(table, k).cells, strict=True):
        sides = tuple(
            Side(group, cell, answers=_told(cell, counts.answers_of(position)))
            for position, (group, cell) in enumerate(zip(table.groups, cells, strict=True))
        )
        pairs = [] if counts.set_apart else _pairs(sides)
        yield Line(
            table_id=table.table_id,
            line_id=counts.line_id,
            kind=table.kind,
            label=counts.label,
            context=table.label,
            sides=sides,
            differences=tuple(_difference(sides, pair) for pair in pairs),
            set_apart=counts.set_apart,
        )


def _told(cell: Cell, answers: tuple[str, ...]) -> tuple[str, ...]:
    # Behind a range only as many answers are listed as everybody knows there are at least.
    return {Visibility.EXACT: answers, Visibility.BETWEEN: answers[: cell.least]}.get(cell.visibility, ())


def _pairs(sides: Sequence[Side]) -> list[tuple[int, int]]:
    return list(combinations((position for position, side in enumerate(sides) if side.is_compared), 2))


def _difference(sides: Sequence[Side], pair: tuple[int, int]) -> Difference:
    left, right = (sides[position].cell for position in pair)
    if left.shares is None or right.shares is None:
        raise ValueError("groups below k are not compared")
    nearest = _nearest(left.shares, right.shares)
    if nearest is None:
        return Difference(*pair, None, 1.0, False)
    gap = gap_between(*nearest)
    is_exact = left.people is not None and right.people is not None
    return Difference(*pair, gap if is_exact else None, chance_of(*nearest), gap.excludes_zero)


def _nearest(left: tuple[Share, Share], right: tuple[Share, Share]) -> tuple[Share, Share] | None:
    """Return the two shares at which the sides would differ least; None where they may be equal or either way."""
    if left[0].rate >= right[1].rate:
        return left[0], right[1]
    if right[0].rate >= left[1].rate:
        return left[1], right[0]
    return None


def line_of_scale(table: ScaleTable, k: int) -> Line:
    """Return a scale as one line of means, as it may be seen under threshold k."""
    shown = protect_scale(table, k)
    sides = tuple(
        Side(group, cell, mean)
        for group, cell, mean in zip(table.groups, shown.cant_say, shown.means, strict=True)
    )
    return Line(
        table_id=table.table_id,
        line_id=table.line_id,
        kind=LineKind.SCALE,
        label=table.label,
        context=table.context or table.label,
        sides=sides,
        differences=tuple(_scale_differences(table, shown, _pairs(sides))),
        ends=(table.low_label, table.high_label),
        points=(min(table.points), max(table.points)),
        has_way_out=table.has_way_out,
    )


def _scale_differences(
    table: ScaleTable, shown: ProtectedScale, pairs: Sequence[tuple[int, int]]
) -> Iterable[Difference]:
    for left, right in pairs:
        above, below = shown.means[left], shown.means[right]
        if above is not None and below is not None:
            gap = gap_of_means(above, below)
            order = scale_gap(table.points, table.tallies[left], table.tallies[right])
            yield Difference(left, right, gap, order.chance, gap.excludes_zero and order.leaves_out_half)
