"""The top of the console: which session, how people get in, how many are there, and the ways out."""

import streamlit as st

from pages.collect.parts.actions import doing
from pages.collect.parts.modes import mode_explained, mode_name
from pages.ui.i18n import _, ngettext
from pages.ui.invitation import invitation_to
from pages.ui.links import address_of, link_to
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session
from survey_engine.collect.rooms import RoomState


def draw_top(state: RoomState) -> None:
    """Draw one line: title, address and code, how many joined, projector, notes, end."""
    session = state.session
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(f"#### {plain(session.title)}", width="content")
        st.markdown(_way_in(session), width="content")
        joined = ngettext("**{n}** joined", "**{n}** joined", state.joined).format(n=state.joined)
        st.markdown(joined, width="content")
        st.space("stretch")
        _draw_links(session)


def draw_other_mode(session: Session) -> None:
    """Say why there is nothing to open one by one, and where to go instead."""
    st.title(plain(session.title), anchor=False)
    st.info(f"{mode_name(session.mode)}. {mode_explained(session.mode)}", icon=":material/info:")
    link_to("sessions", _("To the sessions"), study=session.study_id)
    link_to("notes", _("Notes"), study=session.study_id, session=session.id)


def _way_in(session: Session) -> str:
    invitation = invitation_to(session)
    return _("{address} · code **{code}**").format(address=plain(invitation.short), code=invitation.code)


def _draw_links(session: Session) -> None:
    ids = {"study": session.study_id, "session": session.id}
    st.link_button(_("Projector"), address_of("projector", **ids), icon=":material/present_to_all:")
    st.link_button(_("Notes"), address_of("notes", **ids), icon=":material/edit_note:")
    sessions = workbench().sessions
    if session.ended_at is not None:
        st.button(_("Reopen"), key="reopen", on_click=doing(sessions.reopen, session.id))
        return
    with st.popover(_("End"), icon=":material/stop_circle:"):
        st.write(_("Nobody can answer any more, and the screen says thank you. You can reopen it later."))
        st.button(_("End the session"), key="end", type="primary", on_click=doing(sessions.end, session.id))
