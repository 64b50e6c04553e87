"""The form for a new study: a title, a template or nothing, languages, groups."""

import streamlit as st

from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, language, language_name, localised
from pages.ui.links import go_to
from pages.ui.parts.starting import choose_template, named_template
from survey_engine.design.languages import OFFERED_LANGUAGES
from survey_engine.design.models import Group
from survey_engine.design.templates import Template
from survey_engine.workbench import Workbench


def draw_new_study(bench: Workbench, *, first: bool) -> None:
    """Draw the form; a study that is made opens at once, and a refused one keeps what was entered."""
    named = named_template(st.query_params.get("template", ""))
    with st.form("new-study", enter_to_submit=False):
        st.subheader(_("Your first study") if first else _("New study"), anchor=False)
        title = st.text_input(
            _("Title"),
            value=localised(named.title) if named else "",
            help=_("By which you will know it in a list; participants see it too."),
        )
        template = choose_template(named)
        chosen = st.pills(
            _("Languages in which people may answer"),
            OFFERED_LANGUAGES,
            selection_mode="multi",
            default=[language()],
            format_func=language_name,
        )
        groups = st.text_area(
            _("Groups, one on each line"),
            help=_("Who a participant may say they are. Left empty, the groups of the template stand."),
            height=110,
        )
        made = st.form_submit_button(_("Create the study"), type="primary")
    if not first and st.button(_("Not now")):
        st.query_params.clear()
        st.rerun()
    if made:
        _create(bench, title, template, list(chosen), groups)


def _create(bench: Workbench, title: str, template: Template, languages: list[str], groups: str) -> None:
    lines = [line.strip() for line in groups.splitlines() if line.strip()]
    with problems_shown():
        study = bench.studies.create(
            title=title,
            template=template.name,
            languages=languages,
            groups=[Group(key="", label={languages[0] if languages else "lv": line}) for line in lines],
        )
        go_to("study", study=study.id)
