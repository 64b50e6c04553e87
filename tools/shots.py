"""Pictures of every page at projector, laptop and phone size, into shots/: `python -m tools.shots`.

The real app runs over the sample study (--empty: over nothing) in a folder of its own.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from pages.ui.registry import PAGES, PageEntry
from tools.rooms import Facilitator, facilitator_in, fill_room, live_room, sample_of
from tools.serving import BROWSER_ARGUMENTS, ROOT, Served, chromium, serving

SHOTS = ROOT / "shots"
SIZES = {"projector": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}
PARTICIPANT_SIZES = ("laptop", "phone")
LOCALES = {"lv": "lv-LV", "en": "en-GB", "ru": "ru-RU"}
TALLEST = 6000
READY = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app && app.dataset.testConnectionState !== 'CONNECTING'
        && document.querySelector('[data-testid="stMainBlockContainer"] [data-testid]')
        && (app.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]'));
}"""
WHOLE = """() => Math.max(...[...document.querySelectorAll('[data-testid="stMain"], html')]
    .map(element => element.scrollHeight))"""
WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take: its name, the address, the size of the screen, light or dark."""

    name: str
    path: str
    size: str
    scheme: str = "light"
    joins: bool = False


def studio_shots(study_id: str, session_id: str) -> Iterator[Shot]:
    """Return the pictures of the facilitators' pages; the projector also dark."""
    for entry in PAGES:
        # Streamlit knows its first page by the bare address only.
        place = "" if entry is PAGES[0] else entry.path
        path = f"/studio/{place}{_query(entry, study_id, session_id)}"
        for size in SIZES:
            yield Shot(f"{entry.stage}-{entry.path}", path, size)
        if entry.path == "projector":
            yield Shot(f"{entry.stage}-{entry.path}-dark", f"{path}&theme=dark", "projector", "dark")


def participant_shots(code: str) -> Iterator[Shot]:
    """Return the pictures of what participants see, before and after they have come in."""
    for size in PARTICIPANT_SIZES:
        yield Shot("participant-entrance", "/", size)
        yield Shot("participant-take-back", "/take-back", size)
        yield Shot("door-sign-in", "/sign-in", size)
        if code:
            yield Shot("participant-join", f"/{code}", size)
            yield Shot("participant-question", f"/{code}", size, joins=True)
            yield Shot("participant-welcome", f"/{code}/welcome", size)


def main(*, language: str, empty: bool, whole: bool, only: str, port: int | None) -> int:
    """Take the pictures; return how many pages showed an error or could not be taken."""
    if chromium() is None:
        sys.exit("chromium is missing: sudo apt install chromium - or take the pictures on another machine")
    target = SHOTS / (f"{language}-empty" if empty else language)
    with tempfile.TemporaryDirectory() as folder:
        facilitator = facilitator_in(Path(folder), language=language)
        study_id, session_id, code = ("", "", "") if empty else _filled(facilitator)
        shots = [*studio_shots(study_id, session_id), *participant_shots(code)]
        with serving(Path(folder), port=port) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_ARGUMENTS)
            camera = Camera(browser, served, facilitator, target, language, whole)
            wanted = [shot for shot in shots if only in shot.name]
            faults = [fault for shot in wanted if (fault := camera.take(shot))]
            browser.close()
    for fault in faults:
        print(fault, file=sys.stderr)
    print(
        f"{len(wanted) - len(faults)} of {len(wanted)} pictures without fault in {target.relative_to(ROOT)}/"
    )
    return len(faults)


def _filled(facilitator: Facilitator) -> tuple[str, str, str]:
    study = sample_of(facilitator)
    session = live_room(facilitator, study, title="Paraugs: trešā grupa")
    fill_room(facilitator, session, people=12)
    return study.id, session.id, session.code


def _query(entry: PageEntry, study_id: str, session_id: str) -> str:
    wanted = {"study": study_id} if entry.needs else {}
    if entry.needs == "session":
        wanted["session"] = session_id
    named = {name: value for name, value in wanted.items() if value}
    return f"?{urlencode(named)}" if named else ""


class Camera:
    """Takes pictures; one browser context for each kind of screen, so that the app is loaded once."""

    def __init__(
        self,
        browser: Browser,
        served: Served,
        facilitator: Facilitator,
        target: Path,
        language: str,
        whole: bool,
    ) -> None:
        self.browser, self.served, self.facilitator = browser, served, facilitator
        self.target, self.language, self.whole = target, language, whole
        self.contexts: dict[tuple[str, str, bool], BrowserContext] = {}

    def take(self, shot: Shot) -> str:
        """Take one picture; return what is wrong with the page, or ''."""
        page = self._context(shot).new_page()
        broken: list[str] = []
        page.on("pageerror", lambda error: broken.append(str(error)))
        try:
            page.goto(self.served.url(shot.path))
            if shot.joins:
                _join(page)
            _settle(page)
            if self.whole:
                width, height = SIZES[shot.size]
                page.set_viewport_size({"width": width, "height": _height(page, height)})
                _settle(page)
            file = self.target / shot.size / f"{shot.name}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=file)
            return _fault(page, shot, broken)
        except Error as error:
            return f"{shot.name} ({shot.size}): {error.message.splitlines()[0]}"
        finally:
            page.close()

    def _context(self, shot: Shot) -> BrowserContext:
        signed_in = shot.path.startswith("/studio")
        key = (shot.size, shot.scheme, signed_in)
        if key not in self.contexts:
            width, height = SIZES[shot.size]
            self.contexts[key] = self.browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if shot.scheme == "dark" else "light",
                locale=LOCALES[self.language],
                reduced_motion="reduce",
            )
            self.contexts[key].set_default_timeout(15_000)
            if signed_in:
                self.contexts[key].add_cookies([self.facilitator.cookie_for_browser(self.served.url())])
        return self.contexts[key]


def _settle(page: Page) -> None:
    page.wait_for_load_state("load")
    if page.url.find("/studio") >= 0:
        page.wait_for_selector('[data-testid="stApp"]')
        page.wait_for_timeout(600)
        page.wait_for_function(READY, timeout=30_000)
    # Charts draw after the script has ended.
    page.wait_for_timeout(500)


def _join(page: Page) -> None:
    """Come in as a newcomer, with the first group and consent, and go to the room."""
    room = page.url
    form = page.locator("form[action$='/join']")
    if form.count():
        if form.locator("input[name=group]").count():
            form.locator("input[name=group]").first.check(force=True)
        form.locator("input[name=consent]").check(force=True)
        form.locator("button").click()
        page.wait_for_load_state("load")
    page.goto(room)


def _height(page: Page, least: int) -> int:
    return min(max(int(page.evaluate(WHOLE)), least), TALLEST)


def _fault(page: Page, shot: Shot, broken: list[str]) -> str:
    where = f"{shot.name} ({shot.size})"
    if page.locator('[data-testid="stException"]').count():
        return f"{where}: {page.locator('[data-testid=stException]').first.inner_text()[:200]}"
    if broken:
        return f"{where}: {broken[0][:200]}"
    if page.get_by_role("dialog").count():
        return f"{where}: {page.get_by_role('dialog').first.inner_text()[:200]}"
    return f"{where}: wider than the screen" if page.evaluate(WIDER) else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=sorted(LOCALES), default="lv")
    parser.add_argument("--empty", action="store_true", help="over an empty installation")
    parser.add_argument("--whole", action="store_true", help="each page to its full height")
    parser.add_argument("--only", default="", help="pictures whose name contains this")
    parser.add_argument("--port", type=int, help="serve on this port instead of a free one")
    chosen = parser.parse_args()
    sys.exit(
        main(
            language=chosen.language,
            empty=chosen.empty,
            whole=chosen.whole,
            only=chosen.only,
            port=chosen.port,
        )
        > 0
    )
