"""Responses: how a survey goes while it runs, by day, by group and by question, without names."""

import streamlit as st

from pages.collect.parts.response_tables import draw_days, draw_groups, draw_stops
from pages.ui.columns import reading_column
from pages.ui.feedback import problems_shown
from pages.ui.follow import follow
from pages.ui.i18n import _
from pages.ui.moments import visitor_zone
from pages.ui.pickers import session_or_stop
from pages.ui.plain import plain
from pages.ui.workbench import workbench

session = session_or_stop()
bench = workbench()
follow(lambda: workbench().sessions.revision(session.id), every="5s")

with reading_column(), problems_shown():
    st.title(_("Responses"), anchor=False)
    st.caption(plain(session.title))
    found = bench.surveys.responses(session.id, zone=visitor_zone())
    with st.container(horizontal=True):
        st.metric(_("Began"), found.started, width="content")
        st.metric(_("Answered something"), found.started - found.unanswered, width="content")
        st.metric(_("Handed in"), found.handed_in, width="content")
    if not found.started:
        st.info(_("Nobody has begun yet. This page follows by itself."), icon=":material/info:")
        st.stop()
    draw_days(found.days)
    draw_groups(found.groups, bench.studies.get(session.study_id).k)
    draw_stops(found.stops)
