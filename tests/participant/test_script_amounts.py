"""The page's script while amounts are given: what is left is said as people type."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from survey_engine.collect.models import Session
from survey_engine.workbench import Workbench
from tests.factories import budget, date, make_session, make_study, make_version, number, points
from tests.participant.test_script import PATIENCE, chrome, installation, served
from tests.participant.test_script_kinds import opened, sent

__all__ = ["chrome", "installation", "served"]
pytestmark = pytest.mark.browser


@pytest.fixture
def room(installation: Workbench) -> Session:
    study = make_study(installation)
    return make_session(
        installation,
        study,
        make_version(installation, study, points(), budget(), number(decimals=1, least=0), date()),
    )


@pytest.fixture
def page(room: Session, served, chrome: Browser) -> Iterator[Page]:
    context = chrome.new_context(viewport={"width": 390, "height": 844}, locale="lv-LV")
    context.set_default_timeout(PATIENCE)
    phone = context.new_page()
    phone.goto(served.url(f"/{room.code}"))
    phone.check("input[name=group] >> nth=0")
    phone.check("input[name=consent]")
    phone.click("form[action$=join] button")
    yield phone
    context.close()


def test_points_say_what_is_left_while_one_types(page, installation, room) -> None:
    opened(page, installation, room, "q-points")
    expect(page.locator("#balance")).to_have_text("Sadalīts: 0. Atlicis: 100.")
    page.fill("input[name='amount:a']", "70")
    page.fill("input[name='amount:c']", "40")
    expect(page.locator("#balance")).to_have_text("Sadalīts: 110. Par daudz: 10.")
    page.fill("input[name='amount:c']", "30")
    expect(page.locator("#balance")).to_have_text("Viss sadalīts: 100.")
    assert sent(page, installation, room) == (["a=70", "c=30"], None)


def test_budget_says_what_is_spent_and_left_while_one_chooses(page, installation, room) -> None:
    opened(page, installation, room, "q-budget")
    page.check("input[value='a=3000']")
    expect(page.locator("#balance")).to_have_text("Izvēlēts: 3 000 EUR. Atlicis: 5 000 EUR.")
    assert sent(page, installation, room) == (["a=3000"], None)


def test_number_is_kept_as_typed_until_it_is_sent_and_nothing_is_wider_than_a_small_phone(
    page, installation, room
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for question in ("q-points", "q-budget", "q-date", "q-number"):
        opened(page, installation, room, question)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.fill("input[name=choice]", "12,5")
    page.reload()
    expect(page.locator("input[name=choice]")).to_have_value("12,5")
    assert sent(page, installation, room) == (["12.5"], None)


def test_day_is_chosen_in_the_calendar_of_the_device(page, installation, room) -> None:
    opened(page, installation, room, "q-date")
    page.fill("input[type=date]", "2026-11-21")
    assert sent(page, installation, room) == (["2026-11-21"], None)
