"""Choosing the answer to quote from: all answers in words, to be looked through by their words."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.themes.parts.scope import group_label
from pages.ui.i18n import _, ngettext
from survey_engine.design.models import Study
from survey_engine.themes.codings import Voice


def choose_answer(study: Study, voices: Sequence[Voice]) -> str | None:
    """Draw the answers that hold the sought words and return the id of the one that was chosen."""
    sought = st.text_input(_("Look for words"), key="sought", icon=":material/search:").strip().casefold()
    found = [voice for voice in voices if sought in voice.text.casefold()]
    st.caption(ngettext("{n} answer", "{n} answers", len(found)).format(n=len(found)))
    chosen = st.dataframe(
        pd.DataFrame(
            {
                "answer": [voice.text for voice in found],
                "group": [group_label(study, voice.group_key) for voice in found],
                "session": [voice.session_title for voice in found],
            }
        ),
        key="answers_to_quote",
        hide_index=True,
        height="content" if len(found) <= 6 else 270,
        on_select="rerun",
        selection_mode="single-row",
        alt=_("Answers, each with its group and session"),
        column_config={
            "answer": st.column_config.TextColumn(_("Answer"), width="large"),
            "group": st.column_config.TextColumn(_("Group")),
            "session": st.column_config.TextColumn(_("Session")),
        },
    )
    rows = chosen["selection"]["rows"]
    return found[rows[0]].id if rows and rows[0] < len(found) else None
