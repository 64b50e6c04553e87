"""Information: there is no result, and that is said."""

import streamlit as st

from pages.ui.i18n import _
from survey_engine.collect.kinds import Nothing
from survey_engine.design.kinds import Question


def draw(question: Question, nothing: Nothing) -> None:
    """Say that this is read and not answered."""
    st.caption(_("This is for reading; nobody answers it."))
