"""Which questionnaire of a study the page is about, and the form for a first or a further one."""

import streamlit as st

from pages.design.parts.bringing_in import draw_bringing_in
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language
from pages.ui.links import link_to
from pages.ui.parts.starting import choose_template
from pages.ui.plain import plain
from survey_engine.design.models import Questionnaire, Study
from survey_engine.texts import pick
from survey_engine.workbench import Workbench


def questionnaire_or_stop(bench: Workbench, study: Study) -> Questionnaire:
    """Return the questionnaire that the address names, or the latest; offer to make one where there is none."""
    found = {one.id: one for one in bench.questionnaires.of_study(study.id)}
    if not found or st.query_params.get("new-questionnaire"):
        st.title(_("Questionnaire"), anchor=False)
        _draw_new(bench, study, first=not found)
        st.stop()
    wanted = st.query_params.get("questionnaire", "")
    chosen = found.get(wanted) or list(found.values())[-1]
    st.title(plain(chosen.title), anchor=False)
    st.caption(plain(study.title))
    with st.container(horizontal=True):
        for other in found.values():
            if other.id != chosen.id and st.button(
                plain(other.title), key=f"choose-{other.id}", type="tertiary"
            ):
                st.query_params["questionnaire"] = other.id
                st.rerun()
        with st.popover(_("Rename"), type="tertiary"):
            _draw_renaming(bench, chosen)
        if st.button(_("Another questionnaire"), icon=":material/add:", type="tertiary"):
            st.query_params["new-questionnaire"] = "1"
            st.rerun()
    return chosen


def _draw_new(bench: Workbench, study: Study, *, first: bool) -> None:
    if first:
        st.markdown(
            _("There is no questionnaire in this study yet. Take a template and change it, or begin empty.")
        )
        link_to("guide", _("Not sure how to ask? See which way to involve people fits"))
    with st.form("new-questionnaire-form", enter_to_submit=False):
        template = choose_template()
        title = st.text_input(_("Title"), help=_("Left empty, the title of the template stands."))
        made = st.form_submit_button(_("Create the questionnaire"), type="primary")
    brought_in = draw_bringing_in(bench, study)
    if not first and st.button(_("Not now")):
        _leave_form()
    if brought_in:
        st.query_params["questionnaire"] = brought_in.id
        _leave_form()
    if made:
        with problems_shown():
            titled = title.strip() or pick(template.questionnaire, language())
            fresh = bench.questionnaires.create(study.id, title=titled, template=template.name)
            st.query_params["questionnaire"] = fresh.id
            _leave_form()


def _leave_form() -> None:
    st.query_params.pop("new-questionnaire", None)
    st.rerun()


def _draw_renaming(bench: Workbench, questionnaire: Questionnaire) -> None:
    with st.form("rename-questionnaire", enter_to_submit=False, border=False):
        title = st.text_input(_("Title"), value=questionnaire.title, key=f"title-{questionnaire.id}")
        renamed = st.form_submit_button(_("Save"))
    if renamed:
        with problems_shown():
            bench.questionnaires.rename(questionnaire.id, title=title)
            say_after_rerun(_("Saved."))
            st.rerun()
