"""The texts of a questionnaire and its study, two languages side by side, and the file for a translator."""

import streamlit as st

from pages.design.parts.choosing import questionnaire_or_stop
from pages.design.parts.language_file import draw_translator
from pages.design.parts.language_rows import choose_languages, draw_completeness, draw_rows
from pages.design.parts.undoing import draw_undo
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
with reading_column():
    questionnaire = questionnaire_or_stop(bench, study)
    st.header(_("Languages"), anchor=False)
    worded = bench.wordings.texts(questionnaire.id)
    draw_completeness(study, worded)
    draw_undo(bench, questionnaire)
    side_by_side, translator = st.tabs(
        (_("Side by side"), _("For a translator")), key="languages-view", on_change="rerun"
    )
    if side_by_side.open:
        with side_by_side:
            draw_rows(bench, questionnaire, worded, choose_languages(study))
    if translator.open:
        with translator:
            draw_translator(bench, questionnaire, worded)
