"""What a note is about: by itself the question that the room sees, or another one."""

import streamlit as st

from pages.ui.i18n import _, localised
from survey_engine.collect.models import Session
from survey_engine.design.models import Form

AS_THE_ROOM = "as-the-room"


def choose_subject(session: Session, form: Form) -> str:
    """Return the id of the question that notes are about now; '' where it is none."""
    if not form.questions:
        return ""
    now = form.question(session.current_question)
    names = {question.id: localised(question.text) for question in form.questions}
    room = _("What the room sees: {question}").format(question=names[now.id] if now else _("waiting screen"))
    chosen = st.selectbox(
        _("About"),
        [AS_THE_ROOM, *names, ""],
        format_func=lambda key: (
            room if key == AS_THE_ROOM else names.get(key, _("No question in particular"))
        ),
        key="note_subject",
    )
    return session.current_question if chosen == AS_THE_ROOM else str(chosen)
