"""One-time links: a list in, the same list with links out, and who has not answered yet."""

import streamlit as st

from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, ngettext
from pages.ui.invitation import invitation_to
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session


def draw_invitations(session: Session) -> None:
    """Draw what became of the links of a survey, and the ways to make new ones and to remind."""
    with st.expander(_("Invitation links"), icon=":material/mail:"):
        count = workbench().surveys.invitations(session.id)
        st.caption(
            ngettext(
                "{n} link; begun: {begun}, handed in: {used}",
                "{n} links; begun: {begun}, handed in: {used}",
                count.made,
            ).format(n=count.made, begun=count.begun, used=count.used)
        )
        st.caption(
            _(
                "Names and e-mails are kept nowhere: your list comes back with a link in each row, and Balsis "
                "keeps only a scrambled mark of each link and whether it was used. Whose link it was is "
                "forgotten when the survey is handed in."
            )
        )
        _draw_new(session)
        if count.made:
            _draw_reminders(session)


def _draw_new(session: Session) -> None:
    with st.form(f"invite_{session.id}", border=False):
        pasted = st.text_area(
            _("A list of people, one in a line"),
            key=f"invite_pasted_{session.id}",
        )
        file = st.file_uploader(
            _("or a file (CSV, XLSX)"), type=["csv", "xlsx"], key=f"invite_{session.id}_file"
        )
        if not st.form_submit_button(_("Make the links"), type="primary"):
            return
    name, content = (file.name, file.getvalue()) if file else (_("pasted list"), (pasted or "").encode())
    with problems_shown():
        made = workbench().surveys.invite(
            session.id, name=name, content=content, address=invitation_to(session).url
        )
        st.warning(_("Save this file now: the links cannot be shown a second time."), icon=":material/save:")
        _draw_download(made, "invitations.csv")


def _draw_reminders(session: Session) -> None:
    file = st.file_uploader(
        _("To remind: the file with the links"), type=["csv", "xlsx"], key=f"remind_{session.id}"
    )
    if file is None:
        return
    with problems_shown():
        left, number = workbench().surveys.reminders(session.id, name=file.name, content=file.getvalue())
        st.text(ngettext("{n} has not handed in", "{n} have not handed in", number).format(n=number))
        _draw_download(left, "reminders.csv")


def _draw_download(content: bytes, name: str) -> None:
    st.download_button(
        _("Take the list along (CSV)"),
        content,
        file_name=name,
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
