"""Matrix: statements by points, each with its mean and how many people chose a point."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised, say_mean
from pages.ui.parts.results.base import people_said
from pages.ui.plain import plain
from survey_engine.collect.kinds import Grid, one_decimal
from survey_engine.design.kinds import Matrix


def draw(question: Matrix, grid: Grid) -> None:
    """Draw the counts of every point beside each statement; the mean stands with its n."""
    points = [str(point) for point in range(1, grid.points + 1)]
    table = pd.DataFrame(
        {
            "statement": [localised(row.label) for row in grid.rows],
            "mean": [None if row.mean is None else float(one_decimal(row.mean)) for row in grid.rows],
            "n": [row.people for row in grid.rows],
            **{point: [row.tally[int(point) - 1] for row in grid.rows] for point in points},
            "apart": [row.cant_say for row in grid.rows],
        }
    )
    said = "; ".join(f"{localised(row.label)}: {say_mean(row.mean)} (n {row.people})" for row in grid.rows)
    st.dataframe(
        table if question.cant_say else table.drop(columns="apart"),
        hide_index=True,
        width="stretch",
        height="content",
        alt=f"{localised(question.text)} {people_said(grid.people)}. {said}",
        column_config={
            "statement": st.column_config.TextColumn(_("Statement"), width="medium"),
            "mean": st.column_config.ProgressColumn(
                _("Mean"), min_value=1, max_value=grid.points, format="%.1f"
            ),
            "n": st.column_config.NumberColumn(_("n"), width="small", help=_("People who chose a point")),
            "apart": st.column_config.NumberColumn(_("Can't say")),
            **{point: st.column_config.NumberColumn(point, width="small") for point in points},
        },
    )
    st.caption(" · ".join(filter(None, (people_said(grid.people), plain(_legend(question))))))


def _legend(question: Matrix) -> str:
    names = {point: localised(question.point_label(point)) for point in question.point_codes}
    return " · ".join(f"{point} = {name}" for point, name in names.items() if name)
