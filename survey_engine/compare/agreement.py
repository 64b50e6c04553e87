"""The agreement map: what all groups say, where they part, and what only one of them says.

Every line (an option, a stance on a statement, a theme, a scale) goes under one heading, by
these rules. They look only at what everybody may see: a cell told as "few" or as a range
counts at its least favourable number, so that a heading gives no number away.

    a group SAYS it        at least half of those who answered, and Wilson's lower bound
                           is above one third (8 of 12 does, 6 of 14 and 3 of 4 do not)
    a group HARDLY says it its cell is "few", or Wilson's upper bound is below one third
    a difference is CLEAR  Fisher's exact test stands after Benjamini-Hochberg over all pairs
                           of groups in all lines of the map, and Newcombe's interval leaves out 0
                           (for a scale: Mann-Whitney's test, and the interval of its effect)

    ALL       every group says it (even where one says it clearly more often)
    ONE       one group says it, every other hardly does, and the difference to each is clear
    DIFFER    some difference is clear
    MINORITY  in no group may it be half: every upper bound is below one half
    TOO_FEW   none of these: with these numbers nothing can be said

A scale is said to lean where the interval of its mean lies on one side of the middle:
ALL where every group leans the same way, else DIFFER where a difference is clear.
Groups below k are left out of every rule, and with fewer than two groups nothing is sorted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from survey_engine.compare.gaps import Gap, chance_of, gap_between, hold_in_check
from survey_engine.compare.models import ComparedGroup, CountTable, LineKind, ScaleTable
from survey_engine.compare.scale_suppression import ProtectedScale, protect_scale
from survey_engine.compare.scales import ScaleMean, scale_gap
from survey_engine.compare.shares import Share
from survey_engine.compare.suppression import Cell, Visibility, protect

SAYS_RATE, SAYS_LOW = 1 / 2, 1 / 3
HARDLY_HIGH = 1 / 3
MINORITY_HIGH = 1 / 2


class Verdict(StrEnum):
    """The heading under which a line stands, in the order in which they are read."""

    ALL = "all"
    DIFFER = "differ"
    ONE = "one"
    TOO_FEW = "too-few"
    MINORITY = "minority"


@dataclass(frozen=True, slots=True)
class Side:
    """One group in one line: what may be seen, and the answers behind it (none where few).

    Counts stand in `cell`; a scale has its `mean` instead, and `cell` tells who can't say.
    """

    group: ComparedGroup
    cell: Cell
    mean: ScaleMean | None = None
    answers: tuple[str, ...] = ()


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
    ends: tuple[str, str] = ("", "")
    points: tuple[int, int] = (0, 1)

    @property
    def has_clear_difference(self) -> bool:
        """Say whether any two groups differ clearly here."""
        return any(difference.is_clear for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The whole map: its lines in reading order, and how many comparisons were held in check."""

    lines: tuple[Line, ...]
    groups: tuple[ComparedGroup, ...]
    k: int
    comparisons: int

    def under(self, verdict: Verdict) -> tuple[Line, ...]:
        """Return the lines under one heading."""
        return tuple(line for line in self.lines if line.verdict is verdict)


def map_agreement(tables: Sequence[CountTable], scales: Sequence[ScaleTable], k: int) -> Agreement:
    """Sort every line of the tables and scales under its heading, protected by threshold k."""
    counted = [line for table in tables for line in _count_lines(table, k)]
    lines = held_in_check([*counted, *(_scale_line(scale, k) for scale in scales)])
    comparisons = sum(len(line.differences) for line in lines)
    in_order = sorted(map(_with_verdict, lines), key=_reading_order)
    return Agreement(_one_per_statement(in_order), _groups_of(tables, scales), k, comparisons)


def held_in_check(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with every difference judged among all of theirs together."""
    stands = iter(hold_in_check([d.chance for line in lines for d in line.differences]))
    judged = []
    for line in lines:
        differences = tuple(replace(d, is_clear=next(stands) and d.leaves_out_zero) for d in line.differences)
        judged.append(replace(line, differences=differences))
    return judged


def _groups_of(tables: Sequence[CountTable], scales: Sequence[ScaleTable]) -> tuple[ComparedGroup, ...]:
    compared = [table.groups for table in tables] + [scale.groups for scale in scales]
    return compared[0] if compared else ()


def _count_lines(table: CountTable, k: int) -> Iterable[Line]:
    for counts, cells in zip(table.lines, protect(table, k).cells, strict=True):
        sides = tuple(
            Side(group, cell, answers=_told(cell, counts.answers_of(position)))
            for position, (group, cell) in enumerate(zip(table.groups, cells, strict=True))
        )
        differences = tuple(_difference(sides, pair) for pair in _pairs(sides))
        yield Line(table.table_id, counts.line_id, table.kind, counts.label, table.label, sides, differences)


def _told(cell: Cell, answers: tuple[str, ...]) -> tuple[str, ...]:
    # Behind a range only as many answers are listed as everybody knows there are at least.
    return {Visibility.EXACT: answers, Visibility.BETWEEN: answers[: cell.least]}.get(cell.visibility, ())


def _pairs(sides: Sequence[Side]) -> list[tuple[int, int]]:
    comparable = [position for position, side in enumerate(sides) if side.cell.n]
    return list(combinations(comparable, 2))


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


def _scale_line(table: ScaleTable, k: int) -> Line:
    shown = protect_scale(table, k)
    sides = tuple(
        Side(group, cell, mean)
        for group, cell, mean in zip(table.groups, shown.cant_say, shown.means, strict=True)
    )
    ends = (table.low_label, table.high_label)
    return Line(
        table.table_id, "mean", LineKind.SCALE, table.label, table.label, sides,
        _scale_differences(table, shown), ends=ends, points=(min(table.points), max(table.points)),
    )  # fmt: skip


def _scale_differences(table: ScaleTable, shown: ProtectedScale) -> tuple[Difference, ...]:
    told = [position for position, mean in enumerate(shown.means) if mean]
    pairs = combinations(told, 2)
    gaps = ((pair, scale_gap(table.points, *(table.tallies[p] for p in pair))) for pair in pairs)
    return tuple(
        Difference(*pair, gap.means, gap.chance, not gap.superiority_low <= 0.5 <= gap.superiority_high)
        for pair, gap in gaps
    )


def _with_verdict(line: Line) -> Line:
    if line.kind is LineKind.SCALE:
        return replace(line, verdict=_scale_verdict(line))
    cells = [(position, side.cell) for position, side in enumerate(line.sides) if side.cell.n]
    if len(cells) < 2:
        return line
    says = [position for position, cell in cells if _says(cell)]
    if len(says) == len(cells):
        return replace(line, verdict=Verdict.ALL)
    if len(says) == 1 and _only_one_says(line, says[0], cells):
        return replace(line, verdict=Verdict.ONE, only=says[0])
    if line.has_clear_difference:
        return replace(line, verdict=Verdict.DIFFER)
    if all(_upper(cell) < MINORITY_HIGH for _, cell in cells):
        return replace(line, verdict=Verdict.MINORITY)
    return line


def _says(cell: Cell) -> bool:
    if cell.shares is None:
        return False
    least = cell.shares[0]
    return least.rate >= SAYS_RATE and least.interval[0] > SAYS_LOW


def _only_one_says(line: Line, only: int, cells: Sequence[tuple[int, Cell]]) -> bool:
    others = [cell for position, cell in cells if position != only]
    clear = [d for d in line.differences if only in (d.left, d.right) and d.is_clear]
    hardly = all(cell.visibility is Visibility.FEW or _upper(cell) < HARDLY_HIGH for cell in others)
    return hardly and len(clear) == len(others)


def _upper(cell: Cell) -> float:
    return cell.interval[1] if cell.interval else 1.0


def _scale_verdict(line: Line) -> Verdict:
    middle = sum(line.points) / 2
    means = [side.mean for side in line.sides if side.mean]
    if len(means) < 2:
        return Verdict.TOO_FEW
    if all(mean.low > middle for mean in means) or all(mean.high < middle for mean in means):
        return Verdict.ALL
    return Verdict.DIFFER if line.has_clear_difference else Verdict.TOO_FEW


def _one_per_statement(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Keep the most telling stance of each statement: most people would read the others as the same news.

    Where one group alone agrees and another alone disagrees, the statement is one on which they differ.
    """
    kept: dict[tuple[str, str], Line] = {}
    for line in lines:
        key = (line.table_id, "" if line.kind is LineKind.STATEMENT else line.line_id)
        first = kept.setdefault(key, line)
        if first is not line and Verdict.ONE is first.verdict is line.verdict and first.only != line.only:
            kept[key] = replace(first, verdict=Verdict.DIFFER, only=None)
    return tuple(sorted(kept.values(), key=_reading_order))


def _reading_order(line: Line) -> tuple[int, float]:
    # Under a heading, what most people say comes first; what may not be seen does not decide.
    rates = [side.cell.shares[0].rate for side in line.sides if side.cell.shares]
    mean = sum(rates) / len(rates) if rates else 0.0
    return list(Verdict).index(line.verdict), -(
        mean if line.verdict is Verdict.ALL else max(rates, default=0.0)
    )
