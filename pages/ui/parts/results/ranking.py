"""Ranking: options by points for their places, with mean place and first places."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised, say_mean
from pages.ui.parts.results.base import people_said
from survey_engine.collect.kinds import Ranks, one_decimal
from survey_engine.design.kinds import Ranking


def draw(question: Ranking, ranks: Ranks) -> None:
    """Draw the options in the order that people made together; every mean has its n beside it."""
    rows = ranks.in_order
    table = pd.DataFrame(
        {
            "option": [localised(row.label) for row in rows],
            "score": [float(one_decimal(row.score)) for row in rows],
            "mean": [None if row.mean is None else float(one_decimal(row.mean)) for row in rows],
            "first": [row.first for row in rows],
            "ranked": [row.ranked for row in rows],
        }
    )
    said = "; ".join(f"{localised(row.label)}: {say_mean(row.mean)} (n {row.ranked})" for row in rows)
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= 8 else 320,
        alt=f"{localised(question.text)} {people_said(ranks.people)}. {said}",
        column_config={
            "option": st.column_config.TextColumn(_("Answer"), width="medium"),
            "score": st.column_config.ProgressColumn(
                _("Points for places"),
                min_value=0,
                max_value=max(ranks.places, 1),
                format="%.1f",
                help=_("The last place is worth 1, each place above it one more, no place 0; mean of all."),
            ),
            "mean": st.column_config.NumberColumn(_("Mean place"), format="%.1f"),
            "first": st.column_config.NumberColumn(_("First places")),
            "ranked": st.column_config.NumberColumn(_("Ranked by")),
        },
    )
    st.caption(people_said(ranks.people))
