"""Questionnaires: editing with undo, checking, publishing."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey_engine.design import edits, sections
from survey_engine.design.changes import Change, changes_between, comparable_questions
from survey_engine.design.checks import check_form
from survey_engine.design.findings import Finding
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.limits import clean_title
from survey_engine.design.models import (
    Form,
    Questionnaire,
    QuestionnaireVersion,
    Study,
    form_of,
    groups_of,
)
from survey_engine.design.templates import form_from
from survey_engine.design.templates import template as template_named
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.pictures import PictureFile
from survey_engine.i18n import mark
from survey_engine.storage import design as store
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import QuestionnaireRow, QuestionnaireVersionRow
from survey_engine.texts import pick
from survey_engine.workbench.drafts import Drafts
from survey_engine.workbench.pictures import add_pictures
from survey_engine.workbench.wordings import put_back


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """A published version, what it changed against the one before, and how many questions stayed comparable."""

    version: QuestionnaireVersion
    changes: tuple[Change, ...]
    comparable: int


class Questionnaires(Drafts):
    """Questionnaires in the making, and their published versions, which never change."""

    def create(
        self,
        study_id: str,
        *,
        title: str,
        template: str | None = None,
        form: Form | None = None,
        pictures: Sequence[PictureFile] = (),
    ) -> Questionnaire:
        """Create a questionnaire: empty, from a template, or with the questions (and pictures) of a form.

        Raises TITLE_EMPTY, ENTRY_TOO_LONG, NOT_FOUND.
        """
        source = template_named(template) if template else None
        with self.database.writing() as transaction:
            study = self.allow(transaction, study_id)
            given = form_from(source, study.languages[0]) if source else form or Form()
            cleaned = _cleaned(given)
            add_pictures(transaction, study_id, pictures, self.now())
            self._bring_pictures(transaction, study_id, cleaned)
            made = Questionnaire(
                study_id=study_id,
                title=clean_title(title),
                form=cleaned.model_dump(mode="json"),
                created_at=self.now(),
            )
            transaction.add(QuestionnaireRow(**made.model_dump()))
            transaction.touch_study(study_id)
        return made

    def of_study(self, study_id: str) -> tuple[Questionnaire, ...]:
        """Return the questionnaires of a study, oldest first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return store.questionnaires(transaction, study_id)

    def get(self, questionnaire_id: str) -> Questionnaire:
        """Return a questionnaire in the making; raise NOT_FOUND."""
        return self._stored(questionnaire_id)

    def rename(self, questionnaire_id: str, *, title: str) -> Questionnaire:
        """Give a questionnaire another title; raise TITLE_EMPTY, ENTRY_TOO_LONG."""
        with self.database.writing() as transaction:
            row = self._row(transaction, questionnaire_id)
            row.title = clean_title(title)
            transaction.touch_study(row.study_id)
            transaction.touch_questionnaire(row.id)
        return self.get(questionnaire_id)

    def add(
        self, questionnaire_id: str, *, question: AnyQuestion, position: int | None = None
    ) -> Questionnaire:
        """Add a question at a position (from 0), or at the end."""
        return self._edit(
            questionnaire_id, "add", lambda form: edits.add_question(form, question.cleaned(), position)
        )

    def save_question(
        self, questionnaire_id: str, *, question: AnyQuestion, seen: AnyQuestion | None = None
    ) -> Questionnaire:
        """Replace the question of the same id.

        `seen` is the question as it was when the visitor began to write; if somebody else
        changed it since, raises CHANGED_MEANWHILE. Raises NOT_FOUND, KIND_FIXED and what
        `Question.cleaned` raises.
        """

        def changed(form: Form) -> Form:
            stored = edits.question_in(form, question.id)
            if seen is not None and stored != seen:
                raise EngineError(
                    Problem.CHANGED_MEANWHILE, theirs=pick(stored.text, "lv"), yours=pick(question.text, "lv")
                )
            return edits.change_question(form, cleaned)

        with self.database.reading() as transaction:
            self._row(transaction, questionnaire_id)
            used = store.published_codes(transaction, questionnaire_id, question.id)
        cleaned = question.cleaned(used)
        return self._edit(questionnaire_id, "change", changed)

    def move(self, questionnaire_id: str, *, question_id: str, by: int) -> Questionnaire:
        """Move a question by so many places (-1: up, 1: down)."""
        return self._edit(questionnaire_id, "move", lambda form: edits.move_question(form, question_id, by))

    def duplicate(self, questionnaire_id: str, *, question_id: str) -> Questionnaire:
        """Put a copy of a question right after it."""
        return self._edit(
            questionnaire_id, "duplicate", lambda form: edits.duplicate_question(form, question_id)
        )

    def delete(self, questionnaire_id: str, *, question_id: str) -> Questionnaire:
        """Delete a question; `undo` brings it back."""
        return self._edit(questionnaire_id, "delete", lambda form: edits.delete_question(form, question_id))

    def undo(self, questionnaire_id: str) -> Questionnaire:
        """Take back the latest edit that was not taken back yet; raise NOTHING_TO_UNDO."""
        with self.database.writing() as transaction:
            row = self._row(transaction, questionnaire_id)
            edit = store.last_edit(transaction, questionnaire_id)
            if edit is None:
                raise EngineError(Problem.NOTHING_TO_UNDO)
            row.form = edit.form
            if edit.study_texts:
                put_back(transaction, row.study_id, edit.study_texts)
            transaction.delete(edit)
            transaction.touch_study(row.study_id)
            transaction.touch_questionnaire(row.id)
        return self.get(questionnaire_id)

    def last_edit(self, questionnaire_id: str) -> str:
        """Return what `undo` would take back: add, change, move, duplicate, delete, section, or ''."""
        with self.database.reading() as transaction:
            self._row(transaction, questionnaire_id)
            edit = store.last_edit(transaction, questionnaire_id)
            return edit.what if edit else ""

    def check(self, questionnaire_id: str) -> tuple[Finding, ...]:
        """Return what is to be said before publishing, in the languages of the study."""
        with self.database.reading() as transaction:
            row = self._row(transaction, questionnaire_id)
            return _check(row, self.allow(transaction, row.study_id))

    def publish(self, questionnaire_id: str) -> QuestionnaireVersion:
        """Freeze the questionnaire as its next version; editing goes on in the draft.

        Raises NOT_PUBLISHABLE (see `check`), NOTHING_CHANGED.
        """
        with self.database.writing() as transaction:
            row = self._row(transaction, questionnaire_id)
            study = self.allow(transaction, row.study_id)
            refusing = sum(finding.refuses for finding in _check(row, study))
            if refusing:
                raise EngineError(Problem.NOT_PUBLISHABLE, count=refusing)
            if not _is_changed(transaction, row):
                raise EngineError(Problem.NOTHING_CHANGED, number=row.published)
            row.published += 1
            version = QuestionnaireVersion(
                questionnaire_id=row.id,
                study_id=row.study_id,
                number=row.published,
                title=row.title,
                form=row.form,
                published_at=self.now(),
                published_by=self.visitor_id or "",
            )
            transaction.add(QuestionnaireVersionRow(**version.model_dump()))
            transaction.touch_study(row.study_id)
            transaction.touch_questionnaire(row.id)
            self.record(
                transaction, row.study_id, "questionnaire-published", version.id, number=version.number
            )
        return version

    def is_changed(self, questionnaire_id: str) -> bool:
        """Say whether there is anything to publish that the latest version does not have."""
        with self.database.reading() as transaction:
            return _is_changed(transaction, self._row(transaction, questionnaire_id))

    def changes(self, questionnaire_id: str) -> tuple[Change, ...]:
        """Return what the draft changes against the latest version; nothing before the first is published."""
        with self.database.reading() as transaction:
            row = self._row(transaction, questionnaire_id)
            latest = next(iter(store.versions(transaction, questionnaire_id=row.id)), None)
            return changes_between(form_of(latest), form_of(row)) if latest else ()

    def history(self, questionnaire_id: str) -> tuple[VersionChanges, ...]:
        """Return the published versions of a questionnaire, newest first, each with what it changed."""
        with self.database.reading() as transaction:
            self._row(transaction, questionnaire_id)
            found = store.versions(transaction, questionnaire_id=questionnaire_id)
        forms = [form_of(version) for version in found]
        return tuple(
            VersionChanges(
                version,
                changes_between(before, form) if before else (),
                len(comparable_questions(before, form)) if before else 0,
            )
            for version, form, before in zip(found, forms, (*forms[1:], None), strict=False)
        )

    def versions(self, study_id: str) -> tuple[QuestionnaireVersion, ...]:
        """Return every published version in a study, newest first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return store.versions(transaction, study_id=study_id)

    def version(self, version_id: str) -> QuestionnaireVersion:
        """Return a published version; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            row = transaction.get(QuestionnaireVersionRow, version_id)
            if row is None:
                raise EngineError(Problem.NOT_FOUND, what=mark("questionnaire"))
            self.allow(transaction, row.study_id)
            return QuestionnaireVersion.model_validate(row)


def _cleaned(form: Form) -> Form:
    """Return a form with its questions and sections as they are stored, each with a key of its own."""
    kept = tuple(sections.cleaned(section) for section in form.sections)
    made = form.model_copy(update={"questions": (), "sections": kept})
    for question in form.questions:
        own = edits.with_key(made, question.cleaned())
        made = made.model_copy(update={"questions": (*made.questions, own)})
    return edits.in_order(made, made.questions)


def _check(row: QuestionnaireRow, study: Study) -> tuple[Finding, ...]:
    return check_form(form_of(row), study.languages, [group.key for group in groups_of(study)])


def _is_changed(transaction: Transaction, row: QuestionnaireRow) -> bool:
    latest = next(iter(store.versions(transaction, questionnaire_id=row.id)), None)
    return latest is None or (form_of(latest), latest.title) != (form_of(row), row.title)
