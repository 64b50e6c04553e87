"""The steps of a session in order: where the room is, what was opened, how many answered."""

import streamlit as st

from pages.collect.parts.actions import doing
from pages.ui.i18n import _, localised
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.rooms import RoomState, Step

LONGEST = 64
# With more steps each keeps to one line, so that all of them are in view.
WRAPPED = 8
HEIGHT = 590


def draw_agenda(state: RoomState) -> None:
    """Draw the waiting screen and every step as a button; pressing one lets the room see it."""
    go_to, ended = workbench().sessions.go_to, state.session.ended_at is not None
    with st.container(height=HEIGHT, border=False, gap="xsmall", key="agenda"):
        st.button(
            _("Waiting screen with the code"),
            key="go_waiting",
            icon=":material/qr_code_2:",
            type="secondary" if state.current else "primary",
            width="stretch",
            disabled=ended,
            on_click=doing(go_to, state.session.id, question_id=""),
        )
        for step in state.steps:
            question_id = step.question.id
            st.button(
                _label(step),
                key=f"go_{question_id}",
                icon=_icon(step),
                type="primary" if step is state.current else "secondary",
                width="stretch",
                wrap=len(state.steps) <= WRAPPED,
                disabled=ended,
                help=_("Show this to the room; what is open now is closed."),
                on_click=doing(go_to, state.session.id, question_id=question_id),
            )


def _label(step: Step) -> str:
    text = localised(step.question.text) or _("Without a text")
    short = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    number = f"{step.number}. " if step.number else ""
    answered = f" · {step.answered}" if step.answered else ""
    return plain(f"{number}{short}{answered}")


def _icon(step: Step) -> str:
    if step.number is None:
        return ":material/article:"
    if step.state.is_open:
        return ":material/radio_button_checked:"
    return ":material/check_circle:" if step.state.closed_at else ":material/radio_button_unchecked:"
