"""The questionnaire: its questions, how a participant sees them, checking and publishing."""

import streamlit as st

from pages.design.parts.choosing import questionnaire_or_stop
from pages.design.parts.editor import draw_editor, open_editor_for
from pages.design.parts.files import draw_files
from pages.design.parts.listing import draw_additions, draw_questions
from pages.design.parts.ordering import draw_ordering
from pages.design.parts.preview import draw_preview
from pages.design.parts.publishing import draw_publishing
from pages.design.parts.rule_editor import draw_rule_editor, open_rule_for
from pages.design.parts.section_editor import draw_section_editor, open_section_for
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
with reading_column():
    questionnaire = questionnaire_or_stop(bench, study)

    if open_editor_for(questionnaire):
        draw_editor(bench, study, questionnaire)
        st.stop()
    if open_rule_for(questionnaire):
        draw_rule_editor(bench, study, questionnaire)
        st.stop()
    if open_section_for(questionnaire):
        draw_section_editor(bench, study, questionnaire)
        st.stop()
    names = _("Questions"), _("Order"), _("Preview"), _("Publish"), _("Files")
    questions, order, preview, publishing, files = st.tabs(names, key="questionnaire-view", on_change="rerun")
    if questions.open:
        with questions:
            draw_additions(questionnaire)
            draw_questions(bench, study, questionnaire)
            draw_additions(questionnaire, below=True)
    if order.open:
        with order:
            draw_ordering(bench, questionnaire)
    if preview.open:
        with preview:
            draw_preview(study, questionnaire)
    if publishing.open:
        with publishing:
            draw_publishing(bench, study, questionnaire)
    if files.open:
        with files:
            draw_files(bench, questionnaire)
