"""The secret key of an installation is made once and is readable for its owner alone."""

import stat
from pathlib import Path

import pytest

from survey_engine.errors import EngineError, Problem
from survey_engine.settings import Settings
from survey_engine.storage.keys import hash_secret, secret_key
from survey_engine.workbench import open_workbench


@pytest.fixture(autouse=True)
def _forget_keys() -> None:
    secret_key.cache_clear()


def test_key_is_readable_for_its_owner_alone(tmp_path: Path) -> None:
    secret_key(tmp_path)
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_key_is_the_same_after_a_restart(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    secret_key.cache_clear()
    assert secret_key(tmp_path) == first


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert secret_key(tmp_path) != secret_key(tmp_path / "other")


def test_hash_of_a_secret_does_not_hold_it(tmp_path: Path) -> None:
    assert "a take-back code" not in hash_secret(tmp_path, "a take-back code")


def test_same_secret_hashes_differently_in_another_installation(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert hash_secret(tmp_path, "code") != hash_secret(tmp_path / "other", "code")


def test_empty_key_is_refused_and_never_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_engine.storage.keys.ANOTHER_WRITES_WITHIN", 0.0)
    (tmp_path / "secret.key").write_text("", encoding="ascii")
    with pytest.raises(EngineError) as refused:
        secret_key(tmp_path)
    assert refused.value.problem == Problem.KEY_EMPTY


def test_installation_is_readable_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    bench = open_workbench(Settings.from_environment({"BALSIS_DATA": str(folder)}))
    bench.accounts.invite()
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (folder, *folder.iterdir())}
    bench.database.engine.dispose()
    assert modes.pop("new") == 0o700
    assert set(modes.values()) == {0o600}
    assert {"balsis.db", "balsis.db-wal", "secret.key"} <= set(modes)
