"""Bring a database to the present schema; copy its file aside first; refuse a newer one."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from survey_engine.errors import EngineError, Problem
from survey_engine.storage.database import Database, make_private_file

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def migrate(database: Database) -> Path | None:
    """Migrate to the newest schema; return the copy made of an older database file, or None.

    Raises DATABASE_NEWER where the database was written by a later version.
    """
    config = alembic_config(database)
    newest = ScriptDirectory.from_config(config).get_current_head()
    found = _revision_of(database)
    if found == newest:
        return None
    _refuse_unknown(config, found)
    copy = _copy_aside(database, found) if found else None
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return copy


def alembic_config(database: Database) -> Config:
    """Return Alembic's configuration for this database; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", database.url.replace("%", "%%"))
    return config


def _revision_of(database: Database) -> str | None:
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _refuse_unknown(config: Config, found: str | None) -> None:
    try:
        ScriptDirectory.from_config(config).get_revision(found or "base")
    except CommandError as error:
        raise EngineError(Problem.DATABASE_NEWER, found=found) from error


def _copy_aside(database: Database, found: str) -> Path | None:
    """Copy an SQLite database by its own backup, never as a file.

    Whoever closes a database file outside SQLite drops the locks of every connection that this process
    holds on it. The next program to leave then believes to be the last one and deletes the log under us.
    """
    file = database.engine.url.database
    if database.engine.dialect.name != "sqlite" or not file:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = Path(f"{file}.before-{found}-{stamp}")
    make_private_file(str(copy))
    with closing(sqlite3.connect(file)) as present, closing(sqlite3.connect(copy)) as aside:
        present.backup(aside)
    return copy
