"""Writing one step of the agenda: its fields in a form, saved together or not at all."""

import streamlit as st

from pages.design.parts.seen import forget, remember, renew, seen
from pages.design.parts.texts import edit_texts
from pages.ui.feedback import say_after_rerun
from pages.ui.i18n import _, localised
from pages.ui.plain import plain
from survey_engine.design.agenda import MOST_MINUTES, STEP_NAMES
from survey_engine.design.models import AgendaStep, Form, Questionnaire, StepKind, Study, form_of
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.workbench import Workbench

NEW = "new-"
# In these steps the room may be shown a question or information.
SHOWING = (StepKind.INFORMATION, StepKind.QUESTION, StepKind.DISCUSSION)
USUAL_MINUTES = {StepKind.DISCUSSION: 15, StepKind.BREAK: 15}


def open_step_editor(questionnaire: Questionnaire, step_id: str) -> None:
    """Open the editor for a step, or for a new one of a kind ("new-break")."""
    forget()
    st.query_params["questionnaire"] = questionnaire.id
    st.query_params["step"] = step_id
    st.rerun()


def open_step(questionnaire: Questionnaire) -> AgendaStep | None:
    """Return the step whose editor is open, or None."""
    wanted = st.query_params.get("step", "")
    kind = wanted.removeprefix(NEW)
    if wanted.startswith(NEW) and kind in STEP_NAMES:
        return AgendaStep(id=wanted, kind=StepKind(kind), minutes=USUAL_MINUTES.get(StepKind(kind), 5))
    return next((step for step in form_of(questionnaire).agenda if step.id == wanted), None)


def draw_step_editor(bench: Workbench, study: Study, questionnaire: Questionnaire, step: AgendaStep) -> None:
    """Draw the form of a step; a refused one keeps what was entered."""
    remember(step, f"{step.id}-minutes")
    st.subheader(_(STEP_NAMES[step.kind]), anchor=False)
    with st.form(f"step-{step.id}", enter_to_submit=False):
        edited = _edit(study, form_of(questionnaire), step)
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Save the step"), type="primary")
            left = st.form_submit_button(_("Close without saving"), type="tertiary")
    if left:
        _close()
    if saved:
        _save(bench, questionnaire, step, edited)


def _edit(study: Study, form: Form, step: AgendaStep) -> AgendaStep:
    key = step.id
    question_id = step.question_id
    if step.kind in SHOWING:
        question_id = _choose_question(form, step)
    title = edit_texts(
        _("Title (may stay empty)") if step.kind in SHOWING else _("Title"),
        step.title,
        study.languages,
        key=f"{key}-title",
    )
    minutes = st.number_input(
        _("Minutes"), 0, MOST_MINUTES, min(step.minutes, MOST_MINUTES), key=f"{key}-minutes", width=180
    )
    leader = st.text_input(_("Who leads"), step.leader, key=f"{key}-leader")
    notes = st.text_area(
        _("Notes for the facilitator"),
        step.notes,
        key=f"{key}-notes",
        height=160,
        help=_("What to say, to prepare, to watch for. Participants never see it."),
    )
    return step.model_copy(
        update={
            "title": title,
            "minutes": int(minutes),
            "leader": leader,
            "notes": notes,
            "question_id": question_id,
        }
    )


def _choose_question(form: Form, step: AgendaStep) -> str:
    offered = {question.id: localised(question.text) for question in form.questions}
    ids = ["", *offered]
    place = ids.index(step.question_id) if step.question_id in ids else 0
    chosen = st.selectbox(
        _("What the room is shown"),
        ids,
        index=place,
        format_func=lambda id: offered.get(id) or _("nothing from the questionnaire"),
        key=f"{step.id}-question",
    )
    return chosen or ""


def _save(bench: Workbench, questionnaire: Questionnaire, step: AgendaStep, edited: AgendaStep) -> None:
    try:
        if step.id.startswith(NEW):
            bench.agendas.add(questionnaire.id, step=edited.model_copy(update={"id": new_id()}))
        else:
            bench.agendas.save(questionnaire.id, step=edited, seen=seen(step))
    except EngineError as error:
        if error.problem == Problem.CHANGED_MEANWHILE:
            # Both versions are on the screen now; saving once more is a decision.
            renew(step)
        st.error(plain(error.say(_)), icon=":material/error:")
        return
    say_after_rerun(_("Saved."))
    _close()


def _close() -> None:
    forget()
    st.query_params.pop("step", None)
    st.rerun()
