"""The bank of questions: kept for other studies, found again, and put in as whole indicator sets."""

import streamlit as st

from pages.design.parts.bank_list import draw_bank
from pages.design.parts.choosing import questionnaire_or_stop
from pages.design.parts.indicator_sets import draw_new_set, draw_sets
from pages.design.parts.undoing import draw_undo
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
with reading_column():
    questionnaire = questionnaire_or_stop(bench, study)
    st.header(_("Question bank"), anchor=False)
    st.caption(
        _(
            "Questions that keep their key in every study, so that places and rounds can be compared. "
            "Keep one of yours under Questionnaire."
        )
    )
    draw_undo(bench, questionnaire)
    questions, sets = st.tabs((_("Bank questions"), _("Indicator sets")), key="bank-view", on_change="rerun")
    if questions.open:
        with questions:
            draw_bank(bench, study, questionnaire)
    if sets.open:
        with sets:
            draw_sets(bench, study, questionnaire)
            draw_new_set(bench, study)
