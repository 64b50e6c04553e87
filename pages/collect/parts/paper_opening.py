"""How many sheets came back, and the field into which the code of the next one is typed."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, ngettext
from pages.ui.parts.keys import let_enter_go_on
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session
from survey_engine.workbench.paper import Batch

OPENING = "paper_opening"


def draw_counts(batches: Sequence[Batch]) -> None:
    """Say how many sheets were printed, and how many of them are typed in."""
    printed = sum(batch.last - batch.first + 1 for batch in batches)
    entered = sum(batch.entered for batch in batches)
    if printed:
        told = ngettext(
            "{entered} of {n} printed sheet is typed in.",
            "{entered} of {n} printed sheets are typed in.",
            printed,
        )
        st.markdown(told.format(entered=entered, n=printed))


def draw_opening(session: Session) -> None:
    """Draw the field for a code; the sheet that it belongs to is opened."""
    with st.form(OPENING, clear_on_submit=False):
        code = st.text_input(
            _("Code of the sheet"),
            placeholder=_("two words and three digits, or scan the square"),
            key="paper_code",
        )
        asked = st.form_submit_button(_("Open the sheet"), type="primary")
    let_enter_go_on(start=OPENING)
    if asked and code.strip():
        with problems_shown():
            st.query_params["sheet"] = workbench().paper.find(session.id, code=code).id
            st.rerun()
