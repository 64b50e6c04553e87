"""Moderation beside the console: people's own words, let through to the screen or kept back."""

from collections.abc import Sequence

import streamlit as st

from pages.collect.parts.actions import doing
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, ngettext
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session, Shown
from survey_engine.collect.moderation import ModeratedAnswer, in_state
from survey_engine.collect.rooms import Step
from survey_engine.design.kinds import Contributing
from survey_engine.i18n import mark

# As many as can be read in one go; the rest move up once these are decided.
AT_ONCE = 20
HEIGHT = 350
TABS = {Shown.WAITING: mark("Waiting"), Shown.SHOWN: mark("Shown"), Shown.HIDDEN: mark("Hidden")}
REASONS = {
    "personal": mark("Personal details"),
    "insulting": mark("Insulting"),
    "beside the point": mark("Beside the point"),
    "other": mark("Another reason"),
}


def draw_queue(session: Session, step: Step) -> None:
    """Draw the answers by state, the waiting ones first, each with what can be done with it."""
    answers = workbench().moderation.answers(session.id, step.question.id)
    if not answers:
        nothing = _("Nobody has written anything yet.") if step.question.takes_contributions else ""
        st.caption(nothing or _("Nobody has answered yet."))
    elif step.question.takes_contributions:
        st.caption(
            _("What you let through is what people vote on; the screen shows it once you show the results.")
        )
    elif not step.state.results_shown:
        st.caption(_("Results are hidden: the room sees what you let through once you show them."))
    chosen = st.segmented_control(
        _("Answers"),
        list(TABS),
        default=Shown.WAITING,
        required=True,
        format_func=lambda state: f"{_(TABS[Shown(state)])} ({len(in_state(answers, state))})",
        key="queue_state",
        label_visibility="collapsed",
    )
    state = Shown(chosen)
    found = in_state(answers, state)
    if state == Shown.WAITING:
        _draw_all_at_once(session, step, found)
    with st.container(height=HEIGHT, border=False):
        for answer in found[:AT_ONCE] if state == Shown.WAITING else reversed(found[-3 * AT_ONCE :]):
            _draw_answer(session, step, answer)


def _draw_all_at_once(session: Session, step: Step, waiting: Sequence[ModeratedAnswer]) -> None:
    moderation, seen = workbench().moderation, [a.answer.answer_id for a in waiting[:AT_ONCE]]
    with st.container(horizontal=True, vertical_alignment="center"):
        if seen:
            st.button(
                ngettext("Let {n} through", "Let these {n} through", len(seen)).format(n=len(seen)),
                key="let_all_through",
                icon=":material/done_all:",
                shortcut="A",
                on_click=doing(moderation.let_through, session.id, answer_ids=seen),
            )
        automatic = step.state.let_through
        st.button(
            _("Let through one by one") if automatic else _("Let through as they come"),
            key="as_they_come",
            icon=":material/pan_tool:" if automatic else ":material/bolt:",
            type="primary" if automatic else "tertiary",
            help=_("Whether answers reach the screen without waiting for you."),
            on_click=doing(
                moderation.let_through_as_they_come,
                session.id,
                question_id=step.question.id,
                on=not automatic,
            ),
        )
    if len(waiting) > len(seen):
        more = len(waiting) - len(seen)
        st.caption(ngettext("{n} more is waiting below.", "{n} more are waiting below.", more).format(n=more))


def _draw_answer(session: Session, step: Step, answer: ModeratedAnswer) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", wrap=False):
        with st.container(gap=None):
            st.text(answer.answer.text)
            if answer.reason:
                st.caption(_(REASONS[answer.reason]) if answer.reason in REASONS else plain(answer.reason))
        if answer.state == Shown.SHOWN and _can_be_answered(step):
            _draw_answered(session, answer)
        _draw_choices(session, answer)


def _can_be_answered(step: Step) -> bool:
    return isinstance(step.question, Contributing) and step.question.can_be_answered


def _draw_answered(session: Session, answer: ModeratedAnswer) -> None:
    answer_id = answer.answer.answer_id
    st.button(
        _("Not answered yet") if answer.answered else _("Mark as answered"),
        key=f"answered_{answer_id}",
        icon=":material/undo:" if answer.answered else ":material/task_alt:",
        type="tertiary" if answer.answered else "primary",
        on_click=doing(
            workbench().contributions.mark_answered, session.id, answer_id=answer_id, on=not answer.answered
        ),
    )


def _draw_choices(session: Session, answer: ModeratedAnswer) -> None:
    moderation, answer_id = workbench().moderation, answer.answer.answer_id
    if answer.state != Shown.SHOWN:
        st.button(
            _("Let through"),
            key=f"show_{answer_id}",
            icon=":material/check:",
            on_click=doing(moderation.let_through, session.id, answer_ids=[answer_id]),
        )
    if answer.state != Shown.HIDDEN:
        _draw_hiding(session, answer_id)
    if answer.state != Shown.WAITING:
        st.button(
            _("Put back"),
            key=f"back_{answer_id}",
            type="tertiary",
            on_click=doing(moderation.put_back, session.id, answer_id=answer_id),
        )


def _draw_hiding(session: Session, answer_id: str) -> None:
    reason = st.menu_button(
        _("Hide"),
        list(REASONS),
        key=f"hide_{answer_id}",
        icon=":material/visibility_off:",
        format_func=lambda reason: _(REASONS[reason]),
    )
    if reason:
        with problems_shown():
            workbench().moderation.hide(session.id, answer_id=answer_id, reason=reason)
            st.rerun()
