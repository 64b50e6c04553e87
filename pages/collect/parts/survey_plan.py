"""The days of a survey, and what people are told once they have handed it in: one form, one write."""

from datetime import datetime

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language_name, localised
from pages.ui.moments import moment, visitor_zone
from pages.ui.workbench import workbench
from survey_engine.collect.models import Session
from survey_engine.collect.surveys import Opening, Openness, SurveyPlan
from survey_engine.design.models import groups_of


def say_days(opening: Opening) -> str:
    """Return when a survey opens or closes, in the visitor's own time; '' where it has no days."""
    plan = opening.plan
    if opening.openness == Openness.CLOSED and plan.closes_at:
        return _("closed since {moment}").format(moment=moment(plan.closes_at))
    if opening.openness == Openness.EARLY and plan.opens_at:
        return _("opens on {moment}").format(moment=moment(plan.opens_at))
    return _("closes on {moment}").format(moment=moment(plan.closes_at)) if plan.closes_at else ""


def draw_survey_plan(session: Session, plan: SurveyPlan) -> None:
    """Draw the form of a survey's days and last words."""
    with (
        st.expander(_("Days and thanks"), icon=":material/event:"),
        st.form(f"plan_{session.id}", border=False),
    ):
        left, right = st.columns(2)
        opens = left.datetime_input(
            _("Opens"), value=_local(plan.opens_at), format="DD.MM.YYYY", key=f"opens_{session.id}"
        )
        closes = right.datetime_input(
            _("Closes"), value=_local(plan.closes_at), format="DD.MM.YYYY", key=f"closes_{session.id}"
        )
        st.caption(
            _("Times are those of {zone}; left empty, the survey is open until it is ended.").format(
                zone=visitor_zone().key
            )
        )
        # A field that once held a day cannot be emptied.
        without = bool(plan.opens_at or plan.closes_at) and st.checkbox(
            _("Take the days away: open until it is ended"), key=f"without_days_{session.id}"
        )
        told = _draw_words(session, plan)
        invited = st.checkbox(
            _("Only for those with a one-time link"), value=plan.by_invitation, key=f"invited_{session.id}"
        )
        shared = st.checkbox(
            _("Shared tablet: after handing in, the next person begins"),
            value=plan.shared_device,
            key=f"shared_{session.id}",
        )
        quotas = _draw_quotas(session, plan)
        if st.form_submit_button(_("Save"), type="primary"):
            opens, closes = (None, None) if without else (opens, closes)
            days = {"opens_at": _utc(opens), "closes_at": _utc(closes)}
            changes = days | {
                "next_steps": told,
                "by_invitation": invited,
                "shared_device": shared,
                "quotas": quotas,
            }
            _save(session, plan.model_copy(update=changes))


def _draw_words(session: Session, plan: SurveyPlan) -> dict[str, str]:
    languages = workbench().studies.get(session.study_id).languages
    told = dict(plan.next_steps)
    for column, code in zip(st.columns(len(languages)), languages, strict=True):
        told[code] = column.text_area(
            f"{_('What happens next')} · {language_name(code)}",
            value=told.get(code, ""),
            placeholder=_("We read every answer and publish what came of it by the end of June."),
            key=f"next_{session.id}_{code}",
        )
    return told


def _draw_quotas(session: Session, plan: SurveyPlan) -> dict[str, int]:
    """Draw a number for each group: how many may join; 0 for everybody."""
    entered = {
        group.key: st.number_input(
            _("At most from {group} (0: everybody)").format(group=localised(group.label) or group.key),
            min_value=0,
            value=plan.quotas.get(group.key, 0),
            key=f"quota_{session.id}_{group.key}",
        )
        for group in groups_of(workbench().studies.get(session.study_id))
    }
    return {key: int(most) for key, most in entered.items() if most}


def _save(session: Session, plan: SurveyPlan) -> None:
    with problems_shown():
        workbench().surveys.arrange(session.id, plan=plan)
        say_after_rerun(_("Saved."))
        st.rerun()


def _local(at: datetime | None) -> datetime | None:
    return None if at is None else at.astimezone(visitor_zone()).replace(tzinfo=None)


def _utc(entered: datetime | None) -> datetime | None:
    return None if entered is None else entered.replace(tzinfo=visitor_zone())
