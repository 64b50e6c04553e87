"""A questionnaire from a file of another tool: what cannot come along is shown before anything is saved."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language_name, ngettext
from pages.ui.plain import plain
from survey_engine.design.models import Questionnaire, Study
from survey_engine.exchange.forms.carried import Carried
from survey_engine.exchange.forms.formats import readable
from survey_engine.workbench import Workbench


def draw_bringing_in(bench: Workbench, study: Study) -> Questionnaire | None:
    """Draw the choice of a file, what it holds and what not; return the questionnaire once it is stored."""
    with st.expander(_("Bring in a questionnaire from a file"), icon=":material/upload_file:"):
        st.caption(
            _("XLSForm, LimeSurvey (LSS or TXT), or a JSON file of Balsis. A new questionnaire is made.")
        )
        endings = [one.ending.lstrip(".") for one in readable()]
        file = st.file_uploader(_("File of a questionnaire"), type=endings, key="questionnaire-file")
        if file is None:
            return None
        with problems_shown():
            carried = bench.forms.read(file.name, file.getvalue())
            _draw_found(carried, study)
            return _keep(bench, study, carried, file.file_id)
    return None


def _draw_found(carried: Carried, study: Study) -> None:
    count = len(carried.form.questions)
    names = ", ".join(language_name(code) for code in carried.languages)
    questions = ngettext("{n} question", "{n} questions", count).format(n=count)
    st.markdown(f"**{questions}** · {plain(names)}")
    others = ", ".join(language_name(code) for code in carried.languages if code not in study.languages)
    if others:
        st.caption(
            plain(
                _("Not among the languages of the study: {languages}. The texts are kept.").format(
                    languages=others
                )
            )
        )
    if not carried.not_carried:
        st.markdown(_("Everything in the file comes along."))
        return
    number = len(carried.not_carried)
    said = ngettext("{n} thing does not come along.", "{n} things do not come along.", number)
    st.warning(said.format(n=number), icon=":material/warning:")
    st.dataframe(
        [{_("Row"): one.row, _("Name"): one.name, _("Why"): one.why(_)} for one in carried.not_carried],
        hide_index=True,
        alt=_("What does not come along, with its row, its name and the reason"),
    )


def _keep(bench: Workbench, study: Study, carried: Carried, file_id: str) -> Questionnaire | None:
    title = st.text_input(_("Title"), value=carried.title, key=f"title-of-file-{file_id}")
    if not st.button(_("Bring it in"), type="primary", icon=":material/upload:"):
        return None
    kept = bench.forms.keep(carried, study_id=study.id, title=title)
    count = len(carried.form.questions)
    brought = ngettext("{n} question was brought in.", "{n} questions were brought in.", count)
    say_after_rerun(brought.format(n=count))
    return kept
