"""What a new version changes, before it is published and in the list of versions."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.i18n import _, language, language_name, ngettext
from pages.ui.links import link_to
from pages.ui.moments import moment
from pages.ui.plain import plain
from survey_engine.design.change_words import say_change
from survey_engine.design.changes import Change
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.workbench import Workbench
from survey_engine.workbench.design import VersionChanges

# More would push the button that publishes out of sight.
SHOWN_AT_ONCE = 8


def draw_changes_to_publish(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw what the draft changes against the latest version; nothing before the first one."""
    changes = bench.questionnaires.changes(questionnaire.id)
    if not changes:
        return
    st.subheader(_("What changes since version {n}").format(n=questionnaire.published), anchor=False)
    _draw_lines(changes[:SHOWN_AT_ONCE])
    if left := changes[SHOWN_AT_ONCE:]:
        with st.expander(_("Further changes: {n}").format(n=len(left))):
            _draw_lines(left)
    st.caption(
        _(
            "Answers to a question whose text or options changed are told apart from earlier ones wherever "
            "versions are summed up."
        )
    )


def draw_versions(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw the published versions, newest first, each with what it changed."""
    history = bench.questionnaires.history(questionnaire.id)
    if not history:
        return
    st.subheader(_("Published versions"), anchor=False)
    for one in history:
        _draw_version(one)
    link_to("sessions", _("Prepare a session"), study=study.id)


def _draw_version(one: VersionChanges) -> None:
    count = len(form_of(one.version).questions)
    questions = ngettext("{n} question", "{n} questions", count).format(n=count)
    line = _("Version {n} · {questions} · {at}")
    at = moment(one.version.published_at)
    st.markdown(plain(line.format(n=one.version.number, questions=questions, at=at)))
    if not one.changes:
        return
    comparable = _("comparable with the version before: {n} of {most}").format(n=one.comparable, most=count)
    changed = ngettext("{n} change", "{n} changes", len(one.changes)).format(n=len(one.changes))
    with st.expander(plain(f"{changed} · {comparable}")):
        _draw_lines(one.changes)


def _draw_lines(changes: Sequence[Change]) -> None:
    lines = [say_change(change, _, language(), language_name) for change in changes]
    st.markdown("\n".join(f"- {plain(' '.join(line.split()))}" for line in lines))
