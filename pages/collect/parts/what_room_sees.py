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
    heading = [_("Group"), _("Joined"), _("Answered")]
    rows = [heading, [":---", "---:", "---:"], *(_row(group) for group in state.groups)]
    # What nobody is asked nobody can have answered.
    with st.container(key="presence"):
        st.markdown("\n".join("| " + " | ".join(row[: 3 if asked else 2]) + " |" for row in rows))


def _row(group: Presence) -> list[str]:
    name = plain(localised(group.label) or group.key or _("No group named"))
    return [name, str(group.joined), str(group.answered)]
