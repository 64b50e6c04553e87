"""What to look at before publishing, publishing, and the versions that were published."""

import re

import streamlit as st

from pages.guidelines.parts.choosing import wording
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.guidelines.checks import CHECK_WORDS, Finding
from survey_engine.guidelines.models import Guideline, Publication
from survey_engine.workbench import Workbench

MIMES = {
    "md": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
NAMES = {"md": "Markdown", "docx": "DOCX"}


def show_findings(guideline: Guideline, findings: tuple[Finding, ...]) -> None:
    """Draw what stops publishing and what is worth a thought, each with the way to its recommendation."""
    st.subheader(_("Checks"), anchor=False)
    stopping = [finding for finding in findings if finding.stops]
    advice = [finding for finding in findings if not finding.stops]
    if not stopping:
        st.success(_("Every recommendation rests on something."), icon=":material/check:")
    else:
        st.error(_("Nothing stands behind these yet. They stop publishing."), icon=":material/block:")
    for finding in stopping:
        _show_finding(guideline, finding)
    if advice:
        st.markdown(_("Worth a thought; these stop nothing:"))
    for finding in advice:
        _show_finding(guideline, finding)


def draw_publishing(bench: Workbench, guideline: Guideline) -> None:
    """Draw the button that freezes the next version; a refusal names the recommendations."""
    number = guideline.published + 1
    reason = st.text_input(_("What is new in this version (may stay empty)"), key=f"reason_{number}")
    if st.button(
        _("Publish as version {n}").format(n=number), type="primary", icon=":material/publish:", key="publish"
    ):
        with problems_shown():
            bench.guidelines.publish(guideline.id, reason=reason)
            say_after_rerun(_("Published. Download it below."))
            st.rerun()


def show_versions(bench: Workbench, guideline: Guideline, publications: tuple[Publication, ...]) -> None:
    """Draw the draft and every published version with its files."""
    st.subheader(_("Files"), anchor=False)
    _show_files(bench, guideline, 0, _("Draft as it stands"))
    for publication in publications:
        day = wording().day(publication.published_at.date())
        name = _("Version {n}, {day}").format(n=publication.number, day=day)
        _show_files(bench, guideline, publication.number, name)


def _show_finding(guideline: Guideline, finding: Finding) -> None:
    link_to(
        "draft",
        f"**{finding.number}** {plain(finding.text)}",
        icon=":material/arrow_forward:",
        study=guideline.study_id,
        guideline=guideline.id,
        recommendation=finding.recommendation_id,
    )
    st.caption(_(CHECK_WORDS[finding.check]))


def _show_files(bench: Workbench, guideline: Guideline, number: int, name: str) -> None:
    label, *buttons = st.columns([3, 1, 1], vertical_alignment="center")
    label.markdown(plain(name))
    for form, column in zip(("docx", "md"), buttons, strict=True):
        column.download_button(
            NAMES[form],
            # Written when it is asked for: a long guideline takes a second.
            lambda form=form: bench.guidelines.exported(guideline.id, form=form, number=number),
            file_name=_file_name(guideline, number, form),
            mime=MIMES[form],
            key=f"file_{number}_{form}",
            icon=":material/download:",
            on_click="ignore",
            width="stretch",
        )


def _file_name(guideline: Guideline, number: int, form: str) -> str:
    words = re.sub(r"[^\w]+", "-", guideline.title).strip("-")[:60] or "guideline"
    version = f"v{number}" if number else "draft"
    return f"{words}-{version}.{form}"
