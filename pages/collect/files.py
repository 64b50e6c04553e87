"""Files in and out: take a study's answers along, and bring in answers, transcripts, Polis conversations."""

import streamlit as st

from pages.collect.parts.downloads import draw_downloads
from pages.collect.parts.uploads import draw_uploads
from pages.ui.columns import reading_column
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()

with reading_column():
    st.title(_("Files in and out"), anchor=False)
    with problems_shown():
        draw_downloads(bench, study)
    draw_uploads(bench, study)
