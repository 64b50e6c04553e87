"""What a comparison is about, chosen on the page: which sessions, and which question or theme."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.i18n import _
from survey_engine.collect.models import Session
from survey_engine.compare.models import LineKind
from survey_engine.design.kinds import Question
from survey_engine.i18n import mark
from survey_engine.workbench.compare import Comparable

KINDS = {
    LineKind.CHOICE: mark("choice"),
    LineKind.STATEMENT: mark("statement"),
    LineKind.SCALE: mark("scale"),
    LineKind.THEME: mark("theme"),
}


def sessions_chosen(sessions: Sequence[Session]) -> tuple[str, ...]:
    """Return the ids of the sessions to compare over; none chosen means all of them."""
    if len(sessions) < 2:
        return ()
    titles = {session.id: session.title for session in sessions}
    chosen = st.multiselect(
        _("Sessions"),
        list(titles),
        format_func=titles.__getitem__,
        key="compare_sessions",
        placeholder=_("All"),
    )
    return tuple(chosen)


def comparable_chosen(comparables: Sequence[Comparable]) -> Comparable:
    """Return the question or theme to show by group, and keep its id in the address."""
    by_id = {one.id: one for one in comparables}
    ids, asked = list(by_id), st.query_params.get("subject", "")
    chosen: str = st.selectbox(
        _("Question or theme"),
        ids,
        index=ids.index(asked) if asked in by_id else 0,
        format_func=lambda one: f"{by_id[one].label} ({_(KINDS[by_id[one].kind])})",
    )
    st.query_params["subject"] = chosen
    return by_id[chosen]


def any_left_out(comparables: Sequence[Comparable], questions: Sequence[Question]) -> bool:
    """Say whether there are questions whose answers are not compared by group."""
    compared = {one.id for one in comparables}
    return any(question.takes_answers and question.id not in compared for question in questions)
