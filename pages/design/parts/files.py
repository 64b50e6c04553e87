"""A questionnaire as a file for other tools, and the way to bring one in."""

import streamlit as st

from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, ngettext
from pages.ui.plain import plain
from survey_engine.design.models import Questionnaire
from survey_engine.exchange.forms.formats import Format, writable
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench

ABOUT = {
    ".json": mark("Everything, for another installation of Balsis."),
    ".xlsx": mark("For ODK, KoboToolbox and Enketo, and for spreadsheets."),
    ".txt": mark("LimeSurvey: import it there as a tab-separated file."),
    ".surveyjs.json": mark("For sites that show forms with SurveyJS."),
}


def draw_files(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw a button for each format, with what the format has no place for, and the way in."""
    for one in writable():
        with problems_shown(), st.container(border=True):
            _draw_format(bench, questionnaire, one)
    if st.button(_("Bring in a questionnaire from a file"), icon=":material/upload_file:", type="tertiary"):
        st.query_params["new-questionnaire"] = "1"
        st.rerun()


def _draw_format(bench: Workbench, questionnaire: Questionnaire, one: Format) -> None:
    written = bench.forms.write(questionnaire.id, one.ending)
    st.caption(_(ABOUT[one.ending]))
    st.download_button(
        f"{one.title} ({one.ending})",
        written.content,
        file_name=bench.forms.file_name(questionnaire.title, one.ending),
        mime=one.media_type,
        icon=":material/download:",
        on_click="ignore",
        key=f"download{one.ending}",
    )
    if written.not_carried:
        number = len(written.not_carried)
        said = ngettext("{n} thing is missing there:", "{n} things are missing there:", number)
        lines = [
            _("Question {number}: {why}").format(number=it.row, why=it.why(_)) for it in written.not_carried
        ]
        st.markdown("\n".join([said.format(n=number), "", *(f"- {plain(line)}" for line in lines)]))
