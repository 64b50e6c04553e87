"""The form for a new session: how answers come in, with which questionnaire, where and when."""

from collections.abc import Sequence
from datetime import datetime, time

import streamlit as st

from pages.collect.parts.modes import mode_explained, mode_name
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.workbench import workbench
from survey_engine.collect.models import Mode
from survey_engine.design.models import QuestionnaireVersion, Study


def draw_new_session(study: Study, versions: Sequence[QuestionnaireVersion], *, held: int) -> None:
    """Draw the form, open where there is no session yet."""
    with st.expander(_("New session"), expanded=not held, icon=":material/add:"):
        mode = st.segmented_control(
            _("How answers come in"),
            list(Mode),
            default=Mode.LIVE,
            required=True,
            format_func=mode_name,
            key="new_mode",
        )
        st.caption(mode_explained(mode))
        if mode != Mode.RECORD and not versions:
            _say_what_is_missing(study)
        else:
            _draw_form(study, Mode(mode), versions, held)


def _say_what_is_missing(study: Study) -> None:
    st.warning(
        _("There is no published questionnaire yet. Publish one first, or make a session for notes only."),
        icon=":material/list_alt:",
    )
    link_to("questionnaire", _("To the questionnaire"), study=study.id)


def _draw_form(study: Study, mode: Mode, versions: Sequence[QuestionnaireVersion], held: int) -> None:
    with st.form("new_session", border=False):
        # A field of its own for each session: the title of the last one is not left standing.
        title = st.text_input(_("Title"), placeholder=_("First focus group"), key=f"new_title_{held}")
        left, middle, right = st.columns([2, 1, 1])
        place = left.text_input(_("Place"), value=study.place)
        day = middle.date_input(_("Date"), value="today", format="DD.MM.YYYY")
        hour = right.time_input(_("Time"), value=time(10, 0), step=900)
        version = st.selectbox(
            _("Questionnaire"),
            versions if mode != Mode.RECORD else [None, *versions],
            format_func=lambda v: (
                _("{title}, version {number}").format(title=v.title, number=v.number) if v else _("None")
            ),
        )
        if st.form_submit_button(_("Make the session"), type="primary"):
            with problems_shown():
                workbench().sessions.create(
                    study.id,
                    version_id=version.id if version else None,
                    mode=mode,
                    title=title,
                    place=place,
                    held_at=datetime.combine(day, hour).astimezone(),
                )
                say_after_rerun(_("The session is ready."))
                st.rerun()
