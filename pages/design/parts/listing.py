"""The list of questions: text, kind, order, copying, deleting with a way back."""

from collections.abc import Callable

import streamlit as st

from pages.design.kinds import EDITORS
from pages.design.parts.adding import draw_adding
from pages.design.parts.advice import advice_on, draw_advice_count, draw_answering_time
from pages.design.parts.bank_mark import changed_in_bank, draw_bank_mark
from pages.design.parts.editor import open_editor
from pages.design.parts.paging import shown_part
from pages.design.parts.rule_editor import open_rule
from pages.design.parts.rule_words import rule_words
from pages.design.parts.section_editor import draw_section_heading, open_section
from pages.design.parts.undoing import draw_undo
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, language, language_name
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.design import edits
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.models import Form, Questionnaire, Study, form_of
from survey_engine.texts import missing_languages, pick
from survey_engine.workbench import Workbench

# From here on the buttons above the list are out of sight at its end, where a new question goes.
SOME_LENGTH = 4


def draw_additions(questionnaire: Questionnaire, *, below: bool = False) -> None:
    """Draw what can be added: a question of any kind, or a section; once more below a list of some length."""
    if below and len(form_of(questionnaire).outline) < SOME_LENGTH:
        return
    place = "-below" if below else ""
    with st.container(horizontal=True):
        draw_adding(questionnaire, key=f"add-question{place}")
        if st.button(_("Add a section"), icon=":material/segment:", key=f"add-section{place}"):
            open_section(questionnaire)


def draw_questions(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw every question with its buttons, and the button that takes the last edit back."""
    draw_undo(bench, questionnaire)
    form = form_of(questionnaire)
    if not form.questions:
        st.info(_("There are no questions yet. Add one: choose its kind, write it, save."))
        link_to("guide", _("Not sure how to ask? See which way to involve people fits"))
    draw_answering_time(study, questionnaire, form)
    advice = advice_on(study, questionnaire, form)
    changed = changed_in_bank(bench, questionnaire, form)
    outline = form.outline
    for id in shown_part(outline, key=f"page-{questionnaire.id}"):
        if section := form.section(id):
            draw_section_heading(bench, questionnaire, section)
            continue
        question = edits.question_in(form, id)
        with st.container(border=True):
            _draw_question(study, form, question)
            draw_advice_count(advice, question.id)
            draw_bank_mark(question, changed)
            place = outline.index(id)
            _draw_buttons(bench, questionnaire, question, first=place == 0, last=place == len(outline) - 1)


def _draw_question(study: Study, form: Form, question: AnyQuestion) -> None:
    kind, number = EDITORS[question.kind], form.questions.index(question) + 1
    st.caption(f"{number} · {_(kind.TITLE)}")
    st.markdown(f"**{plain(pick(question.text, _first(study))) or _('(no text yet)')}**")
    if isinstance(question, Choice):
        labels = [plain(pick(option.label, _first(study))) for option in question.options]
        st.caption(" · ".join(labels) or _("no options yet"))
    if question.show_if:
        st.caption(f":material/call_split: {plain(rule_words(question, form, study))}")
    missing = missing_languages(question.text, study.languages)
    if missing and len(study.languages) > 1:
        names = ", ".join(language_name(code) for code in missing)
        st.caption(_("No text yet in: {languages}").format(languages=names))


def _first(study: Study) -> str:
    return language() if language() in study.languages else study.languages[0]


def _draw_buttons(
    bench: Workbench, questionnaire: Questionnaire, question: AnyQuestion, *, first: bool, last: bool
) -> None:
    service, id, chosen = bench.questionnaires, questionnaire.id, question.id
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Edit"), icon=":material/edit:", key=f"edit-{chosen}"):
            open_editor(questionnaire, chosen)
        if _tool("↑", f"up-{chosen}", first, help=_("Move up")):
            _write(lambda: service.move(id, question_id=chosen, by=-1))
        if _tool("↓", f"down-{chosen}", last, help=_("Move down")):
            _write(lambda: service.move(id, question_id=chosen, by=1))
        if _tool(_("Who sees it"), f"rule-{chosen}"):
            open_rule(questionnaire, chosen)
        if _tool(
            _("Keep in the bank"), f"keep-{chosen}", help=_("For other studies, under a key that stays.")
        ):
            _write(lambda: bench.bank.keep(id, question_id=chosen), _("Kept in the bank."))
        if _tool(_("Duplicate"), f"duplicate-{chosen}"):
            _write(lambda: service.duplicate(id, question_id=chosen), _("Copied."))
        if _tool(_("Delete"), f"delete-{chosen}"):
            _write(lambda: service.delete(id, question_id=chosen), _deleted(questionnaire, chosen))


def _deleted(questionnaire: Questionnaire, question_id: str) -> str:
    if any(step.question_id == question_id for step in form_of(questionnaire).agenda):
        return _("Deleted, and with it its step in the agenda. You can undo it above the list.")
    return _("Deleted. You can undo it above the list.")


def _tool(label: str, key: str, disabled: bool = False, *, help: str | None = None) -> bool:
    return st.button(label, key=key, help=help, disabled=disabled, type="tertiary")


def _write(write: Callable[[], object], said: str = "") -> None:
    with problems_shown():
        write()
        if said:
            say_after_rerun(said)
        st.rerun()
