"""Projector: what the whole room sees, over the whole window; follows the session by itself."""

import streamlit as st

from pages.collect.parts.live import screen_of
from pages.ui.compact import show_nothing_else
from pages.ui.feedback import problems_shown
from pages.ui.invitation import invitation_to
from pages.ui.parts.projector import draw_screen
from pages.ui.pickers import session_or_stop

EVERY = "0.5s"
THEMES = ("light", "dark")

session = session_or_stop()
show_nothing_else()
asked = st.query_params.get("theme", "")
theme = asked if asked in THEMES else THEMES[0]


@st.fragment(run_every=EVERY)
def show_room() -> None:
    """Draw the room's screen; the component touches only what has changed."""
    with problems_shown():
        screen = screen_of(session.id)
        draw_screen(screen, invitation_to(screen.session), theme=theme)


show_room()
