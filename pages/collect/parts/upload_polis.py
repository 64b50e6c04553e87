"""A Polis conversation: choose its files, look, and make a study of it."""

import streamlit as st

from pages.collect.parts.intake import draw_intake
from pages.ui.i18n import _
from pages.ui.links import go_to
from survey_engine.exchange.polis import COMMENTS, PEOPLE, SUMMARY, VOTES
from survey_engine.workbench import Workbench


def draw_polis(bench: Workbench) -> None:
    """Draw the steps; raise what the reader raises."""
    st.markdown(
        _(
            "A conversation becomes a study of its own, with a statement for each comment. Choose {needed}, "
            "and also {optional} if you have them."
        ).format(needed=f"{COMMENTS}, {VOTES}", optional=f"{PEOPLE}, {SUMMARY}")
    )
    files = st.file_uploader(
        _("Files of one conversation"), type="csv", accept_multiple_files=True, key="polis"
    )
    if not files:
        return
    named = {file.name: file.getvalue() for file in files}
    intake = bench.files.read_polis(_("Polis conversation"), named)
    title = st.text_input(_("Title of the study"), value=intake.title, key=f"title_{files[0].file_id}")
    kept = draw_intake(bench, intake, title=title)
    if kept:
        go_to("study", study=kept.study.id)
