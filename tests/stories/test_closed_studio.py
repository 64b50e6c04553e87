"""What nobody reaches without an account, and what an account does not see of the studies of others."""

from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from pages.ui.registry import PAGES, PageEntry
from survey_engine.accounts import STUDIO_COOKIE
from survey_engine.collect.findings import Wanted
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark, translations
from tests.factories import make_study
from tests.stories.conftest import Device
from tests.stories.installations import House, housed
from tests.stories.people import LAPTOP, Studio, said
from tools.rooms import facilitator_in, fill_room, live_room, sample_of
from tools.serving import start, stop

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SOCKET = "/studio/_stcore/stream"
OF_STUDIES = [entry for entry in PAGES if entry.needs]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is there to be seen: a study with a live room, its title, what somebody said, a file of it all.

    `inside` names things within the study, by the page that would show them.
    """

    query: dict[str, str]
    title: str
    code: str
    secret: str
    file: str
    words: str
    inside: dict[str, dict[str, str]]

    def needed_by(self, entry: PageEntry) -> dict[str, str]:
        """Return what the address of a page carries."""
        names = {"": (), "session": ("study", "session")}.get(entry.needs, ("study",))
        return {name: self.query[name] for name in names}


def test_nobody_without_an_account_reaches_the_studio(device: Device, tmp_path: Path) -> None:
    with housed(tmp_path) as house:
        kept = fill_the_house(house, device)
        stop(house.served)
        served = start(tmp_path, port=house.served.port)
        try:
            stranger = Studio(device(*LAPTOP).new_page())
            every_deep_link_leads_to_the_door(stranger, house, kept)
            files_and_socket_stay_shut(house, kept, cookies={})
            files_and_socket_stay_shut(house, kept, cookies=all_that_a_participant_has(kept))
            another_account_finds_nothing(Studio(device(*LAPTOP).new_page()), house, kept)
        finally:
            stop(served)


def fill_the_house(house: House, device: Device) -> Kept:
    """Give the owner a study with a live room in it, and let them take a file of it along."""
    study = sample_of(house.facilitator)
    session = live_room(house.facilitator, study, title="Slepenā sesija")
    fill_room(house.facilitator, session, people=6)
    joined = house.bench.room.join(session.code, group_key="ngo", language="lv", consent=True)
    owner = Studio(device(*LAPTOP).new_page())
    house.sign_in(owner.page.context)
    owner.go(house.page("files", study=study.id))
    with owner.page.expect_download() as download:
        owner.press("CSV files (ZIP)")
    query = {"study": study.id, "session": session.id}
    said_by_somebody = house.bench.results.find(study.id, Wanted(question_id="help")).answers[0].answer
    guideline = house.bench.guidelines.listed(study.id)[0].guideline
    inside = {"quotes": {"answer": said_by_somebody.id}, "draft": {"guideline": guideline.id}}
    words = said_by_somebody.text or ""
    return Kept(query, study.title, session.code, joined.secret, download.value.url, words, inside)


def every_deep_link_leads_to_the_door(stranger: Studio, house: House, kept: Kept) -> None:
    """Whatever page is asked for, as the first request after a restart or later: only the door opens."""
    # The console first: nothing of the studio has run in this process yet.
    for entry in sorted(PAGES, key=lambda entry: entry.path != "console"):
        stranger.page.goto(house.page(entry.path, **kept.needed_by(entry)))
        expect(stranger.heading).to_have_text(said("Sign in"))
        assert kept.title not in stranger.page.content()


def all_that_a_participant_has(kept: Kept) -> dict[str, str]:
    """A participant's own cookie, and the same secret where an account's should be."""
    return {"balsis_room": kept.secret, "balsis_last": kept.code, STUDIO_COOKIE: kept.secret}


def files_and_socket_stay_shut(house: House, kept: Kept, cookies: dict[str, str]) -> None:
    """No page, no file, no upload and no socket opens to these cookies."""
    header = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    address = house.served.url
    with httpx.Client(headers=header) as client:
        pages = [house.page(entry.path, **kept.needed_by(entry)) for entry in PAGES]
        for asked in (*pages, kept.file, address("/studio/_stcore/host-config"), address("/media/x")):
            assert client.get(asked).status_code in {401, 404}, asked
        assert client.put(address("/studio/_stcore/upload_file/a/b"), content=b"x").status_code == 401
    with (
        pytest.raises(InvalidStatus),
        connect(address(SOCKET).replace("http", "ws"), additional_headers=header),
    ):
        raise AssertionError("the socket let a stranger in")


def another_account_finds_nothing(studio: Studio, house: House, kept: Kept) -> None:
    """To somebody else's account the study is not there, on whatever page, though it is there for its owner."""
    guest = facilitator_in(house.served.folder)
    house.sign_in(studio.page.context, guest)
    for entry in OF_STUDIES:
        studio.go(house.page(entry.path, **kept.needed_by(entry)))
        studio.sees(not_here(entry))
        assert kept.title not in studio.page.content()
    own = make_study(guest.bench, guest.account, title="Mans pētījums")
    for path, ids in kept.inside.items():
        studio.go(house.page(path, study=own.id, **ids))
        expect(studio.heading).to_be_visible()
        assert [words for words in (kept.title, kept.words) if words in studio.page.content()] == []
    house.sign_in(studio.page.context)
    studio.go(house.page("quotes", study=kept.query["study"], **kept.inside["quotes"]))
    studio.sees(kept.words)


def not_here(entry: PageEntry) -> str:
    """Return what a page says where its study or session is not there."""
    what = mark("session") if entry.needs == "session" else mark("study")
    return EngineError(Problem.NOT_FOUND, what=what).say(translations("lv").gettext)
