"""Writing one question: its fields in a form, saved together or not at all.

Which question is open stands in the address; what it looked like when it was opened is
remembered, so that a change by somebody else in the meantime is not overwritten unseen.
"""

import streamlit as st

from pages.design.kinds import EDITORS
from pages.design.kinds.shared import edit_shared
from pages.design.parts.advice import draw_question_advice
from pages.design.parts.picture import with_picture
from pages.design.parts.rows import open_rows
from pages.design.parts.seen import forget, remember, renew, seen
from pages.ui.feedback import say_after_rerun
from pages.ui.i18n import _, language
from pages.ui.parts.picture import draw_picture
from pages.ui.plain import plain
from pages.ui.session import OPENED
from survey_engine.design.kinds import KINDS, AnyQuestion, Information
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.workbench import Workbench

NEW = "new-"
PICTURE_WIDTH = 420


def open_editor(questionnaire: Questionnaire, question_id: str) -> None:
    """Open the editor for a question, or for a new one of a kind ("new-open")."""
    forget()
    st.query_params["questionnaire"] = questionnaire.id
    st.query_params["question"] = question_id
    OPENED.set(question_id)
    st.rerun()


def open_editor_for(questionnaire: Questionnaire) -> AnyQuestion | None:
    """Return the question whose editor is open, or None."""
    wanted = st.query_params.get("question", "")
    if wanted.removeprefix(NEW) in KINDS and wanted.startswith(NEW):
        return KINDS[wanted.removeprefix(NEW)](id=wanted)
    return form_of(questionnaire).question(wanted)


def draw_editor(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw the form of the question that is open; a refused one keeps what was entered."""
    question = open_editor_for(questionnaire)
    if question is None:
        return
    if remember(question, f"{question.id}-text-{study.languages[0]}") and isinstance(question, Choice):
        open_rows(question.id, question.option_codes, empty=0 if question.options else 3)
    editor = EDITORS[question.kind]
    st.subheader(_(editor.TITLE), anchor=False)
    st.caption(_(editor.ABOUT))
    if isinstance(question, Information):
        draw_picture(study, question, language(), width=PICTURE_WIDTH)
    with st.form(f"question-{question.id}", enter_to_submit=False):
        edited = edit_shared(editor.edit(question, study.languages))
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Save the question"), type="primary")
            st.form_submit_button(
                _("Look at the wording"), help=_("Advice on what is written now, before saving.")
            )
            left = st.form_submit_button(_("Close without saving"), type="tertiary")
    if left:
        _close()
    if saved:
        _save(bench, study, questionnaire, question, edited)
    draw_question_advice(edited, study.languages)


def _save(
    bench: Workbench,
    study: Study,
    questionnaire: Questionnaire,
    question: AnyQuestion,
    edited: AnyQuestion,
) -> None:
    try:
        edited = with_picture(bench, study, edited)
        if question.id.startswith(NEW):
            OPENED.set(new_id())
            bench.questionnaires.add(
                questionnaire.id, question=edited.model_copy(update={"id": OPENED.get()})
            )
        else:
            bench.questionnaires.save_question(questionnaire.id, question=edited, seen=seen(question))
    except EngineError as error:
        if error.problem == Problem.CHANGED_MEANWHILE:
            # Both versions are on the screen now; saving once more is a decision.
            renew(question)
        st.error(plain(error.say(_)), icon=":material/error:")
        return
    say_after_rerun(_("Saved."))
    _close()


def _close() -> None:
    forget()
    st.query_params.pop("question", None)
    st.rerun()
