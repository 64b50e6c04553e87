"""Paper forms: sheets printed with a code each, and typed in by keyboard once they come back."""

import streamlit as st

from pages.collect.parts.paper_opening import draw_counts, draw_opening
from pages.collect.parts.paper_printing import draw_printing
from pages.collect.parts.paper_typing import draw_typing
from pages.ui.columns import reading_column
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.pickers import session_or_stop
from pages.ui.plain import plain
from pages.ui.workbench import workbench

session = session_or_stop()
bench = workbench()
study = bench.studies.get(session.study_id)

with reading_column(), problems_shown():
    st.title(_("Paper forms"), anchor=False)
    st.caption(plain(session.title))
    batches = bench.paper.batches(session.id)
    draw_counts(batches)
    if sheet_id := st.query_params.get("sheet", ""):
        draw_typing(session, study, bench.paper.sheet(session.id, sheet_id=sheet_id))
    else:
        if batches:
            draw_opening(session)
        draw_printing(session, study, batches)
