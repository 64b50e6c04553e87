"""What to look for among the answers: session, question, group and words; kept in the address."""

from collections.abc import Sequence

import streamlit as st

from pages.collect.parts.note_groups import group_names
from pages.ui.i18n import _, localised
from survey_engine.collect.findings import Wanted
from survey_engine.collect.models import SAID_ALOUD, Session
from survey_engine.design.kinds import Question
from survey_engine.design.models import Study


def choose_wanted(study: Study, sessions: Sequence[Session], questions: Sequence[Question]) -> Wanted:
    """Draw the filter in one line and return what was chosen."""
    places = st.columns([3, 4, 3, 3])
    titles = {session.id: session.title for session in sessions}
    asked = {question.id: localised(question.text) for question in questions}
    groups = {key: name for key, name in group_names(study).items() if key}
    given = st.query_params.get("session", "")
    with places[0]:
        session = _choose(_("Session"), titles, _("All sessions"), "answers_session", given)
    with places[1]:
        said = {**asked, SAID_ALOUD: _("Said aloud")}
        question = _choose(_("Question"), said, _("All questions"), "answers_question")
    with places[2]:
        group = _choose(_("Group"), groups, _("All groups"), "answers_group")
    with places[3]:
        text = st.text_input(_("Words"), key="answers_text", icon=":material/search:")
    return Wanted(session, question, group, text)


def _choose(label: str, names: dict[str, str], everything: str, key: str, given: str = "") -> str | None:
    keys = ["", *names]
    chosen = st.selectbox(
        label,
        keys,
        index=keys.index(given) if given in names else 0,
        format_func=lambda one: names.get(one, everything),
        key=key,
    )
    return chosen or None
