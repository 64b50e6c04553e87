"""Whether a question stands in the bank, and whether it still asks what was kept there."""

import streamlit as st

from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import Form, Questionnaire
from survey_engine.workbench import Workbench


def changed_in_bank(bench: Workbench, questionnaire: Questionnaire, form: Form) -> frozenset[str]:
    """Return the ids of questions that changed since they were kept; the bank is asked only where needed."""
    if not any(question.bank_key for question in form.questions):
        return frozenset()
    return bench.bank.changed(questionnaire.id)


def draw_bank_mark(question: AnyQuestion, changed: frozenset[str]) -> None:
    """Draw the key under which a question is kept, if it is; and that it changed since, if it did."""
    if not question.bank_key:
        return
    words = (
        _("Changed since it was kept in the bank as {key}; answers no longer compare. Keep it anew, or undo.")
        if question.id in changed
        else _("In the bank as {key}")
    )
    st.caption(f":material/inventory_2: {words.format(key=plain(question.bank_key))}")
