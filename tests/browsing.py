"""The machine's own Chromium for tests; without it they are left out, and in CI they fail."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

from tools.serving import BROWSER_ARGUMENTS, chromium


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium and end it afterwards."""
    if chromium() is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("chromium is missing: sudo apt install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_ARGUMENTS)
        yield started
        started.close()
