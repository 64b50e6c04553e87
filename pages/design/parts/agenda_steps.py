"""The steps of the agenda in order: time, what happens, who leads; moving, deleting, and the script to print."""

from collections.abc import Callable

import streamlit as st

from pages.design.parts.agenda_editor import NEW, open_step_editor
from pages.design.parts.undoing import draw_undo
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language, localised, ngettext
from pages.ui.plain import plain
from survey_engine.design.agenda import STEP_NAMES, TimedStep, timeline, unplanned_questions
from survey_engine.design.models import Form, Questionnaire, StepKind, form_of
from survey_engine.workbench import Workbench

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ICONS = {
    StepKind.OPENING: ":material/door_open:",
    StepKind.INFORMATION: ":material/article:",
    StepKind.QUESTION: ":material/help:",
    StepKind.DISCUSSION: ":material/forum:",
    StepKind.BREAK: ":material/coffee:",
    StepKind.CLOSING: ":material/flag:",
}
LONGEST_NOTE = 160


def draw_adding_step(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw the kinds of step to add, and the button that makes steps from questions that have none."""
    form = form_of(questionnaire)
    left_out = unplanned_questions(form) if form.agenda else form.questions
    with st.container(horizontal=True):
        with st.popover(_("Add a step"), icon=":material/add:", type="primary"):
            for kind, name in STEP_NAMES.items():
                if st.button(_(name), icon=ICONS[kind], key=f"add-step-{kind}", width="stretch"):
                    open_step_editor(questionnaire, NEW + kind)
        label = _("Add the questions that are missing") if form.agenda else _("Make it from the questions")
        if left_out and st.button(label, icon=":material/playlist_add:", help=_how()):
            _write(lambda: bench.agendas.draft(questionnaire.id), _("Steps were added."))
    if form.agenda and left_out:
        count = ngettext(
            "{n} question is in no step.", "{n} questions are in no step.", len(left_out)
        ).format(n=len(left_out))
        st.caption(f"{count} {plain('; '.join(localised(question.text) for question in left_out[:5]))}")
    draw_undo(bench, questionnaire)


def draw_steps(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw every step with its buttons."""
    form = form_of(questionnaire)
    if not form.agenda:
        st.info(_("There is no agenda yet. Add a step, or make one from the questions and change it."))
    timed = timeline(form)
    for number, one in enumerate(timed, start=1):
        with st.container(border=True, gap="small"):
            _draw_step(form, one)
            _draw_buttons(bench, questionnaire, one, first=number == 1, last=number == len(timed))


def draw_script(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw the button for the facilitator's script, in the visitor's language."""
    if not form_of(questionnaire).agenda:
        return
    shown = language()
    st.download_button(
        _("Facilitator's script (DOCX)"),
        lambda: bench.agendas.script(questionnaire.id, language=shown),
        file_name="balsis-script.docx",
        mime=DOCX,
        icon=":material/download:",
        on_click="ignore",
        help=_("The agenda as a table, then step by step with the questions, your notes and room to write."),
    )


def _draw_step(form: Form, one: TimedStep) -> None:
    step = one.step
    question = form.question(step.question_id) if step.question_id else None
    when = one.clock or f"+{one.after_minutes}"
    minutes = _("{n} min").format(n=step.minutes)
    st.caption(f"{ICONS[step.kind]} {when} · {minutes} · {_(STEP_NAMES[step.kind])}")
    if title := localised(step.title) or (localised(question.text) if question else ""):
        st.markdown(f"**{plain(title)}**")
    if step.question_id and question is None:
        st.caption(_("The question that was shown here has been deleted."))
    leader = _("Leads: {name}").format(name=step.leader) if step.leader else ""
    notes = step.notes if len(step.notes) <= LONGEST_NOTE else f"{step.notes[:LONGEST_NOTE].rstrip()} …"
    if below := " · ".join(part for part in (leader, " ".join(notes.split())) if part):
        st.caption(plain(below))


def _draw_buttons(
    bench: Workbench, questionnaire: Questionnaire, one: TimedStep, *, first: bool, last: bool
) -> None:
    service, id, chosen = bench.agendas, questionnaire.id, one.step.id
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Edit"), icon=":material/edit:", key=f"edit-{chosen}"):
            open_step_editor(questionnaire, chosen)
        if st.button("↑", key=f"up-{chosen}", help=_("Move up"), disabled=first, type="tertiary"):
            _write(lambda: service.move(id, step_id=chosen, by=-1))
        if st.button("↓", key=f"down-{chosen}", help=_("Move down"), disabled=last, type="tertiary"):
            _write(lambda: service.move(id, step_id=chosen, by=1))
        if st.button(_("Delete"), key=f"delete-{chosen}", type="tertiary"):
            _write(lambda: service.delete(id, step_id=chosen), _("Deleted. You can undo it above the list."))


def _how() -> str:
    return _(
        "Each question gets as many minutes as answering it takes in the slowest language, and one more to look "
        "at the result. Change them as you like."
    )


def _write(write: Callable[[], object], said: str = "") -> None:
    with problems_shown():
        write()
        if said:
            say_after_rerun(said)
        st.rerun()
