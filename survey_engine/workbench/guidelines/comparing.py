"""Counts by group as a guideline may publish them: everything passes through the protection of small groups."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from survey_engine.compare.lines import Line, Side, lines_of_table
from survey_engine.compare.models import ComparedGroup, CountTable, GroupedCounts, LineKind
from survey_engine.compare.suppression import Cell, Visibility, protect
from survey_engine.design.kinds.base import place_of
from survey_engine.guidelines.facts import ComparedLine, ComparisonFact, Known
from survey_engine.workbench.compare import ComparisonView

_SINGLE = (LineKind.SCALE, LineKind.THEME)


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
        return [_count(cell, k) for cell in protect(table, k).cells[0]]

    return known


def comparison_fact(
    about: str, lines: Sequence[Line], code: str | None, order: Sequence[str], sessions: tuple[str, ...]
) -> ComparisonFact | None:
    """Return protected lines as evidence: the one of a code, or all in the order of the codes; None without any."""
    place = {line_id: number for number, line_id in enumerate(order)}
    # A code of a matrix or of criteria is a point in one of its lines.
    own = [line for line in lines if code and line.line_id in (code, place_of(code)[0])]
    wanted = own or [line for line in lines if code is None or line.kind in _SINGLE]
    wanted.sort(key=lambda line: place.get(line.line_id, len(place)))
    if not wanted:
        return None
    return ComparisonFact(
        about=about,
        sessions=sessions,
        groups=tuple(side.group.label for side in wanted[0].sides),
        lines=tuple(
            ComparedLine("" if line.label == about else line.label, tuple(map(_side, line.sides)))
            for line in wanted
        ),
    )


def theme_comparison(view: ComparisonView, theme_id: str, sessions: tuple[str, ...]) -> ComparisonFact | None:
    """Return a theme by group; None where it was dismissed, or nobody in these sessions raised it."""
    theme = next((theme for theme in view.themes if theme.id == theme_id), None)
    table = next(iter(view.theme_tables([theme])), None) if theme else None
    if theme is None or table is None:
        return None
    # A guideline may name how many raised the theme in all, so that the sum counts as known.
    lines = list(lines_of_table(replace(table, totals_known=True), view.study.k))
    return comparison_fact(theme.name, lines, None, (), sessions)


def _side(side: Side) -> Known:
    if side.mean is not None:
        mean = side.mean
        return Known(0, 0, n=mean.n, low=mean.low, high=mean.high, mean=mean.mean)
    return _share(side.cell)


def _share(cell: Cell) -> Known:
    low, high = cell.interval if cell.interval else (None, None)
    return Known(cell.least, cell.most, _is_few(cell), cell.n, low, high)


def _count(cell: Cell, k: int) -> Known:
    return Known(0, k - 1, few=True) if _is_few(cell) else Known(cell.least, cell.most)


def _is_few(cell: Cell) -> bool:
    return cell.visibility is Visibility.FEW
