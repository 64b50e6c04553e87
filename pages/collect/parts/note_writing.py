"""Writing notes: what the sheet sends is stored, and what is stored the sheet forgets."""

from collections.abc import Sequence

import streamlit as st

from pages.collect.parts.note_groups import group_names
from pages.ui.feedback import problems_shown
from pages.ui.parts.notebook import draw_notebook
from pages.ui.workbench import workbench
from survey_engine.collect.models import Answer, Session
from survey_engine.design.models import Study

# Enough for a device to find its own notes again after a long time without a connection.
REMEMBERED = 200


def draw_sheet(session: Session, study: Study, about: str, notes: Sequence[Answer]) -> None:
    """Draw the sheet; store what was written, each note in a transaction of its own."""
    written = draw_notebook(
        session.id,
        groups=tuple(group_names(study).items()),
        about=about,
        stored=[note.client_key for note in notes[:REMEMBERED]],
    )
    if not written:
        return
    with problems_shown():
        for note in written:
            workbench().notes.add(
                session.id, text=note.text, group_key=note.group, about=note.about, client_key=note.key
            )
        st.rerun()
