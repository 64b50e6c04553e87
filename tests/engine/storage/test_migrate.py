"""Migrating: an empty database, an older one with its copy, and one from the future."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from survey_engine.errors import EngineError, Problem
from survey_engine.storage.database import Database
from survey_engine.storage.migrate import alembic_config, migrate
from survey_engine.storage.tables import Base


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'balsis.db'}")


def newest(database: Database) -> str | None:
    return ScriptDirectory.from_config(alembic_config(database)).get_current_head()


def found(database: Database) -> str | None:
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def bring_to(database: Database, revision: str) -> None:
    config = alembic_config(database)
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def pretend(database: Database, revision: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))


def test_empty_database_comes_to_the_newest_schema(database: Database) -> None:
    migrate(database)
    assert found(database) == newest(database)
    assert set(Base.metadata.tables) <= set(inspect(database.engine).get_table_names())


def test_empty_database_needs_no_copy(database: Database) -> None:
    assert migrate(database) is None


def test_migrating_again_changes_nothing_and_copies_nothing(database: Database, tmp_path: Path) -> None:
    migrate(database)
    before = sorted(path.name for path in tmp_path.glob("*before*"))
    assert (migrate(database), before) == (None, [])


def test_older_database_is_copied_aside_with_what_was_in_it(database: Database) -> None:
    bring_to(database, "0001")
    with database.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO attempt (email, at) VALUES ('a@example.org', '2026-05-12 12:00')"
        )
    copy = migrate(database)
    assert copy is not None
    with sqlite3.connect(copy) as old:
        kept = old.execute("SELECT email FROM attempt").fetchall()
        revision = old.execute("SELECT version_num FROM alembic_version").fetchall()
    assert (kept, revision) == ([("a@example.org",)], [("0001",)])


def test_older_database_keeps_its_rows(database: Database) -> None:
    bring_to(database, "0001")
    with database.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO attempt (email, at) VALUES ('a@example.org', '2026-05-12 12:00')"
        )
    migrate(database)
    with database.engine.connect() as connection:
        emails = connection.exec_driver_sql("SELECT email FROM attempt").scalars().all()
    assert (found(database), emails) == (newest(database), ["a@example.org"])


def test_newer_database_is_refused_with_its_version(database: Database) -> None:
    migrate(database)
    pretend(database, "9999")
    with pytest.raises(EngineError) as caught:
        migrate(database)
    assert (caught.value.problem, caught.value.details) == (Problem.DATABASE_NEWER, {"found": "9999"})


def test_newer_database_is_left_as_it_was(database: Database) -> None:
    migrate(database)
    pretend(database, "9999")
    with pytest.raises(EngineError):
        migrate(database)
    assert found(database) == "9999"


def test_copying_aside_leaves_the_locks_of_this_process_in_place(database: Database, tmp_path: Path) -> None:
    bring_to(database, "0001")
    migrate(database)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (number INTEGER)")
    # Another program comes and goes; were our lock lost, it would take the log away with it.
    file = database.engine.url.database
    subprocess.run(
        [sys.executable, "-c", f"import sqlite3; sqlite3.connect({file!r}).execute('SELECT 1 FROM kept')"],
        check=True,
    )
    assert Path(f"{file}-wal").exists()
