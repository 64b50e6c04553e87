"""The agenda of a questionnaire: its steps, the time that is booked, and the facilitator's script."""

from survey_engine.design import agenda
from survey_engine.design.models import AgendaStep, Form, Questionnaire, form_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import translations
from survey_engine.texts import pick
from survey_engine.workbench.drafts import Drafts


class Agendas(Drafts):
    """What happens when in live work. Edits are undone like those of questions, by `questionnaires.undo`."""

    def draft(self, questionnaire_id: str) -> Questionnaire:
        """Give every question that the agenda leaves out a step, with minutes for answering it."""
        languages = self._languages(questionnaire_id)
        return self._edit(questionnaire_id, "agenda", lambda form: agenda.draft_agenda(form, languages))

    def book(self, questionnaire_id: str, *, minutes: int, starts_at: str = "") -> Questionnaire:
        """Say how long the room is there (0: not known) and when it begins; raise VALUE_IMPOSSIBLE."""
        return self._edit(
            questionnaire_id,
            "agenda",
            lambda form: agenda.book_time(form, minutes=minutes, starts_at=starts_at),
        )

    def add(self, questionnaire_id: str, *, step: AgendaStep, position: int | None = None) -> Questionnaire:
        """Add a step at a position (from 0), or at the end; raise what `add_step` of the agenda raises."""
        return self._edit(questionnaire_id, "agenda", lambda form: agenda.add_step(form, step, position))

    def save(
        self, questionnaire_id: str, *, step: AgendaStep, seen: AgendaStep | None = None
    ) -> Questionnaire:
        """Replace the step of the same id.

        `seen` is the step as it was when the visitor began to write; if somebody else changed it
        since, raises CHANGED_MEANWHILE. Raises NOT_FOUND and what `add` raises.
        """

        def changed(form: Form) -> Form:
            stored = agenda.step_in(form, step.id)
            if seen is not None and stored != seen:
                raise EngineError(Problem.CHANGED_MEANWHILE, theirs=_words(stored), yours=_words(step))
            return agenda.change_step(form, step)

        return self._edit(questionnaire_id, "agenda", changed)

    def move(self, questionnaire_id: str, *, step_id: str, by: int) -> Questionnaire:
        """Move a step by so many places (-1: up, 1: down); raise NOT_FOUND."""
        return self._edit(questionnaire_id, "agenda", lambda form: agenda.move_step(form, step_id, by))

    def delete(self, questionnaire_id: str, *, step_id: str) -> Questionnaire:
        """Delete a step; the question that it showed stays. Raises NOT_FOUND."""
        return self._edit(questionnaire_id, "agenda", lambda form: agenda.delete_step(form, step_id))

    def script(self, questionnaire_id: str, *, language: str) -> bytes:
        """Return the agenda as a facilitator's script: a DOCX file in one language."""
        from survey_engine.exchange.script import to_script  # loaded when needed: python-docx takes 0.2 s

        with self.database.reading() as transaction:
            row = self._row(transaction, questionnaire_id)
            study = self.allow(transaction, row.study_id)
            return to_script(
                form_of(row),
                title=row.title,
                study=study.title,
                place=study.place,
                language=language,
                translations=translations(language),
            )

    def _languages(self, questionnaire_id: str) -> tuple[str, ...]:
        with self.database.reading() as transaction:
            row = self._row(transaction, questionnaire_id)
            return tuple(self.allow(transaction, row.study_id).languages)


def _words(step: AgendaStep) -> str:
    return f"{pick(step.title, 'lv')} {step.notes}".strip()
