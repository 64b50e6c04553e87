"""What tests share: a fresh installation each, with its own folder and database."""

import shutil
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from survey_engine.accounts import Account
from survey_engine.settings import Settings
from survey_engine.workbench import Workbench, accounts, open_workbench

PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was migrated once, for every test to start from a copy of."""
    folder = tmp_path_factory.mktemp("migrated")
    bench = open_workbench(Settings.from_environment({"BALSIS_DATA": str(folder)}))
    bench.database.engine.dispose()
    return folder / "balsis.db"


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> None:
    """Argon2id with the least work: tests sign in hundreds of times, and nobody guesses here."""
    accounts._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a fresh installation, also named to whatever reads the environment."""
    monkeypatch.setenv("BALSIS_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


@pytest.fixture
def bench(folder: Path, migrated: Path) -> Workbench:
    """A fresh installation as its operator uses it: every study may be seen."""
    shutil.copy(migrated, folder / migrated.name)
    return open_workbench(Settings.from_environment()).as_operator()


@pytest.fixture
def account(bench: Workbench) -> Account:
    """A facilitator with an account (password: `PASSWORD`)."""
    return make_account(bench, "anna@example.org", "Anna")


def make_account(bench: Workbench, email: str, name: str) -> Account:
    """Create an account through a one-time link, as anybody would."""
    return bench.accounts.create(secret=bench.accounts.invite(), email=email, name=name, password=PASSWORD)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a browser try three times: a starved machine can be slower than anybody's patience."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2))
