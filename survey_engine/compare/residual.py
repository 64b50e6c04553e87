"""What somebody can work out from a table who knows its sums.

The withheld cells of a table are a flow between its rows and columns. A cell can be
worked out exactly when no other flow with the same sums changes it, that is, when no
cycle of withheld cells with room to move passes through it.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from survey_engine.compare.models import CountTable

Position = tuple[int, int]
Node = tuple[str, int]
Bounds = tuple[int, int]

FREE: Node = ("free", 0)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Which cells of a table are told as "few" (that is, below k) or only as a range."""

    table: CountTable
    k: int
    few: frozenset[Position]
    ranged: frozenset[Position] = frozenset()

    @property
    def cells(self) -> frozenset[Position]:
        """All positions whose number is not told."""
        return self.few | self.ranged

    def with_ranged(self, more: frozenset[Position]) -> "Withheld":
        """Return the same with these cells told as ranges, also where they were "few"."""
        return Withheld(self.table, self.k, self.few - more, self.ranged | more)

    def people(self, cell: Position) -> int:
        """Return the true count of a cell."""
        return self.table.lines[cell[0]].people[cell[1]]

    def is_determined(self, cell: Position) -> bool:
        """Say whether the known sums leave only one value for a withheld cell."""
        return not (self._can_move(cell, 1) or self._can_move(cell, -1))

    def known_range(self, cell: Position) -> Bounds:
        """Return the range that the known sums leave for a cell, as anybody could work it out.

        Bounds are passed along rows and columns until nothing changes. Of "few" it is
        known only that they are below k, since the size of a group below k is not told.
        """
        bounds = {c: (0, self.k - 1) if c in self.few else self._bounds(c) for c in self.cells}
        sums = self._known_sums()
        before: dict[Position, Bounds] = {}
        while before != bounds:
            before = dict(bounds)
            for cells, total in sums:
                for each in cells:
                    bounds[each] = _tighten(each, cells, total, bounds)
        return bounds[cell]

    def _bounds(self, cell: Position) -> Bounds:
        n = self.table.sizes[cell[1]]
        return 0, min(self.k - 1, n) if cell in self.few else n

    def _has_room(self, cell: Position, change: int) -> bool:
        least, most = self._bounds(cell)
        return least <= self.people(cell) + change <= most

    def _can_move(self, cell: Position, step: int) -> bool:
        """Say whether a cell can change by `step` while every known sum stays.

        What the cell takes from its row, the row must get back from other cells, along a
        path that ends in the cell's column (augmenting path, breadth first).
        """
        if not self._has_room(cell, step):
            return False
        start, goal = ("row", cell[0]), ("column", cell[1])
        queue, seen = deque([start]), {start}
        while queue:
            for node in self._reached_from(queue.popleft(), cell, step):
                if node == goal:
                    return True
                if node not in seen:
                    seen.add(node)
                    queue.append(node)
        return False

    def _reached_from(self, node: Node, start: Position, step: int) -> Iterator[Node]:
        kind, index = node
        if node == FREE:
            yield from self._free_nodes()
            return
        here, there, change = (0, 1, -step) if kind == "row" else (1, 0, step)
        for cell in self.cells:
            if cell[here] == index and cell != start and self._has_room(cell, change):
                yield ("column" if kind == "row" else "row", cell[there])
        if not (self.table.totals_known if kind == "row" else self.table.adds_up):
            yield FREE

    def _free_nodes(self) -> Iterator[Node]:
        # A sum that nobody knows can take or give without being noticed.
        if not self.table.totals_known:
            yield from (("row", row) for row in range(len(self.table.lines)))
        if not self.table.adds_up:
            yield from (("column", column) for column in range(len(self.table.groups)))

    def _known_sums(self) -> list[tuple[list[Position], int]]:
        sizes = self.table.sizes
        lines = [[c for c in self.cells if c[0] == row] for row in range(len(self.table.lines))]
        stacks = [[c for c in self.cells if c[1] == g] for g in range(len(sizes)) if sizes[g] >= self.k]
        known = (lines if self.table.totals_known else []) + (stacks if self.table.adds_up else [])
        return [(cells, sum(map(self.people, cells))) for cells in known if cells]


def positions_of(table: CountTable) -> list[Position]:
    """Return every (line, group) position of a table."""
    return list(product(range(len(table.lines)), range(len(table.groups))))


def _tighten(cell: Position, cells: list[Position], total: int, bounds: dict[Position, Bounds]) -> Bounds:
    others = [bounds[other] for other in cells if other != cell]
    least, most = bounds[cell]
    return max(least, total - sum(high for _, high in others)), min(
        most, total - sum(low for low, _ in others)
    )
