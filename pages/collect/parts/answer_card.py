"""One answer, word for word: where, by which group, whether the room saw it, and the way to a quote."""

import streamlit as st

from pages.collect.parts.note_groups import group_name
from pages.ui.i18n import _, language, localised
from pages.ui.links import link_to
from pages.ui.parts.results import code_label
from pages.ui.plain import plain
from survey_engine.collect.findings import FoundAnswer
from survey_engine.collect.models import Origin, Shown
from survey_engine.design.models import Study
from survey_engine.i18n import mark
from survey_engine.moments import say_day

STATES = {
    Shown.WAITING: mark("not let through"),
    Shown.SHOWN: mark("let through to the room"),
    Shown.HIDDEN: mark("hidden from the room"),
}


def draw_answer(study: Study, found: FoundAnswer) -> None:
    """Draw an answer as a card."""
    answer = found.answer
    with st.container(border=True, gap="xsmall"):
        if found.question and answer.codes:
            st.markdown(" · ".join(plain(code_label(found.question, code)) for code in answer.codes))
        if answer.text:
            st.text(answer.text)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(" · ".join(plain(part) for part in _about(study, found) if part))
            if answer.text:
                link_to("quotes", _("Pick a quote"), study=study.id, answer=answer.id)


def _about(study: Study, found: FoundAnswer) -> list[str]:
    answer, session = found.answer, found.session
    was_live = answer.origin == Origin.PARTICIPANT and bool(answer.text)
    return [
        group_name(study, found.group_key),
        localised(found.question.text) if found.question else _("Said aloud"),
        session.title,
        say_day(answer.said_at, language()),
        _(STATES[found.state]) if was_live else "",
    ]
