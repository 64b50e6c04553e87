"""Run the real app for a while: for browser stories, pictures and measurements.

with serving(folder) as served:
    httpx.get(served.url("/"))
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTS_WITHIN = 90.0
ENDS_WITHIN = 10.0
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True, slots=True)
class Served:
    """A running app: its port, its folder, its process, and what it wrote to its log."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]
    log: Path

    def url(self, path: str = "/") -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def ready(self) -> bool:
        """Say whether the app answers that it is healthy."""
        try:
            with urllib.request.urlopen(self.url("/studio/_stcore/health"), timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def serving(
    folder: Path, *, port: int | None = None, environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Start the app over this folder on a free port, wait until it is healthy, and end it afterwards."""
    served = start(folder, port=port, environment=environment)
    try:
        yield served
    finally:
        stop(served)


def start(folder: Path, *, port: int | None = None, environment: Mapping[str, str] | None = None) -> Served:
    """Start the app and return once it is healthy; raise RuntimeError, with its log, where it is not."""
    folder.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    log = folder / "server.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            _command(port),
            cwd=ROOT,
            env={**_without_database(os.environ), "BALSIS_DATA": str(folder), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    served = Served(port, folder, process, log)
    _wait(served)
    return served


def stop(served: Served, *, kill: bool = False) -> None:
    """End the app: politely, or at once as a power cut would."""
    if served.process.poll() is None:
        served.process.kill() if kill else served.process.terminate()
    try:
        served.process.wait(ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        served.process.kill()
        served.process.wait(ENDS_WITHIN)


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def chromium() -> str | None:
    """Return the path of the system's Chromium, or None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _command(port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "streamlit", "run", "app.py"),
        *("--server.port", str(port), "--server.address", "127.0.0.1"),
    ]


def _without_database(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name != "DATABASE_URL"}


def _wait(served: Served) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while not served.ready:
        if served.process.poll() is not None or time.monotonic() > deadline:
            stop(served, kill=True)
            raise RuntimeError(f"the app did not start:\n{served.log.read_text(errors='replace')[-4000:]}")
        time.sleep(0.1)
