"""The sample study on every page: nothing breaks, nothing stays in English, nothing runs off the screen."""

from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import Page, expect

from pages.ui.registry import PAGES, PageEntry
from survey_engine.collect.models import Session
from survey_engine.design.models import Study
from survey_engine.i18n import LOCALES
from tests.stories.conftest import Device
from tests.stories.installations import House
from tests.stories.people import LAPTOP, PHONE, Participant, Studio
from tools.rooms import fill_room, live_room, sample_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
NARROWEST = 320


def test_the_demo_opens_every_page_without_a_fault(house: House, device: Device) -> None:
    study = sample_of(house.facilitator)
    session = live_room(house.facilitator, study, title="Trešā grupa")
    fill_room(house.facilitator, session, people=12)
    desk = device(*LAPTOP)
    house.sign_in(desk)
    broken: list[str] = []
    # Latvian last: that is the language the other stories find the account in.
    for language in ("ru", "lv"):
        house.bench.accounts.set_language(house.facilitator.account, language=language)
        studio = Studio(desk.new_page(), language)
        studio.page.on("pageerror", lambda error: broken.append(str(error)))
        faults = [fault for entry in PAGES for fault in faults_of(studio, house, entry, study, session)]
        assert (faults, broken) == ([], [])
        faults = list(
            faults_for_participants(Participant(device(*PHONE).new_page(), language), house, session)
        )
        assert faults == []


def faults_of(
    studio: Studio, house: House, entry: PageEntry, study: Study, session: Session
) -> Iterator[str]:
    """Open one page and return what is wrong with it."""
    carried = {"study": study.id, "session": session.id} if entry.needs else {}
    studio.go(house.page(entry.path, **carried))
    expect(studio.page.get_by_test_id("stMain").get_by_role("heading").first).to_be_visible()
    studio.is_drawn()
    where = f"{entry.path} ({studio.language})"
    if studio.fault.count():
        yield f"{where}: {studio.fault.first.inner_text()}"
    yield from (f"{where}: “{text}” is in English" for text in left_in_english(studio.page, studio.language))
    if studio.page.evaluate(WIDER):
        yield f"{where}: wider than the screen"


def faults_for_participants(person: Participant, house: House, session: Session) -> Iterator[str]:
    """Walk through a participant's pages on a phone and return what is wrong with them."""
    group = {"lv": "NVO un iedzīvotāji", "ru": "НКО и жители"}[person.language]
    person.page.goto(house.address)
    person.speak()
    for path in ("", "take-back", session.code):
        person.page.goto(house.address + path)
        yield from faults_on_phone(person)
    person.agree(group)
    yield from faults_on_phone(person)
    for path in (f"{session.code}/welcome", f"{session.code}/take-back"):
        person.page.goto(house.address + path)
        yield from faults_on_phone(person)


def faults_on_phone(person: Participant) -> Iterator[str]:
    """Return what is wrong with the page that a participant looks at, at two widths."""
    where = f"{person.page.url} ({person.language})"
    yield from (f"{where}: “{text}” is in English" for text in left_in_english(person.page, person.language))
    for width in (PHONE[0], NARROWEST):
        person.page.set_viewport_size({"width": width, "height": PHONE[1]})
        if person.page.evaluate(WIDER):
            yield f"{where}: wider than {width} px"


def left_in_english(page: Page, language: str) -> list[str]:
    """Return the texts of ours that stand on the page as they were written, not as they were translated."""
    shown = page.locator("body").inner_text()
    lines = {line.strip() for line in shown.splitlines()}
    return [text for text in written(language) if text in lines or (" " in text and text in shown)]


@cache
def written(language: str) -> frozenset[str]:
    """Return every text of ours, without a gap to fill, that says something else in this language."""
    found = set()
    for file in (LOCALES / language).glob("*.po"):
        with file.open("rb") as opened:
            messages = [message for message in read_po(opened, locale=language) if message.id]
        found |= {m.id for m in messages if isinstance(m.id, str) and m.string != m.id and "{" not in m.id}
    return frozenset(found)
