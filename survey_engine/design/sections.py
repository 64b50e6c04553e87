"""Edits of a questionnaire's sections: add, change, move with what is in it, copy, delete keeping the questions."""

from survey_engine.design.edits import arrange, in_order, with_key, with_own_ids
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.design.models import Form, Section
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.ids import new_id


def add_section(form: Form, section: Section) -> Form:
    """Return the form with an empty section at its end."""
    return form.model_copy(update={"sections": (*form.sections, cleaned(section))})


def change_section(form: Form, section: Section) -> Form:
    """Return the form with the section of the same id replaced; raise NOT_FOUND, ENTRY_TOO_LONG."""
    section_in(form, section.id)
    changed = cleaned(section)
    return form.model_copy(
        update={"sections": tuple(changed if old.id == section.id else old for old in form.sections)}
    )


def move_section(form: Form, section_id: str, by: int) -> Form:
    """Return the form with a section and its questions moved over so many sections; raise NOT_FOUND."""
    moved = section_in(form, section_id)
    sections = [section for section in form.sections if section.id != section_id]
    sections.insert(max(0, min(form.sections.index(moved) + by, len(sections))), moved)
    return in_order(form.model_copy(update={"sections": tuple(sections)}), form.questions)


def duplicate_section(form: Form, section_id: str) -> Form:
    """Return the form with a copy of a section and its questions right after it; raise NOT_FOUND.

    Rules inside the section refer to the copies; rules that refer to other questions stay as they are.
    """
    original = section_in(form, section_id)
    copy = original.model_copy(update={"id": new_id()})
    sections = list(form.sections)
    sections.insert(sections.index(original) + 1, copy)
    made = form.model_copy(update={"sections": tuple(sections)})
    for question in with_own_ids(form.in_section(section_id)):
        own = with_key(made, question.model_copy(update={"key": "", "section": copy.id}))
        made = in_order(made, (*made.questions, own))
    return made


def delete_section(form: Form, section_id: str) -> Form:
    """Return the form without a section; its questions stay, in the section before it. Raise NOT_FOUND."""
    section_in(form, section_id)
    outline = form.outline
    kept = tuple(section for section in form.sections if section.id != section_id)
    without = form.model_copy(update={"sections": kept})
    homeless = in_order(without, form.questions)
    return arrange(homeless, [id for id in outline if id != section_id])


def section_in(form: Form, section_id: str) -> Section:
    """Return the section with this id; raise NOT_FOUND."""
    section = form.section(section_id)
    if section is None:
        raise EngineError(Problem.NOT_FOUND, what=mark("section"))
    return section


def cleaned(section: Section) -> Section:
    """Return a section with trimmed texts; raise ENTRY_TOO_LONG, LANGUAGE_UNKNOWN."""
    texts = {"title": clean_texts(section.title, LONGEST_LABEL), "text": clean_texts(section.text)}
    return section.model_copy(update=texts)
