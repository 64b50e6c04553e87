"""Lines of a comparison in the visitor's words: rows of the charts, and the table beside each of them."""

from collections.abc import Sequence

import pandas as pd

from pages.ui.i18n import _, translator
from pages.ui.parts.agreement import Axis, Row
from survey_engine.compare.lines import Line, Side
from survey_engine.compare.models import ComparedGroup, LineKind
from survey_engine.compare.suppression import Visibility
from survey_engine.compare.wording import say_count, say_difference, say_gap, say_line, say_scale_mean
from survey_engine.i18n import mark

# Whoever agrees says the statement itself; a refusal has to be told apart from it.
STANCES = {"agree": "{statement}", "disagree": mark("“{statement}” – disagree")}


def title_of(line: Line) -> str:
    """Return what a line is about, as one text: the statement with its stance, the option with its question."""
    if line.kind is LineKind.STATEMENT and line.line_id in STANCES:
        return _(STANCES[line.line_id]).format(statement=line.context.strip().rstrip("."))
    if line.kind is LineKind.CHOICE:
        return f"{line.context.rstrip('?:')}: {line.label}"
    return line.label


def chart_row(line: Line, *, label: str = "") -> Row:
    """Return a line as a row of a chart."""
    return Row(label or title_of(line), say_line(line, translator()), line)


def share_axis() -> Axis:
    """Return the axis of shares, in words."""
    return Axis(_("nobody"), _("half"), _("everybody"))


def scale_axis(line: Line) -> Axis:
    """Return the axis of a scale: its ends as the question names them."""
    least, most = line.points
    return Axis(f"{least} {line.ends[0]}".strip(), "", f"{most} {line.ends[1]}".strip())


def legend(groups: Sequence[tuple[ComparedGroup, int]], k: int) -> list[tuple[str, str]]:
    """Return the groups that took part, by key, with their size in words; one below k does not tell it."""
    return [
        (group.key, f"{group.label}, {people if people >= k else _('few')}")
        for group, people in groups
        if people
    ]


def counts_table(lines: Sequence[Line], *, in_full: bool) -> pd.DataFrame:
    """Return a row for each line and a column for each group: count with n, and interval, suppressed where they are.

    Below a scale stands who can't say, set apart.
    """
    table = {_("What"): [name for line in lines for name in _names(line, in_full)]}
    for position, side in enumerate(lines[0].sides):
        table[side.group.label] = [cell for line in lines for cell in _cells(line, line.sides[position])]
    return pd.DataFrame(table)


def spread_table(line: Line, spread: Sequence[Sequence[int]]) -> pd.DataFrame:
    """Return how many people of each group chose each point of a scale."""
    least, most = line.points
    names = [str(point) for point in range(least, most + 1)]
    names[0], names[-1] = scale_axis(line).left, scale_axis(line).right
    groups = {side.group.label: list(tally) for side, tally in zip(line.sides, spread, strict=True)}
    return pd.DataFrame({_("What"): names, **groups})


def differences_table(lines: Sequence[Line], *, in_full: bool) -> pd.DataFrame:
    """Return every difference between two groups in words, with its size and interval."""
    records = [
        (
            _name(line, in_full),
            say_difference(line, difference, translator()),
            say_gap(line, difference, translator()),
        )
        for line in lines
        for difference in line.differences
    ]
    return pd.DataFrame(records, columns=[_("What"), _("In words"), _("Difference, 95 % interval")])


def _name(line: Line, in_full: bool) -> str:
    return title_of(line) if in_full else line.label


def _names(line: Line, in_full: bool) -> list[str]:
    name = _name(line, in_full)
    return [name, _("Can't say")] if line.has_way_out else [name]


def _cells(line: Line, side: Side) -> list[str]:
    count = say_count(side.cell, translator())
    if line.kind is LineKind.SCALE:
        mean = say_scale_mean(side.mean, translator())
        return [mean, count] if line.has_way_out else [mean]
    return [" · ".join(part for part in (count, _size(side), _interval(side)) if part)]


def _size(side: Side) -> str:
    is_few = side.cell.visibility is Visibility.FEW and side.cell.n
    return _("n {n}").format(n=side.cell.n) if is_few else ""


def _interval(side: Side) -> str:
    if side.cell.visibility not in (Visibility.EXACT, Visibility.BETWEEN) or side.cell.interval is None:
        return ""
    low, high = side.cell.interval
    return _("{low:.0f} to {high:.0f} %").format(low=100 * low, high=100 * high)
