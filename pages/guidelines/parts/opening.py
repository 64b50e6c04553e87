"""The guidelines of a study, and starting another one."""

import streamlit as st

from pages.ui.feedback import problems_shown
from pages.ui.i18n import LANGUAGE_NAMES, _, language, ngettext
from pages.ui.links import go_to, link_to
from pages.ui.plain import plain
from survey_engine.design.models import Study
from survey_engine.workbench import Workbench
from survey_engine.workbench.guidelines import GuidelineSummary


def show_guidelines(bench: Workbench, study: Study, *, page: str) -> None:
    """Draw a way to every guideline of the study, on the page with this address."""
    found = bench.guidelines.listed(study.id)
    if not found:
        st.info(
            _(
                "No guideline yet. Start one: from an outline or empty, then write recommendations and attach "
                "to each what it rests on."
            ),
            icon=":material/info:",
        )
    for each in found:
        _show_summary(each, study, page)


def show_starting(bench: Workbench, study: Study) -> None:
    """Draw the form that starts a guideline."""
    with st.expander(_("Start a guideline"), icon=":material/add:"), st.form("start_guideline", border=False):
        title = st.text_input(_("Title"), key="start_title")
        codes = list(LANGUAGE_NAMES)
        left, right = st.columns(2)
        chosen = left.selectbox(
            _("Language of the guideline"),
            codes,
            index=codes.index(language()),
            format_func=LANGUAGE_NAMES.__getitem__,
            key="start_language",
        )
        outlined = right.selectbox(
            _("Chapters to start from"),
            [True, False],
            format_func=lambda yes: _("Outline of five chapters") if yes else _("None"),
            key="start_outline",
        )
        purpose = st.text_area(_("Purpose"), key="start_purpose")
        audience = st.text_input(_("For whom"), key="start_audience")
        if st.form_submit_button(_("Start the guideline"), type="primary"):
            with problems_shown():
                guideline = bench.guidelines.create(
                    study.id,
                    title=title,
                    language=chosen,
                    purpose=purpose,
                    audience=audience,
                    outline=chosen if outlined else None,
                )
                go_to("draft", study=study.id, guideline=guideline.id)


def _show_summary(each: GuidelineSummary, study: Study, page: str) -> None:
    guideline = each.guideline
    with st.container(border=True):
        link_to(page, plain(guideline.title), study=study.id, guideline=guideline.id)
        count = ngettext("{n} recommendation", "{n} recommendations", each.recommendations)
        version = _("version {n} published").format(n=guideline.published)
        st.caption(
            " · ".join(
                [
                    count.format(n=each.recommendations),
                    version if guideline.published else _("not published yet"),
                ]
            )
        )
