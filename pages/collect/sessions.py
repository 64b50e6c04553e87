"""Sessions: every occasion on which answers are collected for a study, and a way to a new one."""

import streamlit as st

from pages.collect.parts.new_session import draw_new_session
from pages.collect.parts.session_card import draw_session
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
sessions = workbench().sessions

st.title(_("Sessions"))
with problems_shown():
    held = sessions.of_study(study.id)
    draw_new_session(study, sessions.versions(study.id), held=len(held))
    if not held:
        st.info(
            _(
                "No session yet. A live session asks a room one question at a time; an open survey is filled "
                "in by link; a session for notes keeps what was said aloud."
            ),
            icon=":material/info:",
        )
    for session in held:
        draw_session(session)
