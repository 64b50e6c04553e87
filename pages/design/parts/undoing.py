"""Taking back the latest edit of a questionnaire, whatever it was."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from survey_engine.design.models import Questionnaire
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench

UNDO = {
    "add": mark("Undo: the question that was added"),
    "change": mark("Undo: the change of a question"),
    "move": mark("Undo: the move of a question"),
    "duplicate": mark("Undo: the copy of a question"),
    "delete": mark("Undo: the question that was deleted"),
    "agenda": mark("Undo: the change of the agenda"),
    "section": mark("Undo: the change of a section"),
    "texts": mark("Undo: the change of texts"),
    "bank": mark("Undo: what was put in or kept by the bank"),
}


def draw_undo(bench: Workbench, questionnaire: Questionnaire, *, key: str | None = None) -> None:
    """Draw the button that takes the latest edit back, named after it; nothing where there is none."""
    last = bench.questionnaires.last_edit(questionnaire.id)
    words = _(UNDO.get(last, UNDO["change"]))
    if last and st.button(words, icon=":material/undo:", type="tertiary", key=key):
        with problems_shown():
            bench.questionnaires.undo(questionnaire.id)
            say_after_rerun(_("Taken back."))
            st.rerun()
