"""One study as a card: what it is called, where, how far it has come, and the next step."""

import streamlit as st

from pages.start.parts.steps import STEPS
from pages.ui.i18n import _, ngettext
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.design.models import Study
from survey_engine.design.progress import Progress


def draw_card(study: Study, progress: Progress) -> None:
    """Draw a study with links to its overview and to its next step."""
    with st.container(border=True):
        st.subheader(plain(study.title), anchor=False)
        st.caption(
            " · ".join(part for part in (_sample(study), plain(study.place), counts(progress)) if part)
        )
        with st.container(horizontal=True):
            link_to("study", _("Open the study"), icon=":material/arrow_forward:", study=study.id)
            words, page = STEPS[progress.next_step]
            link_to(page, _("Next: {step}").format(step=_(words)), study=study.id)


def counts(progress: Progress) -> str:
    """Return how many sessions, people and answers there are, in words."""
    if not progress.sessions:
        return _("no sessions yet")
    return " · ".join(
        (
            ngettext("{n} session", "{n} sessions", progress.sessions).format(n=progress.sessions),
            ngettext("{n} person", "{n} people", progress.people).format(n=progress.people),
            ngettext("{n} answer", "{n} answers", progress.answers).format(n=progress.answers),
        )
    )


def _sample(study: Study) -> str:
    return _("invented sample") if study.is_sample else ""
