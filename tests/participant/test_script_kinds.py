"""The page's script while choosing: long lists, "other", "none of these", and places that change over."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from survey_engine.collect.models import Session
from survey_engine.design.kinds.choice import ShownAs
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, multiple, position, ranking, single
from tests.participant.test_script import PATIENCE, chrome, installation, served

__all__ = ["chrome", "installation", "served"]
pytestmark = pytest.mark.browser
LONG = single("q-long").model_copy(update={"shown_as": ShownAs.SEARCH, "other": True})
SEVERAL = multiple("q-several").model_copy(update={"none": True, "decline": True})


@pytest.fixture
def room(installation: Workbench) -> Session:
    study = make_study(installation)
    return make_session(
        installation, study, make_version(installation, study, LONG, SEVERAL, position(), ranking())
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


def opened(page: Page, bench: Workbench, room: Session, question: str) -> None:
    bench.sessions.open_question(room.id, question_id=question)
    page.goto(page.url.replace("/welcome", ""))


def sent(page: Page, bench: Workbench, room: Session) -> tuple[list[str], str | None]:
    page.click("#send")
    expect(page.locator("#state")).to_have_attribute("data-state", "saved", timeout=PATIENCE)
    with bench.database.reading() as transaction:
        row = transaction.exec(select(AnswerRow).where(AnswerRow.session_id == room.id)).one()
        return row.codes, row.text


def test_long_list_is_searched_without_diacritics_and_says_how_many_are_left(
    page, installation, room
) -> None:
    opened(page, installation, room, "q-long")
    page.fill("input[type=search]", "IZVELE B")
    expect(page.locator(".pick label:visible")).to_have_count(1)
    expect(page.locator(".sift p")).to_have_text("Rāda 1 no 4")
    page.check("input[name=choice]:visible")
    assert sent(page, installation, room) == (["b"], None)


def test_writing_beside_other_chooses_it(page, installation, room) -> None:
    opened(page, installation, room, "q-long")
    page.fill("input[name=text]", "Pavisam cits")
    expect(page.locator("input[value=other]")).to_be_checked()
    assert sent(page, installation, room) == (["other"], "Pavisam cits")


def test_none_of_these_takes_the_others_away_and_the_other_way_round(page, installation, room) -> None:
    opened(page, installation, room, "q-several")
    page.check("input[value=a]")
    page.check("input[value=none]")
    expect(page.locator("input[value=a]")).not_to_be_checked()
    page.check("input[value=b]")
    assert sent(page, installation, room) == (["b"], None)


def test_places_are_changed_by_buttons_and_survive_a_reload(page, installation, room) -> None:
    opened(page, installation, room, "q-ranking")
    for place, code in enumerate("abc", start=1):
        page.select_option(f"select[name='choice:{place}']", code)
    page.locator(".seat").nth(2).get_by_role("button", name="Pārvietot uz augšu").press("Enter")
    page.reload()
    assert sent(page, installation, room) == (["a", "c", "b"], None)


def test_option_chosen_for_another_place_leaves_the_first(page, installation, room) -> None:
    opened(page, installation, room, "q-ranking")
    page.select_option("select[name='choice:1']", "a")
    page.select_option("select[name='choice:2']", "a")
    expect(page.locator("select[name='choice:1']")).to_have_value("")
    assert sent(page, installation, room) == (["a"], None)


def test_things_are_placed_by_pointing_and_by_arrow_keys(page, installation, room) -> None:
    opened(page, installation, room, "q-position")
    plane = page.locator(".plane")
    plane.scroll_into_view_if_needed()
    size = plane.bounding_box()
    plane.click(position={"x": size["width"] * 0.7, "y": size["height"] * 0.2})
    page.get_by_role("button", name="Rīks b: vēl nav novietots").press("ArrowUp")
    page.get_by_role("button", name="Rīks b: 5 pa labi, 5 uz augšu").press("ArrowLeft")
    expect(page.locator("select[name='place:b:x']")).to_have_value("4")
    page.reload()
    assert sent(page, installation, room) == (["a=7,8", "b=4,5"], None)


def test_preferring_not_to_say_and_answering_take_one_another_away(page, installation, room) -> None:
    opened(page, installation, room, "q-several")
    page.check("input[value=a]")
    page.check("input[value=declined]")
    expect(page.locator("input[value=a]")).not_to_be_checked()
    page.check("input[value=b]")
    expect(page.locator("input[value=declined]")).not_to_be_checked()
    assert sent(page, installation, room) == (["b"], None)
