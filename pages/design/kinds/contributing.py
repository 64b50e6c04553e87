"""Writing how people contribute to a question: how many texts each, how long, and with which phase it begins."""

from typing import TypeVar

import streamlit as st

from pages.ui.i18n import _
from survey_engine.design.kinds import Contributing, Phase
from survey_engine.i18n import mark

C = TypeVar("C", bound=Contributing)
PHASES = {
    Phase.BOTH: mark("Writing and voting"),
    Phase.COLLECTING: mark("Writing alone"),
    Phase.VOTING: mark("Voting alone"),
}


def edit_contributions(question: C, label: str, *, least: int = 1) -> C:
    """Draw how much each person may write; others see it once it was let through."""
    key = question.id
    most = st.number_input(
        label,
        least,
        10,
        question.most,
        key=f"{key}-most",
        help=_("Others see what somebody wrote once you have let it through."),
    )
    longest = st.number_input(
        _("Longest text, in characters"), 20, 1_000, question.longest, step=20, key=f"{key}-longest"
    )
    return question.model_copy(update={"most": most, "longest": longest})


def edit_phase(question: C) -> C:
    """Draw with what people begin; the facilitator opens the other phases during the session."""
    starts_with = st.selectbox(
        _("People begin with"),
        question.phases,
        index=question.phases.index(question.starts_with),
        format_func=lambda phase: _(PHASES[Phase(phase)]),
        key=f"{question.id}-phase",
    )
    return question.model_copy(update={"starts_with": Phase(starts_with)})
