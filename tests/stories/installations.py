"""A fresh installation, started as anybody starts it, and a look into its database from outside."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import BrowserContext
from sqlmodel import col, select

from pages.ui.registry import PAGES
from survey_engine.collect.models import Answer
from survey_engine.settings import Settings
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench, open_workbench
from tools.rooms import Facilitator, facilitator_in
from tools.serving import ROOT, Served, free_port, serving, stop

STARTS_WITHIN = 90.0


@dataclass(frozen=True, slots=True)
class Installation:
    """A running installation: its address and the one-time link that its start printed."""

    address: str
    link: str


@contextmanager
def freshly_run(folder: Path) -> Iterator[Installation]:
    """Start the app in an empty folder as `make run` does, and end it afterwards."""
    port, log = free_port(), folder / "start.log"
    surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    own = {"BALSIS_DATA": str(folder), "PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.run"],
            cwd=ROOT,
            env={**surroundings, **own},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    served = Served(port, folder, process, log)
    try:
        yield Installation(served.url("").rstrip("/"), _link_printed_by(served))
    finally:
        stop(served)


def _link_printed_by(served: Served) -> str:
    """Return the link to the first account, once the app can be reached."""
    deadline = time.monotonic() + STARTS_WITHIN
    while not served.ready:
        assert served.process.poll() is None, served.log.read_text()
        assert time.monotonic() < deadline, served.log.read_text()
        time.sleep(0.1)
    found = re.search(r"http://\S+/first-account\?token=\S+", served.log.read_text())
    assert found, served.log.read_text()
    return found.group()


@dataclass(frozen=True, slots=True)
class House:
    """A running app over a folder of its own, and somebody in it who can sign in."""

    served: Served
    facilitator: Facilitator

    @property
    def address(self) -> str:
        """Return the address at which participants begin."""
        return self.served.url("/")

    @property
    def bench(self) -> Workbench:
        """Return the workbench as the facilitator may use it."""
        return self.facilitator.bench

    def page(self, path: str, **query: str) -> str:
        """Return the address of a page of the studio."""
        # Streamlit knows its first page by the bare address only.
        place = "" if path == PAGES[0].path else path
        return self.served.url(f"/studio/{place}?{urlencode(query)}")

    def sign_in(self, device: BrowserContext, who: Facilitator | None = None) -> None:
        """Give a device the cookie of somebody who signed in."""
        device.add_cookies([(who or self.facilitator).cookie_for_browser(self.served.url())])


@contextmanager
def housed(folder: Path) -> Iterator[House]:
    """Start the app in an empty folder, with an account in it."""
    facilitator = facilitator_in(folder)
    with serving(folder) as served:
        yield House(served, facilitator)


def workbench_of(folder: Path) -> Workbench:
    """Return the workbench over this folder as its operator uses it, beside the running app."""
    return open_workbench(Settings(folder, f"sqlite:///{folder / 'balsis.db'}")).as_operator()


def answers_in(bench: Workbench, session_id: str, *, only_current: bool = True) -> list[Answer]:
    """Return the answers of a session in the order in which they were said."""
    with bench.database.reading() as transaction:
        rows = transaction.exec(
            select(AnswerRow).where(AnswerRow.session_id == session_id).order_by(col(AnswerRow.said_at))
        )
        return [Answer.model_validate(row) for row in rows if row.is_current or not only_current]
