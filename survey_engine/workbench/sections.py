"""The sections of a questionnaire, and the order of its questions across them."""

from collections.abc import Sequence

from survey_engine.design import edits, sections
from survey_engine.design.models import Questionnaire, Section
from survey_engine.workbench.drafts import Drafts


class Sections(Drafts):
    """Sections in the making. Edits are undone like those of questions, by `questionnaires.undo`."""

    def arrange(self, questionnaire_id: str, *, outline: Sequence[str]) -> Questionnaire:
        """Put questions and sections in a new order (see `edits.arrange`); raise ORDER_UNFIT."""
        return self._edit(questionnaire_id, "move", lambda form: edits.arrange(form, outline))

    def add(self, questionnaire_id: str, *, section: Section) -> Questionnaire:
        """Add an empty section at the end; raise ENTRY_TOO_LONG."""
        return self._edit(questionnaire_id, "section", lambda form: sections.add_section(form, section))

    def save(self, questionnaire_id: str, *, section: Section) -> Questionnaire:
        """Replace the section of the same id; raise NOT_FOUND, ENTRY_TOO_LONG."""
        return self._edit(questionnaire_id, "section", lambda form: sections.change_section(form, section))

    def move(self, questionnaire_id: str, *, section_id: str, by: int) -> Questionnaire:
        """Move a section with its questions over so many others (-1: up, 1: down)."""
        return self._edit(
            questionnaire_id, "section", lambda form: sections.move_section(form, section_id, by)
        )

    def duplicate(self, questionnaire_id: str, *, section_id: str) -> Questionnaire:
        """Put a copy of a section and its questions right after it."""
        return self._edit(
            questionnaire_id, "section", lambda form: sections.duplicate_section(form, section_id)
        )

    def delete(self, questionnaire_id: str, *, section_id: str) -> Questionnaire:
        """Delete a section; its questions stay, in the section before it."""
        return self._edit(questionnaire_id, "section", lambda form: sections.delete_section(form, section_id))
