"""The live result of the question at hand, for the facilitator's eyes."""

import streamlit as st

from pages.collect.parts.live import summary_of
from pages.ui.i18n import _
from pages.ui.parts.results import draw_result
from survey_engine.collect.models import Session
from survey_engine.collect.rooms import Step


def draw_live_result(session: Session, step: Step) -> None:
    """Draw what has been answered so far, whether or not the room sees it."""
    if step.number is not None and not step.answered:
        st.caption(_("Nobody has answered yet."))
        return
    draw_result(step.question, summary_of(session.id, step.question.id))
