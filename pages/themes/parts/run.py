"""Asking for suggestions: over what, how many themes, and how far the work has come."""

import streamlit as st

from pages.themes.parts.scope import Scope
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.workbench import workbench
from survey_engine.design.models import Study

FEWEST, MOST = 2, 20


def draw_run(study: Study, scope: Scope) -> None:
    """Draw the slider and the button; while the machine works, show how far it is and let it be stopped."""
    themes = workbench().themes
    usual = min(MOST, themes.usual_count(study.id, scope.questions))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        count = st.slider(
            _("How many new themes to look for"),
            FEWEST,
            MOST,
            usual,
            key=f"count_{usual}",
            help=_("No count is right by itself: start with this one, then merge and split."),
        )
        asked = st.button(_("Suggest themes"), type="primary", icon=":material/auto_awesome_motion:")
    if asked:
        _run(study, scope, None if count == usual else count)


def _run(study: Study, scope: Scope, count: int | None) -> None:
    bar = st.progress(0.0, text=_("Reading the answers …"))
    stop = st.empty()
    stop.button(_("Stop"), key="stop_run", icon=":material/stop:")

    def heard(share: float) -> None:
        # A press on Stop reruns the page, and this call is where the run then ends.
        bar.progress(share, text=_("Reading the answers …"))

    with problems_shown():
        found = workbench().themes.suggest(
            study.id, scope.questions, session_ids=scope.sessions, count=count, progress=heard
        )
        if found.themes:
            say_after_rerun(_("There is a new draft. Kept themes are as they were."))
        else:
            say_after_rerun(_("The answers are too few or too unlike for a theme."))
        st.rerun()
