"""How long the agenda is against the time that is booked: in words and as a bar."""

from datetime import time

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, ngettext
from survey_engine.design.agenda import MOST_MINUTES, clock_after, minutes_over, planned_minutes
from survey_engine.design.models import Form, Questionnaire, form_of
from survey_engine.workbench import Workbench


def draw_booking(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw the form for how long the room is there and when it begins."""
    form = form_of(questionnaire)
    with (
        st.form(f"booking-{questionnaire.id}", enter_to_submit=False, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        minutes = st.number_input(
            _("Booked, in minutes"),
            0,
            MOST_MINUTES,
            form.booked_minutes or None,
            step=5,
            key=f"booked-{questionnaire.id}",
            placeholder=_("not set"),
            width=180,
        )
        starts = st.time_input(
            _("Begins at"), _time(form.starts_at), key=f"starts-{questionnaire.id}", step=300, width=180
        )
        saved = st.form_submit_button(_("Save the time"))
    if saved:
        with problems_shown():
            begins = starts.strftime("%H:%M") if starts else ""
            bench.agendas.book(questionnaire.id, minutes=int(minutes or 0), starts_at=begins)
            say_after_rerun(_("Saved."))
            st.rerun()


def draw_total(questionnaire: Questionnaire) -> None:
    """Draw what all steps take, and a warning where that is more than is booked."""
    form = form_of(questionnaire)
    if not form.agenda:
        return
    planned = planned_minutes(form)
    st.markdown(_total_line(form, planned))
    if form.booked_minutes:
        st.progress(min(1.0, planned / form.booked_minutes))
    if over := minutes_over(form):
        words = ngettext(
            "The agenda is {n} minute longer than what is booked. Shorten a step, or book more time.",
            "The agenda is {n} minutes longer than what is booked. Shorten a step, or book more time.",
            over,
        )
        st.warning(words.format(n=over), icon=":material/schedule:")


def _total_line(form: Form, planned: int) -> str:
    ends = clock_after(form.starts_at, planned)
    if form.booked_minutes:
        line = _("Planned {planned} of {booked} min").format(planned=planned, booked=form.booked_minutes)
    else:
        line = _("Planned {planned} min").format(planned=planned)
    until = _("ends at {clock}").format(clock=ends) if ends else ""
    return " · ".join(part for part in (f"**{line}**", until) if part)


def _time(clock: str) -> time | None:
    return time.fromisoformat(clock) if clock else None
