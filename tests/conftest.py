"""What tests share: a fresh installation each, with its own folder and database."""

from pathlib import Path

import pytest

from survey_engine.accounts import Account
from survey_engine.settings import Settings
from survey_engine.workbench import Workbench, open_workbench

PASSWORD = "correct horse battery"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a fresh installation, also named to whatever reads the environment."""
    monkeypatch.setenv("BALSIS_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


@pytest.fixture
def bench(folder: Path) -> Workbench:
    """A fresh installation as its operator uses it: every study may be seen."""
    return open_workbench(Settings.from_environment()).as_operator()


@pytest.fixture
def account(bench: Workbench) -> Account:
    """A facilitator with an account (password: `PASSWORD`)."""
    return make_account(bench, "anna@example.org", "Anna")


def make_account(bench: Workbench, email: str, name: str) -> Account:
    """Create an account through a one-time link, as anybody would."""
    return bench.accounts.create(secret=bench.accounts.invite(), email=email, name=name, password=PASSWORD)
