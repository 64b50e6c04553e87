"""Printing sheets: how many, in which language, and the files of what was printed before."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language, language_name, ngettext
from pages.ui.invitation import invitation_to
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session
from survey_engine.design.models import Study
from survey_engine.moments import say_day, say_time
from survey_engine.workbench.paper import MOST_SHEETS, Batch

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
USUAL_SHEETS = 20


def draw_printing(session: Session, study: Study, batches: Sequence[Batch]) -> None:
    """Draw the form for new sheets, and what was printed, the latest first."""
    st.header(_("Print sheets"), anchor=False)
    st.markdown(
        _(
            "Each sheet carries a code of its own. With it the sheet is typed in here, once, and with it the "
            "person can take the answers back. Do not copy a sheet: print as many as you need."
        )
    )
    with st.form("paper_printing", border=False):
        left, right = st.columns(2)
        number = left.number_input(_("Sheets"), 1, MOST_SHEETS, USUAL_SHEETS, key="paper_number")
        chosen = right.selectbox(
            _("Language"), study.languages, format_func=language_name, key="paper_language"
        )
        if st.form_submit_button(_("Prepare the sheets")):
            with problems_shown():
                workbench().paper.print_sheets(session.id, language=chosen, number=int(number))
                say_after_rerun(_("The sheets are ready to be downloaded and printed."))
                st.rerun()
    for batch in batches:
        _draw_batch(session, batch)


def _draw_batch(session: Session, batch: Batch) -> None:
    sheets = batch.last - batch.first + 1
    told = (
        ngettext("{n} sheet", "{n} sheets", sheets).format(n=sheets),
        _("numbers {first} to {last}").format(first=batch.first, last=batch.last),
        language_name(batch.language),
        f"{say_day(batch.printed_at, language())}, {say_time(batch.printed_at, language())}",
        ngettext("{n} typed in", "{n} typed in", batch.entered).format(n=batch.entered),
    )
    invitation, paper = invitation_to(session), workbench().paper
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(" · ".join(told), width="stretch")
        # Written only when somebody clicks; the codes are the same each time.
        st.download_button(
            _("Download (DOCX)"),
            lambda: paper.document(
                session.id, batch=batch.id, address=f"{invitation.short}/{session.code}/take-back"
            ),
            file_name=f"balsis-{session.code}-{batch.first}-{batch.last}.docx",
            mime=DOCX,
            icon=":material/download:",
            on_click="ignore",
            key=f"paper_file_{batch.id}",
        )
