"""The page's script where people answer to one another: what is new comes in, what is being written stays."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from survey_engine.collect.models import AnswerValue, Session
from survey_engine.workbench import Workbench
from tests.factories import audience, ideas, make_session, make_study, make_version, statements
from tests.participant.test_script import PATIENCE, chrome, installation, served

__all__ = ["chrome", "installation", "served"]
pytestmark = pytest.mark.browser
HALF = "Man liekas, ka vaj"


@pytest.fixture
def room(installation: Workbench) -> Session:
    study = make_study(installation)
    version = make_version(installation, study, statements(), ideas(), audience())
    return make_session(installation, study, version)


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


def let_through(bench: Workbench, room: Session, question: str, *texts: str) -> None:
    """Let somebody else write these texts, and the room see them."""
    author = bench.room.join(room.code, group_key="ngo", language="lv", consent=True).secret
    for text in texts:
        value, key = AnswerValue(text=text), f"cits-{question}-{text}"
        saved = bench.room.submit(room.code, author, question_id=question, value=value, client_key=key)
        bench.moderation.let_through(room.id, answer_ids=[saved.answer_id])


def test_half_a_statement_survives_a_vote_and_a_new_statement(page, installation, room) -> None:
    opened(page, installation, room, "q-statements")
    page.fill("#owntext", HALF)
    first = page.inner_text("#said")
    page.click(".votes button >> nth=0")
    expect(page.locator("#said")).not_to_have_text(first, timeout=PATIENCE)
    second = page.inner_text("#said")
    let_through(installation, room, "q-statements", "Pavisam jauns")
    expect(page.locator("#answer p")).to_have_text("2. apgalvojums no 3", timeout=PATIENCE)
    assert (page.inner_text("#said"), page.input_value("#owntext")) == (second, HALF)


def test_statement_that_is_hidden_while_it_is_read_gives_way(page, installation, room) -> None:
    opened(page, installation, room, "q-statements")
    for _vote in range(2):
        was = page.inner_text("#said")
        page.wait_for_timeout(450)
        page.click(".votes button >> nth=0")
        expect(page.locator("#said")).not_to_have_text(was, timeout=PATIENCE)
    let_through(installation, room, "q-statements", "Pavisam jauns")
    expect(page.locator("#said")).to_have_text("Pavisam jauns", timeout=PATIENCE)
    (only,) = installation.moderation.answers(room.id, "q-statements")
    installation.moderation.hide(room.id, answer_id=only.answer.answer_id, reason="personal")
    expect(page.locator("#said")).not_to_have_text("Pavisam jauns", timeout=PATIENCE)


def test_own_idea_is_sent_and_dots_that_were_filled_in_stay(page, installation, room) -> None:
    opened(page, installation, room, "q-ideas")
    let_through(installation, room, "q-ideas", "Autobuss")
    page.reload()
    page.fill("#answer input[type=number]", "2")
    let_through(installation, room, "q-ideas", "Parks")
    page.fill("#owntext", HALF)
    expect(page.locator("#answer input[type=number]")).to_have_count(2, timeout=PATIENCE)
    page.click("#own button")
    expect(page.locator(".mine-text blockquote")).to_have_text(HALF, timeout=PATIENCE)
    dots = page.locator("#answer input[type=number]").nth(0)
    assert (page.input_value("#owntext"), dots.input_value()) == ("", "2")
    page.click("#send")
    expect(page.locator("#send")).to_have_text("Mainīt atbildi", timeout=PATIENCE)
    assert [row.tally for row in installation.results.summary(room.id, "q-ideas").rows] == [(2,), (0,)]


def test_question_is_voted_for_by_one_press_and_keeps_its_place(page, installation, room) -> None:
    opened(page, installation, room, "q-audience")
    let_through(installation, room, "q-audience", "Kad?", "Kāpēc?")
    page.reload()
    button = page.locator(".asked button").nth(1)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true", timeout=PATIENCE)
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    assert [row.tally for row in installation.results.summary(room.id, "q-audience").rows] == [(0,), (1,)]
