"""What a facilitator does with the step that the room sees: open, close, results, next."""

import streamlit as st

from pages.collect.parts.actions import doing
from pages.ui.i18n import _, localised
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.rooms import RoomState, Step


def draw_controls(state: RoomState) -> None:
    """Draw the question, its state in bold words, and the buttons that fit it."""
    if state.session.ended_at is not None:
        _draw_heading(_("The session has ended"))
        st.info(_("The room sees a word of thanks. Reopen the session to go on."), icon=":material/info:")
        return
    if not state.steps:
        st.info(_("This session has no questions."), icon=":material/info:")
        return
    if state.current is None:
        _draw_waiting(state)
    else:
        _draw_step(state, state.current)


def _draw_waiting(state: RoomState) -> None:
    _draw_heading(_("The room is joining"))
    st.write(_("The screen shows the code. Open the first question when everybody is in."))
    _draw_next(state, primary=True)


def _draw_step(state: RoomState, step: Step) -> None:
    _draw_heading(localised(step.question.text))
    st.markdown(_state_in_words(state, step))
    with st.container(horizontal=True):
        if step.number is not None:
            _draw_openness(state, step)
            _draw_results(state, step)
        _draw_next(state, primary=step.number is None or step.state.closed_at is not None)


def _draw_openness(state: RoomState, step: Step) -> None:
    sessions, ids = workbench().sessions, {"question_id": step.question.id}
    if step.state.is_open:
        st.button(
            _("Close answers"),
            key="close",
            icon=":material/lock:",
            type="primary",
            shortcut="O",
            on_click=doing(sessions.close_question, state.session.id, **ids),
        )
    else:
        st.button(
            _("Open again") if step.state.closed_at else _("Open for answers"),
            key="open",
            icon=":material/lock_open:",
            type="secondary" if step.state.closed_at else "primary",
            shortcut="O",
            on_click=doing(sessions.open_question, state.session.id, **ids),
        )


def _draw_results(state: RoomState, step: Step) -> None:
    sessions, ids = workbench().sessions, {"question_id": step.question.id}
    shown = step.state.results_shown
    st.button(
        _("Hide results") if shown else _("Show results"),
        key="results",
        icon=":material/visibility_off:" if shown else ":material/visibility:",
        shortcut="S",
        on_click=doing(sessions.hide_results if shown else sessions.show_results, state.session.id, **ids),
    )


def _draw_next(state: RoomState, *, primary: bool) -> None:
    following = state.following
    if following is None:
        return
    st.button(
        _next_label(following),
        key="next",
        icon=":material/arrow_forward:",
        type="primary" if primary else "secondary",
        shortcut="N",
        on_click=doing(
            workbench().sessions.open_question, state.session.id, question_id=following.question.id
        ),
    )


def _next_label(step: Step) -> str:
    if step.number is None:
        return _("Next: something to read")
    return _("Next: question {number}").format(number=step.number)


def _draw_heading(text: str) -> None:
    st.markdown(f"##### {plain(text)}")


def _state_in_words(state: RoomState, step: Step) -> str:
    if step.number is None:
        return _badge("primary", "article", _("The room reads this"))
    answered = _("**{answered}** of {joined} answered").format(answered=step.answered, joined=state.asked)
    return " ".join([_openness(step), _results(step), answered])


def _openness(step: Step) -> str:
    if step.state.is_open:
        return _badge("primary", "radio_button_checked", _("Answers are open"))
    if step.state.closed_at:
        return _badge("gray", "lock", _("Closed"))
    return _badge("gray", "radio_button_unchecked", _("Not opened yet"))


def _results(step: Step) -> str:
    if step.state.results_shown:
        return _badge("orange", "visibility", _("The room sees the results"))
    return _badge("gray", "visibility_off", _("Results hidden"))


def _badge(colour: str, icon: str, text: str) -> str:
    return f":{colour}-badge[:material/{icon}: {text}]"
