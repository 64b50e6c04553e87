"""Notes: what is said aloud, by which group, written down while the session runs."""

import streamlit as st

from pages.collect.parts.note_list import draw_notes
from pages.collect.parts.note_subject import choose_subject
from pages.collect.parts.note_writing import draw_sheet
from pages.ui.feedback import problems_shown
from pages.ui.follow import follow
from pages.ui.i18n import _
from pages.ui.pickers import session_or_stop
from pages.ui.plain import plain
from pages.ui.workbench import workbench

session = session_or_stop()
follow(lambda: workbench().sessions.revision(session.id))

st.title(_("Notes"), anchor=False)
st.caption(plain(session.title))
with problems_shown():
    form = workbench().sessions.form(session.id)
    study = workbench().studies.get(session.study_id)
    about = choose_subject(session, form)
    notes = workbench().notes.of_session(session.id)
    draw_sheet(session, study, about, notes)
    draw_notes(session, study, form, notes)
