"""Copies of a whole installation: one zip with the database, its key, and hashes of both.

The database is copied by SQLite's own backup, so that it is consistent while people answer.
The key is in it because take-back codes are hashed with it: without the key nobody could
take their answers back after a restore. Whoever holds a backup holds everything.
"""

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import make_url

from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.settings import Settings
from survey_engine.storage.database import Database, make_private_file
from survey_engine.storage.migrate import migrate

DATABASE, KEY, MANIFEST = "balsis.db", "secret.key", "manifest.json"
FORMAT = "balsis-backup-1"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk: when it was made, and the SHA-256 of each file in it."""

    file: Path
    made_at: str
    sha256: dict[str, str]


def database_file(settings: Settings) -> Path:
    """Return the SQLite file of an installation; raise BACKUP_ELSEWHERE where it is another database."""
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise EngineError(Problem.BACKUP_ELSEWHERE, kind=url.get_backend_name())
    return Path(url.database)


def write_backup(settings: Settings, target: Path, *, made_at: datetime) -> Backup:
    """Write a backup of the installation to `target`, readable for its owner alone.

    What was at `target` is replaced once the new backup is whole. Raises BACKUP_ELSEWHERE.
    """
    source = database_file(settings)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".backup-") as scratch:
        files = {DATABASE: _copy_database(source, Path(scratch) / DATABASE)}
        if (key := settings.folder / KEY).exists():
            files[KEY] = key
        hashes = {name: _sha256(file) for name, file in files.items()}
        manifest = {"format": FORMAT, "made_at": made_at.isoformat(), "sha256": hashes}
        whole = Path(scratch) / "backup.zip"
        os.close(os.open(whole, os.O_WRONLY | os.O_CREAT, 0o600))
        with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
            for name, file in files.items():
                archive.write(file, name)
        whole.replace(target)
    return Backup(target, made_at.isoformat(), hashes)


def read_backup(
    settings: Settings, source: Path, *, replace: bool, now: datetime
) -> tuple[Backup, Path | None]:
    """Put a backup in place of the installation; return it, and where the present database was copied to.

    Hashes are checked, the database is checked and migrated, all before anything is touched.
    Raises BACKUP_BROKEN, BACKUP_OCCUPIED, BACKUP_ELSEWHERE, DATABASE_NEWER.
    """
    present = database_file(settings)
    if present.exists() and not replace:
        raise EngineError(Problem.BACKUP_OCCUPIED, folder=present.parent)
    for folder in (present.parent, settings.folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=present.parent, prefix=".restore-") as scratch:
        backup = _unpack(source, Path(scratch))
        _check(source, Path(scratch) / DATABASE)
        stamp = now.strftime("%Y%m%d-%H%M%S")
        aside = _set_aside(present, stamp) if present.exists() else None
        # Into the file that is there, so that a program that has it open sees the change too.
        _copy_database(Path(scratch) / DATABASE, present)
        if KEY in backup.sha256:
            _place_key(Path(scratch) / KEY, settings.folder / KEY, stamp)
    return backup, aside


@contextmanager
def _sound_zip(source: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(source) as archive:
            yield archive
    except (BadZipFile, zlib.error, KeyError, ValueError, TypeError, RuntimeError, EOFError) as error:
        raise EngineError(
            Problem.BACKUP_BROKEN, name=source.name, why=mark("it cannot be unpacked")
        ) from error


def _unpack(source: Path, folder: Path) -> Backup:
    """Unpack the files that the manifest names; raise BACKUP_BROKEN where a hash is another one."""
    with _sound_zip(source) as archive:
        manifest = json.loads(archive.read(MANIFEST))
        hashes = {
            name: str(manifest["sha256"][name]) for name in (DATABASE, KEY) if name in manifest["sha256"]
        }
        if manifest["format"] != FORMAT or DATABASE not in hashes:
            raise ValueError("not the manifest of a backup")
        for name, expected in hashes.items():
            with archive.open(name) as packed, (folder / name).open("wb") as file:
                while chunk := packed.read(CHUNK):
                    file.write(chunk)
            if _sha256(folder / name) != expected:
                why = mark("its contents are not what they were when it was made")
                raise EngineError(Problem.BACKUP_BROKEN, name=source.name, why=why)
    return Backup(source, str(manifest["made_at"]), hashes)


def _check(source: Path, file: Path) -> None:
    try:
        with closing(sqlite3.connect(file)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise EngineError(Problem.BACKUP_BROKEN, name=source.name, why=mark("the database in it is damaged"))
    database = Database(f"sqlite:///{file}")
    migrate(database)
    database.engine.dispose()


def _copy_database(source: Path, target: Path) -> Path:
    make_private_file(str(target))
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
    return target


def _set_aside(present: Path, stamp: str) -> Path:
    return _copy_database(present, present.with_name(f"{present.name}.before-restore-{stamp}"))


def _place_key(restored: Path, present: Path, stamp: str) -> None:
    if present.exists() and present.read_bytes() != restored.read_bytes():
        present.replace(present.with_name(f"{present.name}.before-restore-{stamp}"))
    descriptor = os.open(present, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(restored.read_bytes())


def _sha256(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
