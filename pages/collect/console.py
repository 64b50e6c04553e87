"""Console: the facilitator runs a live session, and always sees what the room sees."""

import streamlit as st

from pages.collect.parts.agenda import draw_agenda
from pages.collect.parts.contributions import draw_contributions, draw_survey_contributions
from pages.collect.parts.controls import draw_controls
from pages.collect.parts.live import screen_of, state_of
from pages.collect.parts.queue import draw_queue
from pages.collect.parts.top import draw_other_mode, draw_top
from pages.collect.parts.what_is_said import draw_live_result
from pages.collect.parts.what_room_sees import draw_presence, draw_room
from pages.ui.compact import use_whole_window
from pages.ui.feedback import problems_shown
from pages.ui.follow import follow
from pages.ui.pickers import session_or_stop
from pages.ui.workbench import workbench
from survey_engine.collect.models import Mode

session = session_or_stop()
if session.mode != Mode.LIVE:
    draw_other_mode(session)
    follow(lambda: workbench().sessions.revision(session.id))
    with problems_shown():
        draw_survey_contributions(session)
    st.stop()

use_whole_window()
follow(lambda: workbench().sessions.revision(session.id))
with problems_shown():
    state, screen = state_of(session.id), screen_of(session.id)
    draw_top(state)
    agenda, middle, right = st.columns([3, 7, 4], gap="medium")
    with agenda:
        draw_agenda(state)
    with middle:
        draw_controls(state)
        if state.current and state.current.question.takes_contributions:
            draw_contributions(state.session, state.current)
        elif state.current and state.current.question.takes_text:
            draw_queue(state.session, state.current)
        elif state.current:
            draw_live_result(state.session, state.current)
    with right:
        draw_room(screen)
        draw_presence(state)
