"""Means that may be shown: a mean together with what the room has seen must give nobody away.

A scale is told by its means; the spread over the points is told only where no point
of any group holds fewer than k people, since a mean and a spread together are sums
that can be solved for the few.
"""

from dataclasses import dataclass
from itertools import combinations_with_replacement

from survey_engine.compare.models import CountTable, GroupedCounts, LineKind, ScaleTable
from survey_engine.compare.scales import ScaleMean, scale_mean
from survey_engine.compare.suppression import Cell, protect

Move = dict[int, int]


@dataclass(frozen=True, slots=True)
class ProtectedScale:
    """A scale by group as it may be projected.

    `means[g]` is None for a group below k, and for every group where the means would give
    somebody away; `spread` is the tallies where they may be told; `cant_say` are cells.
    """

    means: tuple[ScaleMean | None, ...]
    spread: tuple[tuple[int, ...], ...] | None
    cant_say: tuple[Cell, ...]


def protect_scale(table: ScaleTable, k: int) -> ProtectedScale:
    """Return what may be told of a scale under threshold k."""
    told = not any(_is_pinned(table, group, k) for group in range(len(table.groups)))
    means = tuple(
        scale_mean(table.points, tally) if told and sum(tally) >= k else None for tally in table.tallies
    )
    is_open = all(people == 0 or people >= k for tally in table.tallies for people in tally)
    spread = table.tallies if is_open and all(means) else None
    return ProtectedScale(means, spread, protect(_cant_say_table(table), k).cells[0])


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


def _is_pinned(table: ScaleTable, group: int, k: int) -> bool:
    """Say whether a mean, its n and the room's totals fix a point of this group with 1 to k-1 people."""
    tally = table.tallies[group]
    if sum(tally) < k:
        return False
    moves = [move for move in _moves(len(tally)) if _is_possible(table, group, move)]
    moved = {point for move in moves for point in move}
    return any(0 < people < k and point not in moved for point, people in enumerate(tally))


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


def _is_possible(table: ScaleTable, group: int, move: Move) -> bool:
    if not _has_people(table.tallies[group], move):
        return False
    # Where the room has seen its totals, another group has to make the opposite move.
    back = {point: -change for point, change in move.items()}
    others = [tally for other, tally in enumerate(table.tallies) if other != group]
    return not table.totals_known or not others or any(_has_people(tally, back) for tally in others)


def _has_people(tally: tuple[int, ...], move: Move) -> bool:
    return all(tally[point] + change >= 0 for point, change in move.items())
