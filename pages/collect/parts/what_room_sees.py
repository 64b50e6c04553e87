"""What the room sees now, in small, and who is in it."""

import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.invitation import invitation_to
from pages.ui.parts.projector import draw_screen
from pages.ui.plain import plain
from survey_engine.collect.rooms import Presence, RoomState, Screen


def draw_room(screen: Screen) -> None:
    """Draw the projector in small."""
    st.caption(_("What the room sees now"))
    draw_screen(screen, invitation_to(screen.session), small=True)


def draw_presence(state: RoomState) -> None:
    """Draw how many of each group joined, and how many of them answered what is asked now."""
    asked = state.current is not None and state.current.number is not None
    if not state.joined:
        st.caption(_("Nobody has joined yet."))
        return
    lines = [f"| {_('Group')} | {_('Joined')} |" + (f" {_('Answered')} |" if asked else "")]
    lines.append("| :--- | ---: |" + (" ---: |" if asked else ""))
    lines += [_line(group, asked) for group in state.groups]
    st.markdown("\n".join(lines))


def _line(group: Presence, asked: bool) -> str:
    name = plain(localised(group.label) or group.key or _("No group named"))
    return f"| {name} | {group.joined} |" + (f" {group.answered} |" if asked else "")
