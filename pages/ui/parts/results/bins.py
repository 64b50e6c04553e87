"""Numbers and days as a histogram: a row for each number, day, or range of them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.parts.results.base import people_said
from pages.ui.plain import plain
from survey_engine.collect.kinds import BinRow
from survey_engine.design.kinds import Question


def draw_bins(question: Question, bins: Sequence[BinRow], people: int, *notes: str) -> None:
    """Draw how many people are in each bar, with n and what else is to be said below."""
    labels = [localised(row.label) for row in bins]
    numbers = [row.people for row in bins]
    said = "; ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    st.dataframe(
        pd.DataFrame({"answer": labels, "people": numbers}),
        hide_index=True,
        width="stretch",
        height="content",
        alt=f"{localised(question.text)} {people_said(people)}. {said}",
        column_config={
            "answer": st.column_config.TextColumn(_("Answer"), width="medium"),
            "people": st.column_config.ProgressColumn(
                _("People"), min_value=0, max_value=max([*numbers, 1]), format="%d"
            ),
        },
    )
    st.caption(plain(" · ".join(filter(None, (people_said(people), *notes)))))
