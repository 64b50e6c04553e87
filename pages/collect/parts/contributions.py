"""Where people answer to one another: which phase is open, what waits to be let through, and what came of it."""

import streamlit as st

from pages.collect.parts.actions import doing
from pages.collect.parts.live import state_of
from pages.collect.parts.queue import draw_queue
from pages.collect.parts.what_is_said import draw_live_result
from pages.ui.i18n import _, localised
from pages.ui.workbench import workbench
from survey_engine.collect.contributions import phase_of
from survey_engine.collect.models import Mode, Session
from survey_engine.collect.rooms import Step
from survey_engine.design.kinds import Contributing, Phase
from survey_engine.i18n import mark

PHASES = {
    Phase.BOTH: mark("Writing and voting"),
    Phase.COLLECTING: mark("Writing alone"),
    Phase.VOTING: mark("Voting alone"),
}


def draw_contributions(session: Session, step: Step) -> None:
    """Draw the phases of a question, and under them its queue and its result."""
    _draw_phases(session, step)
    queue, result = st.tabs([_("Moderation"), _("Result")])
    with queue:
        draw_queue(session, step)
    with result:
        draw_live_result(session, step)


def draw_survey_contributions(session: Session) -> None:
    """Draw the same for a survey, where nobody opens questions: one of them after the other is chosen."""
    steps = {step.question.id: step for step in state_of(session.id).steps}
    asked = [id for id, step in steps.items() if step.question.takes_contributions]
    if session.mode != Mode.SURVEY or not asked:
        return
    chosen = st.selectbox(
        _("Question"),
        asked,
        format_func=lambda id: localised(steps[id].question.text) or _("Without a text"),
        key="contributions_question",
    )
    draw_contributions(session, steps[chosen])


def _draw_phases(session: Session, step: Step) -> None:
    question = step.question
    assert isinstance(question, Contributing)
    now = phase_of(question, step.state)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("People do now:"), width="content")
        for phase in question.phases:
            st.button(
                _(PHASES[phase]),
                key=f"phase_{phase}",
                type="primary" if phase == now else "secondary",
                on_click=doing(
                    workbench().contributions.set_phase, session.id, question_id=question.id, phase=phase
                ),
            )
