"""The agenda of live work: what happens when, who leads, and whether it fits the time that is booked."""

import streamlit as st

from pages.design.parts.agenda_editor import draw_step_editor, open_step
from pages.design.parts.agenda_steps import draw_adding_step, draw_script, draw_steps
from pages.design.parts.agenda_time import draw_booking, draw_total
from pages.design.parts.choosing import questionnaire_or_stop
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
with reading_column():
    questionnaire = questionnaire_or_stop(bench, study)
    st.header(_("Agenda"), anchor=False)
    if step := open_step(questionnaire):
        draw_step_editor(bench, study, questionnaire, step)
        st.stop()
    st.caption(_("For live work: what happens when, in the room. Participants do not see it."))
    draw_booking(bench, questionnaire)
    draw_total(questionnaire)
    draw_adding_step(bench, questionnaire)
    draw_script(bench, questionnaire)
    draw_steps(bench, questionnaire)
