"""Statements: agree, disagree and pass for each, which most agree with and which divide people."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.parts.results.base import people_said
from pages.ui.plain import plain
from survey_engine.collect.kinds import VoiceRow, Voices
from survey_engine.collect.kinds.statements import most_agreed, most_divided
from survey_engine.design.kinds import Statements

NAMED = 3
# The statements need the room.
NARROW = 64


def draw(question: Statements, voices: Voices) -> None:
    """Draw every statement that was let through with its votes and n, and name those that stand out."""
    rows = voices.rows
    said = "; ".join(f"{_said(row)}: {row.tally[0]}/{row.tally[1]}/{row.tally[2]}" for row in rows[:12])
    st.dataframe(
        pd.DataFrame(
            {
                "statement": [_said(row) for row in rows],
                "agree": [row.tally[0] for row in rows],
                "disagree": [row.tally[1] for row in rows],
                "pass": [row.tally[2] for row in rows],
                "n": [row.people for row in rows],
            }
        ),
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= 8 else 320,
        alt=f"{localised(question.text)} {people_said(voices.people)}. {said}",
        column_config={
            "statement": st.column_config.TextColumn(_("Statement"), width="large"),
            **{name: st.column_config.NumberColumn(label, width=NARROW) for name, label in _votes().items()},
            "n": st.column_config.NumberColumn(_("n"), width=NARROW, help=_("People who voted on it")),
        },
    )
    st.caption(people_said(voices.people))
    _name(_("Most agreed"), most_agreed(voices, NAMED))
    _name(_("Most divided"), most_divided(voices, NAMED))


def _votes() -> dict[str, str]:
    return {"agree": _("Agree"), "disagree": _("Disagree"), "pass": _("Pass")}


def _name(title: str, rows: tuple[VoiceRow, ...]) -> None:
    if rows:
        listed = (f"- {plain(_said(row))} ({row.tally[0]} : {row.tally[1]}, n {row.people})" for row in rows)
        st.markdown("\n".join((f"**{title}**", "", *listed)))


def _said(row: VoiceRow) -> str:
    return row.text or localised(row.label)
