"""Stories: people with their own browsers in front of the real app, from the first request to the last file."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browsing import launched
from tests.stories.installations import House, housed
from tests.stories.people import PATIENCE

Device = Callable[..., BrowserContext]

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def chrome() -> Iterator[Browser]:
    """A browser for each story, so that another try has another one; every device is a context of its own."""
    with launched() as started:
        yield started


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One running installation for all stories that leave it as they found it: each has a study of its own."""
    with housed(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture
def device(chrome: Browser) -> Iterator[Device]:
    """Return a function that hands somebody a device of their own: device(*LAPTOP), device(*PHONE)."""
    handed_out: list[BrowserContext] = []

    def hand_out(width: int, height: int, **options: object) -> BrowserContext:
        size = {"width": width, "height": height}
        context = chrome.new_context(**{"viewport": size, "locale": "lv-LV", **options})
        context.set_default_timeout(PATIENCE)
        handed_out.append(context)
        return context

    yield hand_out
    for context in handed_out:
        context.close()
