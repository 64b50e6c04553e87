"""What is looked at: questions answered in words, over which sessions."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pages.ui.i18n import _, localised
from pages.ui.links import link_to
from survey_engine.collect.models import Session
from survey_engine.design.models import Study, groups_of
from survey_engine.workbench.wording import Source


@dataclass(frozen=True, slots=True)
class Scope:
    """The chosen questions and sessions; an empty choice means all of them."""

    questions: tuple[str, ...]
    sessions: tuple[str, ...]


def choose_scope(sources: Sequence[Source], sessions: Sequence[Session], *, key: str) -> Scope:
    """Draw the choice in one line; with one question and one session there is nothing to choose."""
    places = st.columns([3, 2])
    asked = {source.id: f"{source_name(source)} ({source.answers})" for source in sources}
    held = {session.id: session.title for session in sessions}
    with places[0]:
        questions = _chosen(_("Questions"), asked, f"{key}_questions", _("All questions"))
    with places[1]:
        over = _chosen(_("Sessions"), held, f"{key}_sessions", _("All"))
    return Scope(questions, over)


def _chosen(label: str, names: dict[str, str], key: str, everything: str) -> tuple[str, ...]:
    if len(names) < 2:
        return ()
    return tuple(
        st.multiselect(
            label, list(names), format_func=lambda one: names.get(one, one), key=key, placeholder=everything
        )
    )


def source_name(source: Source) -> str:
    """Return the question in the visitor's language, or that it was said aloud."""
    return localised(source.question.text) if source.question else _("Said aloud")


def sources_or_stop(study: Study, sources: Sequence[Source]) -> None:
    """Where nobody has said anything in words yet, say so and stop."""
    if not sources:
        st.info(_("Nobody has answered in words yet."), icon=":material/info:")
        link_to("sessions", _("To the sessions"), study=study.id)
        st.stop()


def group_label(study: Study, key: str) -> str:
    """Return the name of a group in the visitor's language."""
    names = {group.key: localised(group.label) for group in groups_of(study)}
    return names.get(key, key) or _("No group")
