"""The projector: one component that draws a whole screen from one value, without flicker or jumps.

Mounted once and given new values; its script touches only what has changed. People's words
are written as text, never as markup. In small it shows on the console what the room sees.
"""

from pathlib import Path

import streamlit as st

from pages.ui.invitation import Invitation
from pages.ui.parts.projector.content import content_of
from survey_engine.collect.rooms import Screen

HERE = Path(__file__).resolve().parent

_component = st.components.v2.component(
    "balsis_projector",
    html=(HERE / "projector.html").read_text(encoding="utf-8"),
    css=(HERE / "projector.css").read_text(encoding="utf-8"),
    js=(HERE / "projector.js").read_text(encoding="utf-8"),
)


def draw_screen(screen: Screen, invitation: Invitation, *, theme: str = "light", small: bool = False) -> None:
    """Draw what the room sees: over the whole window, or `small` in its place on the page."""
    content = content_of(screen, invitation) | {"theme": theme, "small": small}
    _component(data=content, key="screen_small" if small else "screen")
