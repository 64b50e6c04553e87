"""The migrations lead to exactly the tables that the code knows."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from survey_engine.storage.database import Database
from survey_engine.storage.migrate import alembic_config, migrate
from survey_engine.storage.tables import Base


def test_migrated_schema_is_what_the_tables_say(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.db'}")
    migrate(database)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_form_one_line(tmp_path: Path) -> None:
    scripts = ScriptDirectory.from_config(alembic_config(Database(f"sqlite:///{tmp_path / 'new.db'}")))
    numbers = [script.revision for script in reversed(list(scripts.walk_revisions()))]
    assert len(scripts.get_heads()) == 1
    assert numbers == sorted(numbers)
