"""Studies: those that the visitor may work on, and the way to a new one."""

import streamlit as st

from pages.start.parts.cards import draw_card
from pages.start.parts.new import draw_new_study
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.workbench import workbench

bench = workbench()
studies = bench.studies.all()
archived = bench.studies.all(archived=True)

with reading_column():
    st.title(_("Studies"))
    if not studies:
        st.markdown(
            _(
                "A study is one inquiry: whom you ask, about what, and what comes of it. Begin with one here. "
                "Then you write the questions or take ready ones, invite people with a code, and go from their "
                "words to guidelines."
            )
        )
        link_to("guide", _("Not sure how to ask? See which way to involve people fits"))
    if not studies or st.query_params.get("new"):
        draw_new_study(bench, first=not studies)
    elif st.button(_("New study"), icon=":material/add:", type="primary"):
        st.query_params["new"] = "1"
        st.rerun()
    for study in studies:
        draw_card(study, bench.studies.progress(study.id))
    if archived and st.toggle(_("Show studies that were put away"), key="archived"):
        for study in archived:
            draw_card(study, bench.studies.progress(study.id))
