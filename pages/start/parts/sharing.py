"""Who may work on a study: members, sharing by e-mail, and putting the study away."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import go_to
from pages.ui.plain import plain
from survey_engine.design.models import Member, MemberRole, Study
from survey_engine.workbench import Workbench


def draw_sharing(bench: Workbench, study: Study) -> None:
    """Draw the members of a study and, for its owner, the form for sharing it."""
    st.header(_("Who works on this"), anchor=False)
    members = bench.studies.members(study.id)
    owns = _owns(bench, members)
    for member in members:
        with st.container(horizontal=True, vertical_alignment="center"):
            role = _("owner") if member.role == MemberRole.OWNER else _("facilitator")
            st.markdown(f"{plain(member.name)} · {plain(member.email)} · {role}", width="content")
            if owns and member.role != MemberRole.OWNER:
                _draw_unsharing(bench, study, member)
    if owns:
        _draw_form(bench, study)
    else:
        st.caption(_("Only the owner of a study can share it."))


def draw_archiving(bench: Workbench, study: Study) -> None:
    """Draw the button that puts a study away or brings it back; nothing in it is deleted."""
    if not _owns(bench, bench.studies.members(study.id)):
        return
    away = study.archived_at is not None
    label = _("Bring the study back") if away else _("Put the study away")
    if st.button(label, icon=":material/archive:", help=_("Nothing in it is deleted."), type="tertiary"):
        with problems_shown():
            bench.studies.archive(study.id, archived=not away)
            say_after_rerun(_("The study is back.") if away else _("The study was put away."))
            go_to("studies")


def _draw_form(bench: Workbench, study: Study) -> None:
    with st.form("share", enter_to_submit=False, border=False):
        email = st.text_input(_("E-mail of another account here"))
        shared = st.form_submit_button(_("Share the study"))
    if shared:
        with problems_shown():
            member = bench.studies.share(study.id, email=email)
            say_after_rerun(_("{name} can now work on this study.").format(name=member.name))
            st.rerun()


def _draw_unsharing(bench: Workbench, study: Study, member: Member) -> None:
    if st.button(_("Remove"), key=f"unshare-{member.account_id}", type="tertiary"):
        with problems_shown():
            bench.studies.unshare(study.id, account_id=member.account_id)
            say_after_rerun(_("{name} can no longer see this study.").format(name=member.name))
            st.rerun()


def _owns(bench: Workbench, members: tuple[Member, ...]) -> bool:
    visitor = getattr(bench.visitor, "id", None)
    return any(member.account_id == visitor and member.role == MemberRole.OWNER for member in members)
