"""The notes of a session, the latest first, each of which can be corrected."""

from collections.abc import Sequence

import streamlit as st

from pages.collect.parts.note_groups import group_name, group_names
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language, localised, ngettext
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.models import Answer, Session
from survey_engine.design.models import Form, Study
from survey_engine.ids import new_id
from survey_engine.moments import say_time

LISTED = 25


def draw_notes(session: Session, study: Study, form: Form, notes: Sequence[Answer]) -> None:
    """Draw the latest notes and how many there are."""
    if not notes:
        st.info(_("No note yet. Write what is said; it is kept word for word."), icon=":material/info:")
        return
    st.caption(ngettext("{n} note", "{n} notes", len(notes)).format(n=len(notes)))
    for note in notes[:LISTED]:
        with st.container(border=True, gap="xsmall"):
            st.text(note.text or "")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(" · ".join(plain(part) for part in _about(study, form, note) if part))
                _draw_correction(session, study, note)
    if len(notes) > LISTED:
        st.caption(_("The latest {n} are listed; all of them are under Answers.").format(n=LISTED))


def _about(study: Study, form: Form, note: Answer) -> list[str]:
    question = form.question(note.about)
    return [
        say_time(note.said_at, language()),
        group_name(study, note.group_key),
        localised(question.text) if question else "",
    ]


def _draw_correction(session: Session, study: Study, note: Answer) -> None:
    with (
        st.popover(_("Correct"), icon=":material/edit:", type="tertiary"),
        st.form(f"correct_{note.id}", border=False),
    ):
        text = st.text_area(_("What was said"), value=note.text or "")
        names = group_names(study)
        keys = list(dict.fromkeys([*names, note.group_key or ""]))
        group = st.selectbox(
            _("Who said it"),
            keys,
            index=keys.index(note.group_key or ""),
            format_func=lambda key: names.get(key, key),
        )
        st.caption(_("The note as it was is kept beside the corrected one."))
        if st.form_submit_button(_("Save the correction"), type="primary"):
            _correct(session, note, text, group or None)


def _correct(session: Session, note: Answer, text: str, group_key: str | None) -> None:
    with problems_shown():
        workbench().notes.correct(
            session.id, note_id=note.id, text=text, group_key=group_key, client_key=new_id()
        )
        say_after_rerun(_("The note is corrected."))
        st.rerun()
