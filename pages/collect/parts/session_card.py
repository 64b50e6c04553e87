"""One session in the list: what it is, how many came, and the ways into it."""

import streamlit as st

from pages.collect.parts.actions import doing
from pages.collect.parts.invitations import draw_invitations
from pages.collect.parts.live import state_of
from pages.collect.parts.modes import mode_name
from pages.collect.parts.survey_plan import draw_survey_plan, say_days
from pages.ui.i18n import _, language, ngettext
from pages.ui.invitation import invitation_to
from pages.ui.links import address_of, link_to
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.models import Mode, Session
from survey_engine.moments import say_day


def draw_session(session: Session) -> None:
    """Draw a session as a card."""
    with st.container(border=True):
        st.subheader(plain(session.title), anchor=False)
        st.caption(" · ".join(plain(part) for part in _about(session) if part))
        if session.mode != Mode.RECORD and session.ended_at is None:
            st.markdown(_invitation(session))
        with st.container(horizontal=True, vertical_alignment="center"):
            _draw_ways_in(session)
        if session.mode == Mode.SURVEY and session.ended_at is None:
            draw_survey_plan(session, workbench().surveys.opening(session.id).plan)
            draw_invitations(session)


def _about(session: Session) -> list[str]:
    answered = workbench().results.answered(session.id)
    joined = state_of(session.id).joined
    return [
        mode_name(session.mode),
        session.place,
        say_day(session.held_at or session.created_at, language()),
        ngettext("{n} joined", "{n} joined", joined).format(n=joined) if session.mode != Mode.RECORD else "",
        ngettext("{n} voice kept", "{n} voices kept", answered).format(n=answered),
        _("ended") if session.ended_at else _days(session) or _("running"),
    ]


def _days(session: Session) -> str:
    return say_days(workbench().surveys.opening(session.id)) if session.mode == Mode.SURVEY else ""


def _invitation(session: Session) -> str:
    invitation = invitation_to(session)
    return _("Join at **{address}** with the code **{code}**").format(
        address=plain(invitation.short), code=invitation.code
    )


def _draw_ways_in(session: Session) -> None:
    sessions, ids = workbench().sessions, {"study": session.study_id, "session": session.id}
    if session.mode == Mode.LIVE:
        link_to("console", _("Console"), **ids)
        st.link_button(
            _("Projector"), address_of("projector", **ids), icon=":material/present_to_all:", type="tertiary"
        )
    if session.mode == Mode.SURVEY:
        link_to("responses", _("Responses"), **ids)
        st.link_button(
            _("Open as a participant"),
            invitation_to(session).url,
            icon=":material/open_in_new:",
            type="tertiary",
        )
        if any(step.question.takes_contributions for step in state_of(session.id).steps):
            link_to("console", _("Moderation"), **ids)
    link_to("notes", _("Notes"), **ids)
    if session.version_id is not None:
        link_to("paper", _("Paper forms"), **ids)
    link_to("answers", _("Answers"), **ids)
    if session.ended_at is None:
        st.button(_("End"), key=f"end_{session.id}", on_click=doing(sessions.end, session.id))
    else:
        st.button(_("Reopen"), key=f"reopen_{session.id}", on_click=doing(sessions.reopen, session.id))
