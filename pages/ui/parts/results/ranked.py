"""What people wrote and voted on as a ranked table, each text with its votes and n."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.parts.results.base import people_said
from survey_engine.collect.kinds import Voices
from survey_engine.design.kinds import Contributing


def draw_ranked(question: Contributing, voices: Voices, *, text: str, votes: str) -> None:
    """Draw the texts by votes under these two headings; a column says which were answered, where they can be."""
    rows = voices.ranked
    said = "; ".join(f"{row.text}: {row.tally[0]} (n {row.people})" for row in rows[:12])
    table = pd.DataFrame(
        {
            "text": [row.text for row in rows],
            "votes": [row.tally[0] for row in rows],
            "people": [row.people for row in rows],
            "answered": [row.answered for row in rows],
        }
    )
    st.dataframe(
        table if question.can_be_answered else table.drop(columns="answered"),
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= 8 else 320,
        alt=f"{localised(question.text)} {people_said(voices.people)}. {said}",
        column_config={
            "text": st.column_config.TextColumn(text, width="medium"),
            "votes": st.column_config.ProgressColumn(
                votes, min_value=0, max_value=max([row.tally[0] for row in rows] + [1]), format="%d"
            ),
            "people": st.column_config.NumberColumn(_("People"), width="small"),
            "answered": st.column_config.CheckboxColumn(_("Was answered")),
        },
    )
    st.caption(people_said(voices.people))
