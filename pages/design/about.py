"""About the study: what it is, whom it asks, and what people are told and consent to."""

import streamlit as st

from pages.design.parts.groups import draw_groups
from pages.design.parts.seen import remember
from pages.design.parts.study import draw_about, first_field
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.plain import plain
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()

with reading_column():
    st.title(_("About the study"), anchor=False)
    st.caption(plain(study.title))
    fresh = remember(study, first_field(study))
    draw_about(bench, study)
    draw_groups(bench, study, fresh=fresh)
