"""Means that may be shown: a mean, its interval and what the room has seen must give nobody away.

A scale is told by its means; the spread over the points is told only where no point
of any group holds fewer than k people, since sums can be solved for the few. An
interval is such a sum too (of squares), so it is widened to rounder ends until
other answers would have given the same ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations_with_replacement
from math import ceil, floor

from survey_engine.compare.models import CountTable, GroupedCounts, LineKind, ScaleTable
from survey_engine.compare.scales import ScaleMean, scale_mean
from survey_engine.compare.suppression import Cell, protect

Move = dict[int, int]

# To what part of a point the ends of an interval are rounded outwards, the finest that is safe.
STEPS = (0.1, 0.25, 0.5, 1.0)
EPSILON = 1e-9
# As many tables as a long guideline holds: each is looked through once, not at every look at a page.
REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class ProtectedScale:
    """A scale by group as it may be projected.

    `means[g]` is None for a group below k, and for every group where the means would give
    somebody away; `spread` is the tallies where they may be told; `cant_say` are cells.
    """

    means: tuple[ScaleMean | None, ...]
    spread: tuple[tuple[int, ...], ...] | None
    cant_say: tuple[Cell, ...]


@lru_cache(REMEMBERED)
def protect_scale(table: ScaleTable, k: int) -> ProtectedScale:
    """Return what may be told of a scale under threshold k."""
    means = next((means for step in STEPS if (means := _means_told(table, k, step))), None)
    means = means or (None,) * len(table.groups)
    is_open = all(people == 0 or people >= k for tally in table.tallies for people in tally)
    spread = table.tallies if is_open and all(means) else None
    return ProtectedScale(means, spread, protect(_cant_say_table(table), k).cells[0])


def _means_told(table: ScaleTable, k: int, step: float) -> tuple[ScaleMean | None, ...] | None:
    """Return the means with ends rounded to `step`, or None where they would give somebody away."""
    if any(_is_pinned(table, group, k, step) for group in range(len(table.groups))):
        return None
    return tuple(_rounded(table, tally, step) if sum(tally) >= k else None for tally in table.tallies)


def _rounded(table: ScaleTable, tally: Sequence[int], step: float) -> ScaleMean:
    mean = scale_mean(table.points, tally)
    low = max(min(table.points), step * floor(mean.low / step + EPSILON))
    high = min(max(table.points), step * ceil(mean.high / step - EPSILON))
    return ScaleMean(mean.mean, low, high, mean.n)


def _cant_say_table(table: ScaleTable) -> CountTable:
    sizes = tuple(size + unsure for size, unsure in zip(table.sizes, table.cant_say, strict=True))
    line = GroupedCounts("cant-say", "", table.cant_say)
    return CountTable(
        table_id=table.table_id,
        label="",
        kind=LineKind.SCALE,
        groups=table.groups,
        sizes=sizes,
        lines=(line,),
        adds_up=False,
        totals_known=table.totals_known,
    )


def _is_pinned(table: ScaleTable, group: int, k: int, step: float) -> bool:
    """Say whether what would be told fixes a point of this group with 1 to k-1 people."""
    tally = table.tallies[group]
    few = {point for point, people in enumerate(tally) if 0 < people < k}
    if sum(tally) < k or not few:
        return False
    moved: set[int] = set()
    for move in _moves(len(tally)):
        # A move that touches none of the few that still stand fixed tells nothing new.
        if not (few - moved).isdisjoint(move) and _is_possible(table, group, move, step):
            moved |= set(move)
    return not few <= moved


@cache
def _moves(points: int) -> list[Move]:
    """Return the smallest changes that keep both n and the mean: two people step apart, or together."""
    moves = []
    for i, j in combinations_with_replacement(range(points), 2):
        if i == 0 or j == points - 1:
            continue
        apart: Move = {}
        for point, change in ((i - 1, 1), (i, -1), (j, -1), (j + 1, 1)):
            apart[point] = apart.get(point, 0) + change
        moves += [apart, {point: -change for point, change in apart.items()}]
    return moves


def _is_possible(table: ScaleTable, group: int, move: Move, step: float) -> bool:
    if not _looks_alike(table, group, move, step):
        return False
    # Where the room has seen its totals, another group has to make the opposite move.
    back = {point: -change for point, change in move.items()}
    others = [other for other in range(len(table.groups)) if other != group]
    return (
        not table.totals_known
        or not others
        or any(_looks_alike(table, other, back, step) for other in others)
    )


def _looks_alike(table: ScaleTable, group: int, move: Move, step: float) -> bool:
    tally = table.tallies[group]
    if any(tally[point] + change < 0 for point, change in move.items()):
        return False
    moved = tuple(people + move.get(point, 0) for point, people in enumerate(tally))
    return _rounded(table, moved, step) == _rounded(table, tally, step)
