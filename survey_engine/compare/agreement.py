"""The agreement map: what all groups say, where they part, and what only one of them says.

Every line (an option, a stance on a statement, a theme, a scale) goes under one heading, by
these rules. They look only at what everybody may see: a cell told as "few" or as a range
counts at its least favourable number, so that a heading gives no number away.

    a group SAYS it        at least half of those who answered, and Wilson's lower bound
                           is above one third (8 of 12 does, 6 of 14 and 3 of 4 do not)
    a group HARDLY says it its cell is "few", or a range from none to at most one third,
                           or Wilson's upper bound is below one third
    a difference is CLEAR  Fisher's exact test stands after Benjamini-Hochberg over all pairs
                           of groups in all lines of the kind, and Newcombe's interval leaves out 0
                           (for a scale: Mann-Whitney's test, and the interval of its effect)

    ALL       every group says it (even where one says it clearly more often)
    ONE       one group says it, every other hardly does, and the difference to each is clear
    DIFFER    some difference is clear
    MINORITY  in no group may it be half: every upper bound is below one half
    TOO_FEW   none of these: with these numbers nothing can be said

A scale is said to lean where the interval of its mean lies on one side of the middle:
ALL where every group leans the same way, else DIFFER where a difference is clear.
Groups below k, and people who named no group, are left out of every rule; with fewer than
two groups nothing is sorted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from survey_engine.compare.lines import Line, held_in_check, line_of_scale, lines_of_table
from survey_engine.compare.models import ComparedGroup, CountTable, LineKind, ScaleTable
from survey_engine.compare.suppression import Cell, Visibility
from survey_engine.compare.verdicts import Verdict

SAYS_RATE, SAYS_LOW = 1 / 2, 1 / 3
HARDLY_HIGH = 1 / 3
MINORITY_HIGH = 1 / 2


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
    lines = [line for line in sort_lines(tables, scales, k) if not line.set_apart]
    comparisons = sum(len(line.differences) for line in lines)
    in_order = tuple(sorted(_one_per_statement(lines), key=_reading_order))
    return Agreement(in_order, _groups_of(tables, scales), k, comparisons)


def sort_lines(tables: Sequence[CountTable], scales: Sequence[ScaleTable], k: int) -> list[Line]:
    """Return every line with its verdict, in the order of the tables; differences held in check together."""
    counted = [line for table in tables for line in lines_of_table(table, k)]
    lines = held_in_check([*counted, *(line_of_scale(scale, k) for scale in scales)])
    return [_with_verdict(line) for line in lines]


def _groups_of(tables: Sequence[CountTable], scales: Sequence[ScaleTable]) -> tuple[ComparedGroup, ...]:
    compared = [table.groups for table in tables] + [scale.groups for scale in scales]
    return compared[0] if compared else ()


def _with_verdict(line: Line) -> Line:
    if line.kind is LineKind.SCALE:
        return replace(line, verdict=_scale_verdict(line))
    cells = [(position, side.cell) for position, side in enumerate(line.sides) if side.is_compared]
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
    return all(map(_hardly_says, others)) and len(clear) == len(others)


def _hardly_says(cell: Cell) -> bool:
    may_be_none = (
        cell.visibility is Visibility.BETWEEN and cell.least == 0 and cell.most <= HARDLY_HIGH * cell.n
    )
    return cell.visibility is Visibility.FEW or may_be_none or _upper(cell) < HARDLY_HIGH


def _upper(cell: Cell) -> float:
    return cell.interval[1] if cell.interval else 1.0


def _scale_verdict(line: Line) -> Verdict:
    middle = sum(line.points) / 2
    means = [side.mean for side in line.sides if side.is_compared and side.mean]
    if len(means) < 2:
        return Verdict.TOO_FEW
    if all(mean.low > middle for mean in means) or all(mean.high < middle for mean in means):
        return Verdict.ALL
    return Verdict.DIFFER if line.has_clear_difference else Verdict.TOO_FEW


def _one_per_statement(lines: Sequence[Line]) -> list[Line]:
    """Keep the most telling stance of each statement (agreeing, where both tell as much): the other is the same news."""
    kept: dict[tuple[str, str], Line] = {}
    for line in lines:
        key = (line.table_id, "" if line.kind is LineKind.STATEMENT else line.line_id)
        first = kept.setdefault(key, line)
        if _rank(line) < _rank(first):
            kept[key] = line
    return list(kept.values())


def _rank(line: Line) -> int:
    return list(Verdict).index(line.verdict)


def _reading_order(line: Line) -> tuple[int, float]:
    # Under a heading, what most people say comes first; what may not be seen does not decide.
    rates = [side.cell.shares[0].rate for side in line.sides if side.is_compared and side.cell.shares]
    mean = sum(rates) / len(rates) if rates else 0.0
    return _rank(line), -(mean if line.verdict is Verdict.ALL else max(rates, default=0.0))
