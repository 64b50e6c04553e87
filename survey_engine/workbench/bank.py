"""The bank of questions and indicator sets: kept in one study, used in all that the visitor works on."""

from collections.abc import Sequence

from survey_engine.design import edits
from survey_engine.design.bank import (
    BankQuestion,
    Indicator,
    IndicatorList,
    IndicatorSet,
    Kept,
    bank_key_for,
    changed_since_kept,
    clean_indicators,
    from_bank,
    our_questions,
    our_sets,
    search_bank,
    set_from,
)
from survey_engine.design.limits import clean_title
from survey_engine.design.models import Form, Questionnaire, Study, form_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import bank as store
from survey_engine.storage import design as studies
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import BankQuestionRow, IndicatorListRow
from survey_engine.workbench.drafts import Drafts


class Bank(Drafts):
    """Questions under keys that stay the same, from every study that the visitor may see and from Balsis."""

    def search(self, study_id: str, *, text: str = "") -> tuple[Kept, ...]:
        """Return the questions of the bank that hold these words in any language: this study's first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            bank = self._bank(transaction)
        found = search_bank(bank, text)
        return tuple(sorted(found, key=lambda kept: (kept.study_id != study_id, not kept.study_id)))

    def changed(self, questionnaire_id: str) -> frozenset[str]:
        """Return the ids of the questions that no longer ask what was kept under their key."""
        with self.database.reading() as transaction:
            row = self._row(transaction, questionnaire_id)
            return changed_since_kept(form_of(row), self._bank(transaction))

    def keep(self, questionnaire_id: str, *, question_id: str) -> Kept:
        """Keep a question in the bank under its key, or under a new one; what it asked before is replaced.

        Raises NOT_FOUND.
        """
        with self.database.writing() as transaction:
            row = self._row(transaction, questionnaire_id)
            study, form = self.allow(transaction, row.study_id), form_of(row)
            question = edits.question_in(form, question_id)
            taken = store.taken_keys(transaction) | {kept.key for kept in our_questions()}
            key = bank_key_for(question, taken)
            question = question.model_copy(update={"bank_key": key})
            if form.question(question_id) != question:
                self._keep(transaction, row, "bank")
                row.form = edits.change_question(form, question).model_dump(mode="json")
            self._store(transaction, study, question.model_dump(mode="json"), key)
            transaction.touch_study(row.study_id)
            transaction.touch_questionnaire(row.id)
        return Kept(key=key, question=question, source={"": study.title}, study_id=study.id)

    def drop(self, study_id: str, *, key: str) -> None:
        """Take a question that this study kept out of the bank; where it is used, it stays. Raises NOT_FOUND."""
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            kept = store.kept_row(transaction, study_id, key)
            if kept is None:
                raise EngineError(Problem.NOT_FOUND, what=mark("question"))
            transaction.delete(kept)
            transaction.touch_study(study_id)

    def insert(self, questionnaire_id: str, *, keys: Sequence[str]) -> Questionnaire:
        """Add questions of the bank at the end, under their keys; those that are there already are left.

        Raises NOT_FOUND for a key that the bank has not.
        """
        with self.database.reading() as transaction:
            self._row(transaction, questionnaire_id)
            bank = {kept.key: kept for kept in self._bank(transaction)}
        if any(key not in bank for key in keys):
            raise EngineError(Problem.NOT_FOUND, what=mark("question"))

        def added(form: Form) -> Form:
            there = {question.bank_key for question in form.questions}
            for key in dict.fromkeys(keys):
                form = form if key in there else edits.add_question(form, from_bank(bank[key]))
            return form

        return self._edit(questionnaire_id, "bank", added)

    def sets(self, study_id: str) -> tuple[IndicatorSet, ...]:
        """Return the indicator sets of the visitor's studies, then those of Balsis."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            stored = store.sets_in(transaction, [study.id for study in self._studies(transaction)])
        return (*(set_from(one) for one in stored), *our_sets())

    def save_set(self, study_id: str, *, title: str, indicators: Sequence[Indicator]) -> IndicatorSet:
        """Make an indicator set; raise TITLE_EMPTY, INDICATORS_NONE, NOT_FOUND, ENTRY_TOO_LONG."""
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            known = [kept.key for kept in self._bank(transaction)]
            made = IndicatorList(
                study_id=study_id,
                title=clean_title(title),
                indicators=[one.model_dump(mode="json") for one in clean_indicators(indicators, known)],
                made_at=self.now(),
            )
            transaction.add(IndicatorListRow(**made.model_dump()))
            transaction.touch_study(study_id)
        return set_from(made)

    def delete_set(self, set_id: str) -> None:
        """Delete an indicator set; its questions stay in the bank. Raises NOT_FOUND."""
        with self.database.writing() as transaction:
            row = transaction.get(IndicatorListRow, set_id)
            if row is None:
                raise EngineError(Problem.NOT_FOUND, what=mark("indicator set"))
            self.allow(transaction, row.study_id)
            transaction.delete(row)
            transaction.touch_study(row.study_id)

    def _bank(self, transaction: Transaction) -> tuple[Kept, ...]:
        """Return the whole bank as the visitor may see it; the latest of what was kept under one key."""
        titles = {study.id: study.title for study in self._studies(transaction)}
        found: dict[str, Kept] = {}
        for stored in store.kept_in(transaction, list(titles)):
            found.setdefault(stored.key, _kept(stored, titles[stored.study_id]))
        return (*found.values(), *(ours for ours in our_questions() if ours.key not in found))

    def _studies(self, transaction: Transaction) -> tuple[Study, ...]:
        return tuple(
            study
            for archived in (False, True)
            for study in studies.studies(transaction, self.visitor_id, archived)
        )

    def _store(self, transaction: Transaction, study: Study, question: dict, key: str) -> None:
        row = store.kept_row(transaction, study.id, key)
        if row is None:
            made = BankQuestion(study_id=study.id, key=key, question=question, kept_at=self.now())
            transaction.add(BankQuestionRow(**made.model_dump()))
            return
        row.question, row.kept_at = question, self.now()


def _kept(stored: BankQuestion, title: str) -> Kept:
    return Kept.model_validate(
        {
            "key": stored.key,
            "question": stored.question,
            "source": {"": title},
            "study_id": stored.study_id,
        }
    )
