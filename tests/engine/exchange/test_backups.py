"""Backups: whole, checked before anything is touched, and never over what is there unasked."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlmodel import select

from survey_engine.errors import EngineError, Problem
from survey_engine.settings import Settings
from survey_engine.storage.backups import DATABASE, KEY, MANIFEST
from survey_engine.storage.database import Database
from survey_engine.storage.keys import secret_key
from survey_engine.storage.tables import LogRow, StudyRow
from survey_engine.workbench import Workbench, open_workbench
from survey_engine.workbench.exchange import restore
from tests import factories as make


@pytest.fixture
def backup(bench: Workbench, tmp_path: Path) -> Path:
    make.make_study(bench, title="Pirms")
    secret_key(bench.settings.folder)
    return bench.files.backup(tmp_path / "copies" / "b.zip").file


def elsewhere(tmp_path: Path) -> Settings:
    return Settings.from_environment({"BALSIS_DATA": str(tmp_path / "elsewhere")})


def titles(settings: Settings) -> list[str]:
    with Database(settings.database_url).reading() as transaction:
        return sorted(transaction.exec(select(StudyRow.title)))


def rewritten(backup: Path, **changed: bytes) -> Path:
    """Return a copy of a backup with other contents under some names ('_' for '.')."""
    target = backup.with_name("changed.zip")
    with ZipFile(backup) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.replace(".", "_"), old.read(name)))
    return target


def test_a_restored_installation_holds_the_studies_and_the_key(backup: Path, tmp_path: Path) -> None:
    settings = elsewhere(tmp_path)

    restore(settings, backup)

    assert titles(settings) == ["Pirms"]
    assert (settings.folder / KEY).read_text() == (tmp_path / KEY).read_text()
    assert open_workbench(settings).as_operator().studies.all()[0].title == "Pirms"


def test_a_backup_is_taken_whole_while_somebody_is_writing(bench: Workbench, tmp_path: Path) -> None:
    make.make_study(bench, title="Pirms")
    with bench.database.writing() as transaction:
        transaction.add(StudyRow(title="Vēl nav", created_at=make.NOON))
        transaction.flush()
        made = bench.files.backup(tmp_path / "b.zip")

    restore(elsewhere(tmp_path), made.file)

    assert titles(elsewhere(tmp_path)) == ["Pirms"]


def test_only_its_owner_may_read_a_backup(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_restore_stands_in_the_log_of_the_installation(backup: Path, tmp_path: Path) -> None:
    settings = elsewhere(tmp_path)

    made, _ = restore(settings, backup)

    with Database(settings.database_url).reading() as transaction:
        assert [row.what for row in transaction.exec(select(LogRow))] == [
            f"restored the backup of {made.made_at}"
        ]


def test_a_database_that_is_there_is_kept_unless_it_is_to_be_replaced(bench: Workbench, backup: Path) -> None:
    make.make_study(bench, title="Pēc")

    with pytest.raises(EngineError) as refused:
        restore(bench.settings, backup)

    assert refused.value.problem == Problem.BACKUP_OCCUPIED
    assert titles(bench.settings) == ["Pirms", "Pēc"]


def test_a_replaced_database_is_copied_aside_and_the_open_program_sees_the_other(
    bench: Workbench, backup: Path
) -> None:
    make.make_study(bench, title="Pēc")

    _, aside = restore(bench.settings, backup, replace=True)

    assert [study.title for study in bench.studies.all()] == ["Pirms"]
    assert aside is not None
    assert titles(Settings(bench.settings.folder, f"sqlite:///{aside}")) == ["Pirms", "Pēc"]


@pytest.mark.parametrize(
    "changed",
    [
        {"balsis_db": b"not a database"},
        {"manifest_json": b"[]"},
        {"manifest_json": b"{"},
        {"manifest_json": json.dumps({"format": "other", "made_at": "", "sha256": {DATABASE: ""}}).encode()},
    ],
)
def test_a_changed_backup_is_refused_and_nothing_is_touched(
    backup: Path, tmp_path: Path, changed: dict[str, bytes]
) -> None:
    settings = elsewhere(tmp_path)

    with pytest.raises(EngineError) as refused:
        restore(settings, rewritten(backup, **changed))

    assert refused.value.problem == Problem.BACKUP_BROKEN
    assert list(settings.folder.iterdir()) == []


@pytest.mark.parametrize("part", range(0, 10, 3))
def test_a_truncated_backup_is_refused(backup: Path, tmp_path: Path, part: int) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) * part // 10])

    with pytest.raises(EngineError) as refused:
        restore(elsewhere(tmp_path), backup)

    assert refused.value.problem == Problem.BACKUP_BROKEN


def test_a_backup_of_a_newer_version_is_refused(bench: Workbench, tmp_path: Path) -> None:
    with bench.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    made = bench.files.backup(tmp_path / "b.zip")

    with pytest.raises(EngineError) as refused:
        restore(elsewhere(tmp_path), made.file)

    assert refused.value.problem == Problem.DATABASE_NEWER


def test_a_backup_names_what_is_in_it_and_its_hashes(backup: Path) -> None:
    with ZipFile(backup) as archive:
        assert sorted(archive.namelist()) == sorted([DATABASE, KEY, MANIFEST])
        assert sorted(json.loads(archive.read(MANIFEST))["sha256"]) == sorted([DATABASE, KEY])


def test_a_database_that_is_no_file_is_backed_up_by_its_own_tools(tmp_path: Path) -> None:
    settings = Settings(tmp_path, "postgresql://localhost/balsis")

    with pytest.raises(EngineError) as refused:
        restore(settings, tmp_path / "b.zip")

    assert refused.value.problem == Problem.BACKUP_ELSEWHERE
