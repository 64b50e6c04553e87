"""Files in and out of studies, and copies of the whole installation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from survey_engine.accounts import clean_email
from survey_engine.collect.models import Mode, Session
from survey_engine.design.groups import clean_groups
from survey_engine.design.limits import clean_languages, clean_title
from survey_engine.design.models import (
    Form,
    MemberRole,
    Questionnaire,
    QuestionnaireVersion,
    Study,
    groups_of,
)
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange import answers_in, transcripts
from survey_engine.exchange.answers_out import tables_of
from survey_engine.exchange.csv_out import write_csv, write_csv_zip
from survey_engine.exchange.groups import Matched, match_groups
from survey_engine.exchange.intake import Intake, NamedGroup
from survey_engine.exchange.paragraphs import read_paragraphs
from survey_engine.exchange.polis import read_polis
from survey_engine.exchange.refusals import About, Remark
from survey_engine.exchange.sheets import Sheet
from survey_engine.exchange.tables import Table
from survey_engine.exchange.tables_in import read_table
from survey_engine.exchange.xlsx_out import write_xlsx
from survey_engine.i18n import mark
from survey_engine.settings import Settings
from survey_engine.storage import exchange as store
from survey_engine.storage.backups import Backup, read_backup, write_backup
from survey_engine.storage.database import Database, Transaction
from survey_engine.storage.design import account_by_email
from survey_engine.storage.tables import (
    LogRow,
    MemberRow,
    QuestionnaireRow,
    QuestionnaireVersionRow,
    SessionRow,
    StudyRow,
)
from survey_engine.workbench import OPERATOR, utc_now
from survey_engine.workbench.service import Service


@dataclass(frozen=True, slots=True)
class Kept:
    """What an import stored. `new_groups` are those that the study did not have before."""

    study: Study
    session: Session
    owner: str | None
    new_groups: tuple[str, ...]
    questions: int
    participants: int
    answers: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The answers of a study as tables, and what should be known about them."""

    study: Study
    tables: tuple[Table, ...]
    participants: int
    answers: int
    remarks: tuple[Remark, ...]

    def as_csv(self) -> dict[str, bytes]:
        """Return a CSV file for each table, by file name."""
        return {f"{table.name}.csv": write_csv(table) for table in self.tables}

    def as_csv_zip(self) -> bytes:
        """Return all CSV files in one zip."""
        return write_csv_zip(self.tables)

    def as_xlsx(self) -> bytes:
        """Return one workbook with a sheet for each table; raise SHEET_TOO_LARGE, CELL_TOO_LONG."""
        return write_xlsx(self.tables)


class Files(Service):
    """Answers out, and answers, transcripts and Polis conversations in.

    An import has two steps: a `read_*` method turns files into an `Intake` and stores
    nothing; `keep` stores it whole, in one transaction.
    """

    def find_study(self, name: str) -> Study:
        """Return the study with this id or exactly this title; raise NOT_FOUND, STUDY_SEVERAL."""
        with self.database.reading() as transaction:
            if self.workbench.visitor is None:
                raise EngineError(Problem.NOT_FOUND, what=mark("study"))
            found = store.studies_named(transaction, name, self.visitor_id)
        if not found:
            raise EngineError(Problem.NOT_FOUND, what=mark("study"))
        if len(found) > 1:
            ids = ", ".join(study.id for study in found)
            raise EngineError(Problem.STUDY_SEVERAL, number=len(found), title=name, ids=ids)
        return found[0]

    def outgoing(self, study_id: str, *, language: str | None = None) -> Outgoing:
        """Return the answers of a study as they are at this moment, also while a session is live.

        `language` is that of labels and questions; by default the study's first.
        """
        with self.database.reading() as transaction:
            study = self.allow(transaction, study_id)
            source = store.study_answers(transaction, study)
        outside = source.outside_wide()
        remarks = (Remark(About.NOT_IN_WIDE, {"number": outside}),) if outside else ()
        tables = tables_of(source, language or (study.languages or ["lv"])[0])
        return Outgoing(study, tables, len(source.people), len(source.answers), remarks)

    def preview(self, name: str, content: bytes, *, encoding: str | None = None) -> Sheet:
        """Return the table in a CSV or XLSX file, so that its columns can be chosen."""
        return read_table(name, content, encoding)

    def read_answers(
        self, sheet: Sheet, columns: answers_in.Columns, *, study_id: str | None = None
    ) -> Intake:
        """Return the open answers of a table, and the rows that are refused; nothing is stored."""
        language = self._language(study_id)
        return answers_in.read_answers(sheet, columns, now=self.now(), study_language=language)

    def read_polis(self, folder: str, files: Mapping[str, bytes], *, language: str | None = None) -> Intake:
        """Return a Polis conversation, and the rows that are refused; nothing is stored."""
        return read_polis(folder, files, now=self.now(), language=language)

    def read_turns(
        self, name: str, content: bytes, *, encoding: str | None = None, only: Collection[str] | None = None
    ) -> transcripts.Transcript:
        """Return the turns of a transcript, so that its speakers can be given groups."""
        return transcripts.read_turns(read_paragraphs(name, content, encoding), only=only)

    def read_transcript(
        self,
        transcript: transcripts.Transcript,
        groups: Mapping[str, str],
        *,
        study_id: str | None = None,
        language: str | None = None,
    ) -> Intake:
        """Return the turns as answers said aloud, their speakers in groups; nothing is stored."""
        return transcripts.read_transcript(
            transcript, groups, now=self.now(), language=language, study_language=self._language(study_id)
        )

    def keep(
        self,
        intake: Intake,
        *,
        study_id: str | None = None,
        title: str | None = None,
        session_title: str | None = None,
        owner_email: str | None = None,
        held_at: datetime | None = None,
        all_or_nothing: bool = False,
    ) -> Kept:
        """Store what was read: in a study that is there, or in a new one with this title.

        A new study belongs to the visitor, or to the account with `owner_email`, or, where the
        installation has one account alone, to that. Raises NOT_FOUND, ACCOUNT_MISSING,
        ROWS_REFUSED (with `all_or_nothing`), TITLE_EMPTY, ENTRY_TOO_LONG, LANGUAGE_UNKNOWN.
        """
        if all_or_nothing:
            intake.refuse_any()
        with self.database.writing() as transaction:
            if study_id is None:
                study, owner = self._new_study(transaction, intake, title, owner_email)
            else:
                study, owner = self.allow(transaction, study_id), None
            study, matched = _with_groups(transaction, study, intake.groups)
            session = self._session(transaction, study, intake, session_title, held_at)
            store.insert_intake(transaction, intake, session, matched.keys)
            kept = Kept(
                study,
                session,
                owner,
                matched.added,
                len(intake.questions),
                len(intake.people),
                len(intake.said),
            )
            self._note(transaction, intake, kept)
            transaction.touch_study(study.id)
        return kept

    def backup(self, target: Path) -> Backup:
        """Write a copy of the whole installation; only whoever runs the machine may.

        Raises NOT_ALLOWED, BACKUP_ELSEWHERE.
        """
        if self.workbench.visitor is not OPERATOR:
            raise EngineError(Problem.NOT_ALLOWED, what=mark("installation"))
        return write_backup(self.workbench.settings, target, made_at=self.now())

    def _note(self, transaction: Transaction, intake: Intake, kept: Kept) -> None:
        self.record(
            transaction,
            kept.study.id,
            "import",
            kept.session.id,
            file=intake.name,
            questions=kept.questions,
            participants=kept.participants,
            answers=kept.answers,
            refused=len(intake.refused),
        )

    def _language(self, study_id: str | None) -> str | None:
        if study_id is None:
            return None
        with self.database.reading() as transaction:
            study = self.allow(transaction, study_id)
        return next(iter(study.languages), None)

    def _new_study(
        self, transaction: Transaction, intake: Intake, title: str | None, owner_email: str | None
    ) -> tuple[Study, str | None]:
        study = Study(
            title=clean_title(title or intake.title),
            purpose=intake.purpose,
            languages=clean_languages([intake.language]),
            created_at=self.now(),
        )
        owner_id, email = self._owner(transaction, owner_email)
        transaction.add(StudyRow(**study.model_dump()))
        transaction.flush()
        if owner_id:
            transaction.add(MemberRow(study_id=study.id, account_id=owner_id, role=MemberRole.OWNER))
        return study, email

    def _owner(self, transaction: Transaction, email: str | None) -> tuple[str | None, str | None]:
        """Return id and e-mail of the account that a new study belongs to."""
        if self.workbench.visitor is None:
            raise EngineError(Problem.NOT_ALLOWED, what=mark("installation"))
        if self.visitor_id is not None:
            return self.visitor_id, None
        if email is None:
            found = store.only_account(transaction)
        else:
            found = account_by_email(transaction, clean_email(email))
            if found is None:
                raise EngineError(Problem.ACCOUNT_MISSING, email=email)
        return (found.id, found.email) if found else (None, None)

    def _session(
        self,
        transaction: Transaction,
        study: Study,
        intake: Intake,
        title: str | None,
        held_at: datetime | None,
    ) -> Session:
        session = Session(
            study_id=study.id,
            version_id=self._published(transaction, study, intake),
            mode=Mode.RECORD,
            title=clean_title(title or intake.title),
            created_at=self.now(),
            held_at=held_at or intake.held_at,
            ended_at=held_at or intake.ended_at,
        )
        transaction.add(SessionRow(**session.model_dump()))
        transaction.flush()
        return session

    def _published(self, transaction: Transaction, study: Study, intake: Intake) -> str | None:
        """Store the questions of an import as a published questionnaire; None where it has none."""
        if not intake.questions:
            return None
        form = Form.model_validate({"questions": intake.questions}).model_dump(mode="json")
        title = clean_title(intake.title)
        draft = Questionnaire(study_id=study.id, title=title, form=form, published=1, created_at=self.now())
        version = QuestionnaireVersion(
            questionnaire_id=draft.id,
            study_id=study.id,
            number=1,
            title=title,
            form=form,
            published_at=self.now(),
            published_by=self.maker,
        )
        transaction.add(QuestionnaireRow(**draft.model_dump()))
        transaction.flush()
        transaction.add(QuestionnaireVersionRow(**version.model_dump()))
        transaction.flush()
        return version.id


def restore(settings: Settings, source: Path, *, replace: bool = False) -> tuple[Backup, Path | None]:
    """Put a backup in place of an installation, and note so in its log.

    Returns the backup, and where the database that was there has been copied to (None: there was none).
    """
    now = utc_now()
    backup, aside = read_backup(settings, source, replace=replace, now=now)
    database = Database(settings.database_url)
    with database.writing() as transaction:
        transaction.add(LogRow(what=f"restored the backup of {backup.made_at}", at=now))
    database.engine.dispose()
    return backup, aside


def _with_groups(
    transaction: Transaction, study: Study, named: Collection[NamedGroup]
) -> tuple[Study, Matched]:
    """Return the study with every named group in it, and which group each name stands for."""
    matched = match_groups(groups_of(study), named, study.languages)
    if not matched.added:
        return study, matched
    row = transaction.get_one(StudyRow, study.id)
    row.groups = [group.model_dump() for group in clean_groups(matched.groups)]
    transaction.flush()
    return Study.model_validate(row), matched
