"""Parts of the compare pages: a section of the agreement map, a chart with its table, what was said."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.compare.parts.passages import show_passages
from pages.compare.parts.rows import (
    chart_row,
    counts_table,
    differences_table,
    legend,
    scale_axis,
    share_axis,
    spread_table,
    title_of,
)
from pages.ui.compact import is_phone
from pages.ui.i18n import _, translator
from pages.ui.parts.agreement import Axis, Row, agreement_chart, legend_chart
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.compare.lines import Line
from survey_engine.compare.models import ComparedGroup, LineKind
from survey_engine.compare.verdicts import Verdict
from survey_engine.compare.wording import say_difference
from survey_engine.design.models import Study
from survey_engine.i18n import mark

HEADINGS = {
    Verdict.ALL: mark("All groups say this"),
    Verdict.DIFFER: mark("They differ"),
    Verdict.ONE: mark("Only one group says this"),
    Verdict.TOO_FEW: mark("Too few to tell"),
    Verdict.MINORITY: mark("Fewer than half say this in every group"),
}


def show_legend(groups: Sequence[tuple[ComparedGroup, int]], k: int) -> None:
    """Draw who is compared: each group's shape, name and size."""
    if shown := legend(groups, k):
        words = ", ".join(words for _key, words in shown)
        if is_phone():
            st.text(" · ".join(words for _key, words in shown))
            return
        st.vega_lite_chart(
            legend_chart(shown), width="stretch", alt=_("Groups: {groups}").format(groups=words)
        )


def show_section(study: Study, verdict: Verdict, lines: Sequence[Line], session_ids: Sequence[str]) -> None:
    """Draw one heading of the map with its lines; what few say, and what has no number, stays folded."""
    told = [line for line in lines if line.tells_numbers]
    _show_told(study, verdict, told, session_ids)
    if untold := [line for line in lines if not line.tells_numbers]:
        folded = _("Few people in every group, or nobody")
        with st.expander(f"{folded} ({len(untold)})"):
            st.markdown("\n".join(f"- {plain(title_of(line))}" for line in untold))


def _show_told(study: Study, verdict: Verdict, lines: Sequence[Line], session_ids: Sequence[str]) -> None:
    if not lines:
        return
    name = _heading(verdict, lines)
    if verdict is Verdict.MINORITY:
        with st.expander(f"{name} ({len(lines)})"):
            show_lines(study, lines, session_ids, name=name)
        return
    st.subheader(name)
    show_lines(study, lines, session_ids, name=name)


def show_lines(study: Study, lines: Sequence[Line], session_ids: Sequence[str], *, name: str) -> None:
    """Draw lines as charts, with their table, and what was said behind each theme."""
    counted = [line for line in lines if line.kind is not LineKind.SCALE]
    if counted:
        show_chart([chart_row(line) for line in counted], share_axis(), name=name)
    for line in lines:
        if line.kind is LineKind.SCALE:
            show_chart([chart_row(line)], scale_axis(line), name=line.label)
    box = st.expander(
        _("Table and what was said"),
        icon=":material/table:",
        key=f"compare_{lines[0].verdict}",
        on_change="rerun",
    )
    with box:
        show_tables(lines)
        if box.open:
            _show_what_was_said(study, counted, session_ids)


def _show_what_was_said(study: Study, lines: Sequence[Line], session_ids: Sequence[str]) -> None:
    for line in lines:
        if line.kind is LineKind.THEME and any(side.answers for side in line.sides):
            st.text(title_of(line))
            show_passages(workbench().comparisons.passages(study.id, line, session_ids=session_ids))


def show_chart(rows: Sequence[Row], axis: Axis, *, name: str) -> None:
    """Draw a chart; its sentences are also its text for those who do not see it, and all there is on a phone."""
    if is_phone():
        # Beside its label and its sentence a phone has no room for the picture.
        st.markdown("\n".join(f"- **{plain(row.label)}**  \n  {plain(row.sentence)}" for row in rows))
        return
    alt = name + ". " + " ".join(f"{row.label}: {row.sentence}" for row in rows)
    st.vega_lite_chart(agreement_chart(rows, axis, few=_("few")), width="stretch", alt=alt)


def show_tables(lines: Sequence[Line], *, in_full: bool = True) -> None:
    """Draw the counts with n and interval, and the differences in words with theirs.

    `in_full` names the question beside each option; without, the options stand alone.
    """
    st.table(_as_typed(counts_table(lines, in_full=in_full)), alt=_("People by group"))
    if any(line.differences for line in lines):
        st.table(_as_typed(differences_table(lines, in_full=in_full)), alt=_("Differences"))


def show_clear_differences(lines: Sequence[Line]) -> None:
    """Say in words which differences are clear; the others stand in the table."""
    for line in lines:
        for difference in line.differences:
            if difference.is_clear:
                sentence = say_difference(line, difference, translator())
                st.text(sentence if len(lines) == 1 else f"{line.label} – {sentence}")


def show_spread(line: Line, spread: Sequence[Sequence[int]]) -> None:
    """Draw how many people of each group chose each point, where that may be told."""
    st.table(_as_typed(spread_table(line, spread)), alt=_("People by point"))


def _as_typed(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose texts Streamlit draws as they were typed: it reads every cell as Markdown."""
    shown = table.map(lambda cell: plain(cell) if isinstance(cell, str) else cell)
    return shown.rename(columns=plain).set_index(plain(_("What")))


def _heading(verdict: Verdict, lines: Sequence[Line]) -> str:
    compared = {side.group.key for line in lines for side in line.sides if side.is_compared}
    if verdict is Verdict.ALL and len(compared) == 2:
        return _("Both groups say this")
    return _(HEADINGS[verdict])
