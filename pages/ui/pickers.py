"""Which study, session or guideline a page is about: taken from the address, never from the session."""

import streamlit as st

from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session
from survey_engine.design.models import Study


def study_or_stop() -> Study:
    """Return the study that the address names, if the visitor may see it; otherwise say so and stop."""
    study_id = st.query_params.get("study", "")
    bench = workbench()
    if study_id:
        with problems_shown():
            return bench.studies.get(study_id)
    else:
        st.info(_("Choose a study first."), icon=":material/info:")
    link_to("studies", _("To my studies"))
    st.stop()


def session_or_stop() -> Session:
    """Return the session that the address names, if the visitor may see it; otherwise say so and stop."""
    session_id = st.query_params.get("session", "")
    bench = workbench()
    if session_id:
        with problems_shown():
            return bench.sessions.get(session_id)
    else:
        st.info(_("Choose a session first."), icon=":material/info:")
    study_id = st.query_params.get("study", "")
    link_to("sessions" if study_id else "studies", _("To the sessions"), study=study_id)
    st.stop()
