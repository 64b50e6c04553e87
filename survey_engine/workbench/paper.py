"""Paper forms of a session: sheets are reserved when they are printed, and typed in once they come back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from survey_engine.collect.models import Answer, AnswerValue, Origin, PaperSheet, Participant
from survey_engine.collect.showing import has_rules, shown_to
from survey_engine.design.models import Study, groups_of
from survey_engine.design.pictures import pictures_in
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.paper import (
    PaperForm,
    Tongue,
    read_group,
    read_typed,
    typed_group,
    typed_of,
    write_paper,
)
from survey_engine.i18n import mark
from survey_engine.ids import new_id
from survey_engine.storage import collect as sessions_store
from survey_engine.storage import paper as stored
from survey_engine.storage import room as people
from survey_engine.storage import showing
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import PaperSheetRow, ParticipantRow, SessionRow
from survey_engine.workbench.pictures import files_of
from survey_engine.workbench.room import consent_of
from survey_engine.workbench.service import Service

MOST_SHEETS = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Sheets printed together: their numbers from `first` to `last`, and how many of them are typed in."""

    id: str
    language: str
    first: int
    last: int
    entered: int
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet as somebody types it in: its code, what is typed for each question, and by whom.

    `entries` and `group` are marks and words as typed; `by` and `corrected_by` are names.
    """

    sheet: PaperSheet
    code: str
    entries: dict[str, tuple[str, ...]]
    group: str = ""
    text_language: str = ""
    by: str = ""
    corrected_by: str = ""
    taken_back: bool = False


class Paper(Service):
    """Printing and typing in. A sheet belongs to one session, and becomes one participant."""

    def print_sheets(self, session_id: str, *, language: str, number: int) -> str:
        """Reserve sheets with a code each, and return the id of their batch.

        Raises SHEETS_UNFIT, LANGUAGE_UNKNOWN, SESSION_WITHOUT_QUESTIONS.
        """
        if not 1 <= number <= MOST_SHEETS:
            raise EngineError(Problem.SHEETS_UNFIT, number=number, most=MOST_SHEETS)
        with self.database.writing() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            if language not in study.languages:
                raise EngineError(Problem.LANGUAGE_UNKNOWN, language=language)
            form = sessions_store.form_for(transaction, row)
            if not any(question.takes_answers for question in form.questions):
                raise EngineError(Problem.SESSION_WITHOUT_QUESTIONS)
            batch, first = new_id(), stored.last_number(transaction, session_id) + 1
            for place in range(first, first + number):
                transaction.add(self._new_sheet(transaction, session_id, batch, language, place))
                transaction.flush()
            self._log(transaction, row, "paper sheets printed", batch, sheets=number)
            return batch

    def batches(self, session_id: str) -> tuple[Batch, ...]:
        """Return what was printed for a session, the latest first."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            sheets = stored.sheets_of(transaction, session_id)
        printed = [_batch(tuple(group)) for _id, group in groupby(sheets, key=lambda sheet: sheet.batch)]
        return tuple(reversed(printed))

    def document(self, session_id: str, *, batch: str, address: str = "") -> bytes:
        """Return the sheets of a batch as a .docx file, the same each time.

        `address` is where people take their answers back. Raises NOT_FOUND.
        """
        with self.database.reading() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            sheets = [one for one in stored.sheets_of(transaction, session_id) if one.batch == batch]
            if not sheets:
                raise EngineError(Problem.NOT_FOUND, what=mark("sheet"))
            form = sessions_store.form_for(transaction, row)
            pictures = files_of(transaction, study.id, pictures_in(form.questions))
        language = sheets[0].language
        occasion = " · ".join(filter(None, [row.title, row.place]))
        return write_paper(
            PaperForm(
                title=study.title,
                occasion=occasion,
                tongue=Tongue(language, tuple(study.languages)),
                information=study.information,
                consent=consent_of(study, language),
                groups=groups_of(study),
                form=form,
                k=study.k,
                sheets=tuple((sheet.number, self._code_of(sheet)) for sheet in sheets),
                address=address,
                pictures=pictures,
            )
        )

    def find(self, session_id: str, *, code: str) -> PaperSheet:
        """Return the sheet with this code, in whatever case and with or without diacritics; or SHEET_UNKNOWN."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            code_hash = people.hash_of_code(self._folder, session_id, code)
            found = stored.sheet_by_code(transaction, session_id, code_hash)
        if found is None:
            raise EngineError(Problem.SHEET_UNKNOWN, code=code.strip()[:40])
        return found

    def sheet(self, session_id: str, *, sheet_id: str) -> SheetView:
        """Return a sheet with what was typed in, if anything; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            sheet = PaperSheet.model_validate(self._sheet_row(transaction, session_id, sheet_id))
            return self._view(transaction, row, study, sheet)

    def enter(
        self,
        session_id: str,
        *,
        sheet_id: str,
        entries: Mapping[str, Sequence[str]],
        group: str = "",
        text_language: str = "",
        consent: bool = False,
        correct: bool = False,
    ) -> SheetView:
        """Store what stands on a sheet as the answers of one participant, all of it or nothing.

        `entries` are what was typed into the blanks of each question, `group` its mark. Where
        `correct`, a sheet that is there already gets the answers that changed; earlier ones stay
        as history. The same once more changes nothing. Raises SHEET_UNREADABLE,
        SHEET_WITHOUT_CONSENT, SHEET_ENTERED, SHEET_TAKEN_BACK, MARK_UNKNOWN.
        """
        with self.database.writing() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            sheet = self._sheet_row(transaction, session_id, sheet_id)
            group_key = read_group(groups_of(study), group)
            answers = self._read(transaction, row, entries)
            if not consent:
                raise EngineError(Problem.SHEET_WITHOUT_CONSENT)
            language = text_language if text_language in study.languages else sheet.language
            before = self._person(transaction, sheet)
            changed = self._changed(transaction, sheet, answers, language)
            if before is not None and not changed and before.group_key == group_key:
                return self._view(transaction, row, study, PaperSheet.model_validate(sheet))
            if before is not None and not correct:
                raise EngineError(Problem.SHEET_ENTERED, number=sheet.number)
            self._keep_person(transaction, row, study, sheet, before, group_key)
            # What was set aside is current again for a moment, so that it is replaced like any other.
            showing.count_only(transaction, sheet.id, changed, ())
            for question_id, value in changed.items():
                people.replace_answer(transaction, self._answer(sheet, question_id, value, language))
            self._count_what_was_asked(transaction, row, sheet, group_key)
            self._note_typing(transaction, row, sheet, answers=len(changed))
            return self._view(transaction, row, study, PaperSheet.model_validate(sheet))

    def _new_sheet(
        self, transaction: Transaction, session_id: str, batch: str, language: str, number: int
    ) -> PaperSheetRow:
        sheet_id, code_hash = people.free_place(transaction, self._folder, session_id)
        return PaperSheetRow(
            id=sheet_id,
            session_id=session_id,
            batch=batch,
            number=number,
            language=language,
            code_hash=code_hash,
            printed_at=self.now(),
            printed_by=self.maker,
        )

    def _sheet_row(self, transaction: Transaction, session_id: str, sheet_id: str) -> PaperSheetRow:
        row = transaction.get(PaperSheetRow, sheet_id)
        if row is None or row.session_id != session_id:
            raise EngineError(Problem.NOT_FOUND, what=mark("sheet"))
        return row

    def _read(
        self, transaction: Transaction, row: SessionRow, entries: Mapping[str, Sequence[str]]
    ) -> dict[str, AnswerValue]:
        typed = read_typed(sessions_store.form_for(transaction, row), entries)
        if typed.faults:
            numbers = ", ".join(str(fault.number) for fault in typed.faults)
            raise EngineError(Problem.SHEET_UNREADABLE, numbers=numbers)
        return typed.answers

    def _person(self, transaction: Transaction, sheet: PaperSheetRow) -> ParticipantRow | None:
        person = transaction.get(ParticipantRow, sheet.id)
        if person is None and sheet.entered_at is not None:
            raise EngineError(Problem.SHEET_TAKEN_BACK, number=sheet.number)
        return person

    def _changed(
        self,
        transaction: Transaction,
        sheet: PaperSheetRow,
        answers: Mapping[str, AnswerValue],
        language: str,
    ) -> dict[str, AnswerValue]:
        """Return the answers whose content, or the language of whose words, is not what is kept."""
        kept = showing.kept_answers_of(transaction, sheet.id)
        current = people.answers_of(transaction, sheet.id)
        return {
            question_id: value
            for question_id, value in answers.items()
            if value != kept.get(question_id, AnswerValue())
            or (value.text and question_id in current and current[question_id].language != language)
        }

    def _keep_person(
        self,
        transaction: Transaction,
        row: SessionRow,
        study: Study,
        sheet: PaperSheetRow,
        before: ParticipantRow | None,
        group_key: str | None,
    ) -> None:
        if before is not None:
            before.group_key = group_key
            return
        person = Participant(
            id=sheet.id,
            session_id=row.id,
            number=people.next_number(transaction, row.id),
            group_key=group_key,
            language=sheet.language,
            code_hash=sheet.code_hash,
            consented_at=self.now(),
            consent_text=consent_of(study, sheet.language),
            joined_at=self.now(),
            finished_at=self.now(),
        )
        people.add_participant(transaction, person)

    def _count_what_was_asked(
        self, transaction: Transaction, row: SessionRow, sheet: PaperSheetRow, group_key: str | None
    ) -> None:
        """Set aside what was answered although the rules put the question to others; nothing is lost."""
        questions = sessions_store.form_for(transaction, row).questions
        if has_rules(questions):
            answers = showing.kept_answers_of(transaction, sheet.id)
            showing.count_only(transaction, sheet.id, shown_to(questions, answers, group_key), answers)

    def _answer(self, sheet: PaperSheetRow, question_id: str, value: AnswerValue, language: str) -> Answer:
        return Answer(
            session_id=sheet.session_id,
            participant_id=sheet.id,
            question_id=question_id,
            codes=list(value.codes),
            text=value.text,
            language=language if value.text else None,
            origin=Origin.PAPER,
            said_at=self.now(),
        )

    def _note_typing(
        self, transaction: Transaction, row: SessionRow, sheet: PaperSheetRow, *, answers: int
    ) -> None:
        if sheet.entered_at is None:
            sheet.entered_at, sheet.entered_by = self.now(), self.maker
            action = "paper sheet typed in"
        else:
            sheet.corrected_at, sheet.corrected_by = self.now(), self.maker
            action = "paper sheet corrected"
        self._log(transaction, row, action, sheet.id, answers=answers)

    def _log(
        self, transaction: Transaction, row: SessionRow, action: str, subject: str, **details: int
    ) -> None:
        self.record(transaction, row.study_id, action, subject, reason="", **details)
        transaction.touch_session(row.id)
        transaction.touch_study(row.study_id)

    def _view(self, transaction: Transaction, row: SessionRow, study: Study, sheet: PaperSheet) -> SheetView:
        person = transaction.get(ParticipantRow, sheet.id)
        form = sessions_store.form_for(transaction, row)
        kept = showing.kept_answers_of(transaction, sheet.id)
        entries = {
            question.id: typed_of(question, kept[question.id])
            for question in form.questions
            if question.id in kept
        }
        return SheetView(
            sheet,
            self._code_of(sheet),
            entries,
            group=typed_group(groups_of(study), person.group_key if person else None),
            text_language=_written_in(people.answers_of(transaction, sheet.id).values()) or sheet.language,
            by=stored.name_of(transaction, sheet.entered_by),
            corrected_by=stored.name_of(transaction, sheet.corrected_by),
            taken_back=sheet.entered_at is not None and person is None,
        )

    def _code_of(self, sheet: PaperSheet) -> str:
        return people.take_back_code_of(self._folder, sheet.id)

    @property
    def _folder(self) -> Path:
        return self.workbench.settings.folder


def _batch(sheets: Sequence[PaperSheet]) -> Batch:
    first, last = sheets[0], sheets[-1]
    entered = sum(sheet.entered_at is not None for sheet in sheets)
    return Batch(first.batch, first.language, first.number, last.number, entered, first.printed_at)


def _written_in(answers: Iterable[Answer]) -> str:
    return next((answer.language for answer in answers if answer.language), "")
