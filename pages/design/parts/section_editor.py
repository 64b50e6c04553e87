"""Sections of a questionnaire: their heading in the list with its buttons, and the form to write one."""

from collections.abc import Callable

import streamlit as st

from pages.design.parts.texts import edit_texts
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, localised
from pages.ui.plain import plain
from pages.ui.session import OPENED
from survey_engine.design.models import Questionnaire, Section, Study, form_of
from survey_engine.ids import new_id
from survey_engine.workbench import Workbench

NEW = "new"


def open_section(questionnaire: Questionnaire, section_id: str = NEW) -> None:
    """Open the form of a section, or of a new one."""
    st.query_params["questionnaire"] = questionnaire.id
    st.query_params["section"] = section_id
    OPENED.set(section_id)
    st.rerun()


def open_section_for(questionnaire: Questionnaire) -> Section | None:
    """Return the section whose form is open, or None."""
    wanted = st.query_params.get("section", "")
    return Section(id=NEW) if wanted == NEW else form_of(questionnaire).section(wanted)


def draw_section_editor(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw the form of the section that is open; a refused one keeps what was entered."""
    section = open_section_for(questionnaire)
    if section is None:
        return
    st.subheader(_("Section"), anchor=False)
    st.caption(_("Questions that belong together, with a heading and a few words above the first of them."))
    key = f"section-{section.id}"
    with st.form(key, enter_to_submit=False):
        title = edit_texts(_("Heading"), section.title, study.languages, key=f"{key}-title")
        text = edit_texts(
            _("What is said under it (may stay empty)"),
            section.text,
            study.languages,
            key=f"{key}-text",
            lines=3,
        )
        one_page = st.checkbox(
            _("In a survey, show its questions on one page with one “Save and go on”"),
            section.one_page,
            key=f"{key}-one-page",
            help=_(
                "They stand below one another, and each is saved by itself. A question that depends on another one of the same page appears once the page has been saved. Statements, ideas and questions from the audience stay on pages of their own. In a live session, questions come one by one as always."
            ),
        )
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Save the section"), type="primary")
            left = st.form_submit_button(_("Close without saving"), type="tertiary")
    if left:
        _close()
    if saved:
        with problems_shown():
            written = section.model_copy(update={"title": title, "text": text, "one_page": one_page})
            if section.id == NEW:
                OPENED.set(new_id())
                fresh = written.model_copy(update={"id": OPENED.get()})
                bench.sections.add(questionnaire.id, section=fresh)
            else:
                bench.sections.save(questionnaire.id, section=written)
            say_after_rerun(_("Saved."))
            _close()


def draw_section_heading(bench: Workbench, questionnaire: Questionnaire, section: Section) -> None:
    """Draw the heading of a section in the list, and its buttons."""
    form, service, id, chosen = form_of(questionnaire), bench.sections, questionnaire.id, section.id
    st.subheader(plain(localised(section.title)) or _("(section without a heading)"), anchor=False)
    if text := localised(section.text):
        st.caption(plain(text))
    if section.one_page:
        st.caption(_("In a survey: one page"))
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Edit"), icon=":material/edit:", key=f"edit-section-{chosen}"):
            open_section(questionnaire, chosen)
        first, last = section == form.sections[0], section == form.sections[-1]
        if _tool("↑", f"up-section-{chosen}", first, help=_("Move the section up")):
            _write(lambda: service.move(id, section_id=chosen, by=-1))
        if _tool("↓", f"down-section-{chosen}", last, help=_("Move the section down")):
            _write(lambda: service.move(id, section_id=chosen, by=1))
        if _tool(_("Duplicate"), f"duplicate-section-{chosen}", help=_("With its questions")):
            _write(lambda: service.duplicate(id, section_id=chosen), _("Copied."))
        if _tool(_("Delete"), f"delete-section-{chosen}", help=_("Its questions stay")):
            _write(lambda: service.delete(id, section_id=chosen), _("Deleted; its questions stay."))
    if not form.in_section(chosen):
        st.caption(_("No questions yet: move them here with the arrows, or under “Order”."))


def _tool(label: str, key: str, disabled: bool = False, *, help: str | None = None) -> bool:
    return st.button(label, key=key, help=help, disabled=disabled, type="tertiary")


def _write(write: Callable[[], object], said: str = "") -> None:
    with problems_shown():
        write()
        if said:
            say_after_rerun(said)
        st.rerun()


def _close() -> None:
    st.query_params.pop("section", None)
    st.rerun()
