"""What services of questionnaires in the making share: finding one, and edits that can be undone."""

from collections.abc import Callable

from survey_engine.design.models import Form, Questionnaire, form_of
from survey_engine.design.pictures import pictures_in
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import design as store
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import QuestionnaireEditRow, QuestionnaireRow
from survey_engine.texts import Texts
from survey_engine.workbench.pictures import bring_pictures
from survey_engine.workbench.service import Service

MOST_UNDO = 100


class Drafts(Service):
    """A service that edits questionnaires: each edit is one transaction, and one step to undo."""

    def _row(self, transaction: Transaction, questionnaire_id: str) -> QuestionnaireRow:
        row = transaction.get(QuestionnaireRow, questionnaire_id)
        if row is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("questionnaire"))
        self.allow(transaction, row.study_id)
        return row

    def _edit(self, questionnaire_id: str, what: str, edit: Callable[[Form], Form]) -> Questionnaire:
        with self.database.writing() as transaction:
            row = self._row(transaction, questionnaire_id)
            # Compared as values: a document from before a field was invented says the same without it.
            before = form_of(row)
            edited = edit(before)
            if edited != before:
                self._bring_pictures(transaction, row.study_id, edited)
                self._keep(transaction, row, what)
                row.form = edited.model_dump(mode="json")
                transaction.touch_study(row.study_id)
                transaction.touch_questionnaire(row.id)
        return self._stored(questionnaire_id)

    def _bring_pictures(self, transaction: Transaction, study_id: str, form: Form) -> None:
        """See to it that the study has every picture of a form; raise NOT_FOUND for one that is nowhere."""
        if shown := pictures_in(form.questions):
            seen = [
                study.id
                for archived in (False, True)
                for study in store.studies(transaction, self.visitor_id, archived)
            ]
            bring_pictures(transaction, study_id, shown, seen, self.now())

    def _keep(
        self,
        transaction: Transaction,
        row: QuestionnaireRow,
        what: str,
        study_texts: dict[str, Texts] | None = None,
    ) -> None:
        """Keep what is there before an edit, for `undo`."""
        edit = QuestionnaireEditRow(
            questionnaire_id=row.id, form=row.form, study_texts=study_texts, what=what, at=self.now()
        )
        transaction.add(edit)
        transaction.flush()
        store.forget_old_edits(transaction, row.id, keep=MOST_UNDO)

    def _stored(self, questionnaire_id: str) -> Questionnaire:
        with self.database.reading() as transaction:
            return Questionnaire.model_validate(self._row(transaction, questionnaire_id))
