"""The connection to the database, and transactions that commit whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Engine, bindparam, create_engine, event, update
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from survey_engine.storage.signals import Signals
from survey_engine.storage.tables import QuestionnaireRow, SessionRow, StudyRow
from survey_engine.storage.writer import Writer

BUSY_SECONDS = 10
SCRUB_MILLISECONDS = 500


def _raising(table: Any) -> Any:
    raised = table.c.revision + 1
    where = table.c.id == bindparam("subject")
    return update(table).where(where).values(revision=raised).returning(table.c.revision)


RAISING = {row: _raising(row.__table__) for row in (SessionRow, StudyRow, QuestionnaireRow)}  # type: ignore[attr-defined, union-attr]


class Transaction(Session):
    """One unit of work. `touch_*` raises a revision once, however often it is called."""

    def __init__(self, engine: Engine) -> None:
        # Rows are turned into frozen values before the end, so nothing needs to be loaded again.
        super().__init__(engine, expire_on_commit=False)
        self.touched: set[tuple[type[Any], str]] = set()

    def touch_session(self, session_id: str) -> None:
        """Raise the revision of a session when this commits."""
        self.touched.add((SessionRow, session_id))

    def touch_study(self, study_id: str) -> None:
        """Raise the revision of a study when this commits."""
        self.touched.add((StudyRow, study_id))

    def touch_questionnaire(self, questionnaire_id: str) -> None:
        """Raise the revision of a questionnaire when this commits."""
        self.touched.add((QuestionnaireRow, questionnaire_id))


class Database:
    """One database: reading, writing, and telling listeners what changed."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _connect(url)
        self.signals = Signals()
        self.writer = Writer(self)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Give a transaction that is rolled back at the end: nothing in it is kept."""
        with Transaction(self.engine) as transaction:
            if self.engine.dialect.name == "sqlite":
                transaction.connection().exec_driver_sql("BEGIN")
            yield transaction

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Give a transaction that commits at the end, or not at all where anything was raised."""
        with Transaction(self.engine) as transaction:
            if self.engine.dialect.name == "sqlite":
                transaction.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield transaction
            transaction.flush()
            raised = [
                (subject, _raise_revision(transaction, table, subject))
                for table, subject in transaction.touched
            ]
            transaction.commit()
        for subject, revision in raised:
            self.signals.tell(subject, revision)

    def scrub(self) -> None:
        """Empty SQLite's log after an erasure: what was erased stands in it until it is written over.

        Where somebody is reading just now, the next erasure or the end of the process does it.
        """
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {SCRUB_MILLISECONDS}")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def _raise_revision(transaction: Transaction, row: type[Any], subject: str) -> int:
    return int(transaction.connection().execute(RAISING[row], {"subject": subject}).scalar() or 0)


def _connect(url: str) -> Engine:
    # A fault goes to the log without its parameters: they are what people said.
    engine = create_engine(url, pool_size=20, max_overflow=20, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        make_private_file(engine.url.database)
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def make_private_file(name: str | None) -> None:
    """Make an empty file that its owner alone may read, where there is none: SQLite's log and copies follow it."""
    if name and name != ":memory:":
        with suppress(FileExistsError, FileNotFoundError):
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _prepare_sqlite(connection: Any, entry: ConnectionPoolEntry) -> None:
    # The driver's own transaction handling starts too late for BEGIN IMMEDIATE.
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        # A laptop's lid closes at any moment: what was acknowledged is on the disk.
        "synchronous = FULL",
        # What is erased is overwritten, not only marked as free.
        "secure_delete = ON",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_SECONDS * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")
