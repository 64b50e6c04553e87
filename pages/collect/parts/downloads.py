"""The answers of a study as files, made at the moment they are asked for."""

import streamlit as st

from pages.ui.i18n import _, language, ngettext
from survey_engine.design.models import Study
from survey_engine.workbench import Workbench

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(bench: Workbench, study: Study) -> None:
    """Draw what there is to take along, and a button for each format."""
    st.header(_("Take the answers along"), anchor=False)
    progress = bench.studies.progress(study.id)
    people = ngettext("{n} person", "{n} people", progress.people).format(n=progress.people)
    answers = ngettext("{n} answer", "{n} answers", progress.answers).format(n=progress.answers)
    st.markdown(
        _(
            "Three tables: every answer in a row of its own (long), every person in a row of their own (wide), "
            "and the codebook that explains the columns. People are numbers; names never leave. "
            "This works while a session is running, too."
        )
    )
    st.caption(f"{people} · {answers}")
    shown = language()
    with st.container(horizontal=True):
        # Made only when somebody clicks, and then as the answers are at that moment.
        st.download_button(
            _("Excel workbook (XLSX)"),
            lambda: bench.files.outgoing(study.id, language=shown).as_xlsx(),
            file_name="balsis.xlsx",
            mime=XLSX,
            icon=":material/download:",
            on_click="ignore",
            disabled=not progress.answers,
        )
        st.download_button(
            _("CSV files (ZIP)"),
            lambda: bench.files.outgoing(study.id, language=shown).as_csv_zip(),
            file_name="balsis-csv.zip",
            mime="application/zip",
            icon=":material/download:",
            on_click="ignore",
            disabled=not progress.answers,
        )
    st.caption(
        _(
            "Notes and turns said aloud stand in the long table alone. A text that a spreadsheet could take for a "
            "formula has an apostrophe in front; it is taken off again when the file is brought in here."
        )
    )
