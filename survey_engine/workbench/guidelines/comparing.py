"""Counts by group as a guideline may publish them: everything passes through the protection of small groups."""

from collections.abc import Callable, Sequence

from survey_engine.compare.lines import Line, Side
from survey_engine.compare.models import ComparedGroup, CountTable, GroupedCounts, LineKind
from survey_engine.compare.suppression import Cell, Visibility, protect
from survey_engine.guidelines.facts import ComparedLine, ComparisonFact, Known
from survey_engine.workbench.compare import GroupComparison


def protection(k: int) -> Callable[[Sequence[int]], Sequence[Known]]:
    """Return what may be told of people by group when their sum is published beside them."""

    def known(people: Sequence[int]) -> Sequence[Known]:
        groups = tuple(ComparedGroup(str(place), "") for place in range(len(people)))
        line = GroupedCounts("", "", tuple(people))
        table = CountTable(
            table_id="",
            label="",
            kind=LineKind.CHOICE,
            groups=groups,
            sizes=(sum(people),) * len(groups),
            lines=(line,),
            adds_up=False,
            totals_known=True,
        )
        return [_count(cell) for cell in protect(table, k).cells[0]]

    return known


def comparison_fact(
    compared: GroupComparison, code: str | None, order: Sequence[str], sessions: tuple[str, ...]
) -> ComparisonFact | None:
    """Return a protected comparison as evidence: one line of it, or all in the order of the codes."""
    lines = [line for line in compared.lines if code is None or line.line_id == code or _is_single(line)]
    if not lines:
        return None
    place = {line_id: number for number, line_id in enumerate(order)}
    lines.sort(key=lambda line: place.get(line.line_id, len(place)))
    return ComparisonFact(
        about=compared.label,
        sessions=sessions,
        groups=tuple(side.group.label for side in lines[0].sides),
        lines=tuple(
            ComparedLine(_label(line, compared), tuple(_side(side) for side in line.sides)) for line in lines
        ),
    )


def _is_single(line: Line) -> bool:
    return line.kind in (LineKind.SCALE, LineKind.THEME)


def _label(line: Line, compared: GroupComparison) -> str:
    return "" if line.label == compared.label else line.label


def _side(side: Side) -> Known:
    if side.mean is not None:
        mean = side.mean
        return Known(0, 0, n=mean.n, low=mean.low, high=mean.high, mean=mean.mean)
    return _share(side.cell)


def _share(cell: Cell) -> Known:
    low, high = cell.interval if cell.interval else (None, None)
    return Known(cell.least, cell.most, _is_few(cell), cell.n, low, high)


def _count(cell: Cell) -> Known:
    return Known(cell.least, cell.most, _is_few(cell))


def _is_few(cell: Cell) -> bool:
    return cell.visibility is Visibility.FEW
