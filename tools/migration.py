"""Write the next migration from what changed in the tables: `python -m tools.migration "what changed"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from survey_engine.storage.database import Database
from survey_engine.storage.migrate import MIGRATIONS, alembic_config, migrate


def main(message: str) -> None:
    """Bring an empty database to the newest migration and write the difference to the tables."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'empty.db'}")
        number = len(list((MIGRATIONS / "versions").glob("*.py"))) + 1
        if number > 1:
            migrate(database)
        config = alembic_config(database)
        with database.engine.connect() as connection:
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")


if __name__ == "__main__":
    main(sys.argv[1])
