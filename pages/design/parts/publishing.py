"""Checking and publishing: what holds it back, what is advised, and the versions so far."""

import streamlit as st

from pages.design.parts.versions import draw_changes_to_publish, draw_versions
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language_name
from pages.ui.plain import plain
from survey_engine.design.findings import Finding
from survey_engine.design.models import Questionnaire, Study
from survey_engine.workbench import Workbench


def draw_publishing(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw the findings, the button that publishes, and the published versions."""
    found = bench.questionnaires.check(questionnaire.id)
    refusing = [finding for finding in found if finding.refuses]
    _draw_findings(_("To mend before publishing"), refusing)
    _draw_findings(_("Worth a look"), [finding for finding in found if not finding.refuses])
    if not found:
        st.markdown(_("Every question has its texts in every language of the study."))
    st.caption(
        _(
            "Publishing freezes a version: sessions use it as it is. You can go on editing and publish the next one."
        )
    )
    if bench.questionnaires.is_changed(questionnaire.id):
        draw_changes_to_publish(bench, questionnaire)
        _draw_button(bench, questionnaire, held_back=bool(refusing))
    else:
        st.info(_("Nothing has changed since version {n}.").format(n=questionnaire.published))
    draw_versions(bench, study, questionnaire)


def _draw_findings(heading: str, findings: list[Finding]) -> None:
    if findings:
        st.subheader(heading, anchor=False)
        st.markdown("\n".join(f"- {plain(finding.say(_, language_name))}" for finding in findings))


def _draw_button(bench: Workbench, questionnaire: Questionnaire, *, held_back: bool) -> None:
    label = _("Publish version {n}").format(n=questionnaire.published + 1)
    if st.button(label, type="primary", icon=":material/publish:", disabled=held_back):
        with problems_shown():
            version = bench.questionnaires.publish(questionnaire.id)
            say_after_rerun(_("Version {n} is published.").format(n=version.number))
            st.rerun()
