"""The draft: guidelines of a study, the chapters of one, or one recommendation with its evidence."""

import streamlit as st

from pages.guidelines.parts.about import offer_restoring, show_about
from pages.guidelines.parts.choosing import draft_of, guideline_chosen, recommendation_chosen
from pages.guidelines.parts.opening import show_guidelines, show_starting
from pages.guidelines.parts.outline import show_outline
from pages.guidelines.parts.recommendation import show_recommendation
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
guideline = guideline_chosen(bench, study)

if guideline is None:
    st.title(_("Guidelines"))
    offer_restoring(bench, study.id)
    with problems_shown():
        show_guidelines(bench, study, page="draft")
    show_starting(bench, study)
    st.stop()

with problems_shown():
    draft = draft_of(bench, study, guideline)
    each = recommendation_chosen(draft)
    if each is not None:
        show_recommendation(bench, study, draft, each)
        st.stop()
    show_about(bench, guideline)
    show_outline(bench, draft)
    link_to("publish", _("Check and publish"), study=study.id, guideline=guideline.id)
