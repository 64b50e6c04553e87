"""Keep few people from being found in a comparison, by looking or by subtracting.

A cell with fewer than k people says "few". Where a sum that everybody knows would give
such a cell away (a column sums to its n, or the room has seen a line undivided),
other cells of the table are told as a range instead, until it no longer does.
The rules and what they cost are in `docs/decisions/small-groups.md`.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from survey_engine.compare.models import CountTable
from survey_engine.compare.residual import Position, Withheld, positions_of
from survey_engine.compare.shares import Share


class Visibility(StrEnum):
    """How much of a cell may be seen by everybody."""

    EXACT = "exact"
    BETWEEN = "between"
    FEW = "few"
    NO_ANSWERS = "no-answers"


@dataclass(frozen=True, slots=True)
class Cell:
    """What may be known about one count: `least` to `most` people out of `n`.

    `n` is 0 where the group itself is too small to be named with its size.
    """

    least: int
    most: int
    n: int
    visibility: Visibility

    @property
    def people(self) -> int | None:
        """The count, where it may be known."""
        return self.least if self.visibility is Visibility.EXACT else None

    @property
    def shares(self) -> tuple[Share, Share] | None:
        """The smallest and the largest share that the cell may be; None for a group below k."""
        return (Share(self.least, self.n), Share(self.most, self.n)) if self.n else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval, over everything that the count may be."""
        if self.shares is None:
            return None
        least, most = self.shares
        return least.interval[0], most.interval[1]


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """A table that may be projected: `cells[line][group]`, in the order of the table."""

    cells: tuple[tuple[Cell, ...], ...]
    k: int

    @property
    def withheld(self) -> int:
        """How many cells say less than their number."""
        hidden = (Visibility.FEW, Visibility.BETWEEN)
        return sum(cell.visibility in hidden for row in self.cells for cell in row)


def protect(table: CountTable, k: int) -> ProtectedTable:
    """Return the table as it may be projected, published or exported under threshold k."""
    few = frozenset(
        (line, group)
        for line, group in positions_of(table)
        if table.sizes[group] > 0 and table.lines[line].people[group] < k
    )
    withheld = _with_cover(Withheld(table, k, few))
    groups = range(len(table.groups))
    return ProtectedTable(
        tuple(tuple(_cell(withheld, (line, group)) for group in groups) for line in range(len(table.lines))),
        k,
    )


def _with_cover(withheld: Withheld) -> Withheld:
    # Nobody can be found in a cell that holds nobody. Yet where a line's total is known, covering
    # only the others would tell "few" from "none", so there the empty ones are covered too.
    endangered = [c for c in withheld.few if withheld.people(c) > 0 or withheld.table.totals_known]
    for cell in sorted(endangered, key=lambda cell: (withheld.people(cell), cell)):
        if withheld.is_determined(cell):
            withheld = _cover(withheld, cell)
    return withheld


def _cover(withheld: Withheld, cell: Position) -> Withheld:
    """Tell further cells as ranges so that `cell` cannot be worked out, as few people as possible.

    The candidates are those of the hypercube method (Giessing & Repsilber 2002): a partner
    in the same row or column, or the three other corners of a rectangle, with "few" kept
    or, where "few" itself says too much (two of them that sum to 2(k-1)), told as a range.
    """
    corners = _corners(withheld.table, cell)
    kept, opened = {cover - withheld.few for cover in corners}, {cover | {cell} for cover in corners}
    everything = frozenset(p for p in positions_of(withheld.table) if withheld.table.sizes[p[1]])
    by_cost = sorted(kept | opened, key=lambda cover: _cost(withheld, cover))
    for cover in (*by_cost, everything):
        covered = withheld.with_ranged(cover)
        if not covered.is_determined(cell):
            return covered
    # What the known sums give away by themselves, no table can take back.
    return withheld


def _cost(withheld: Withheld, cover: frozenset[Position]) -> tuple[int, int, list[Position]]:
    newly = sum(withheld.people(cell) for cell in cover - withheld.cells)
    return newly, len(cover & withheld.few), sorted(cover)


def _corners(table: CountTable, cell: Position) -> list[frozenset[Position]]:
    line, group = cell
    groups = [g for g in range(len(table.groups)) if g != group and table.sizes[g]]
    lines = [other for other in range(len(table.lines)) if other != line]
    beside = [frozenset({(line, g)}) for g in groups]
    below = [frozenset({(other, group)}) for other in lines]
    return beside + below + [frozenset({(line, g), (o, group), (o, g)}) for o, g in product(lines, groups)]


def _cell(withheld: Withheld, cell: Position) -> Cell:
    n, people = withheld.table.sizes[cell[1]], withheld.people(cell)
    if n == 0:
        return Cell(0, 0, 0, Visibility.NO_ANSWERS)
    if cell not in withheld.cells:
        return Cell(people, people, n, Visibility.EXACT)
    least, most = withheld.known_range(cell)
    if cell in withheld.ranged and most >= withheld.k:
        return Cell(least, most, n, Visibility.BETWEEN)
    shown_n = n if n >= withheld.k else 0
    return Cell(0, min(withheld.k - 1, shown_n), shown_n, Visibility.FEW)
