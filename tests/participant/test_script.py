"""The page's script in a real browser: nothing typed is lost, nothing sent is doubled."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from survey_engine.collect.models import Session
from survey_engine.settings import Settings
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench, open_workbench
from tests.browsing import launched
from tests.factories import make_session, make_study, make_version, open_text, single
from tools.serving import Served, serving

pytestmark = pytest.mark.browser
# Written from another process: pages hear of it when they look again, not by a signal.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    folder = tmp_path_factory.mktemp("script")
    return open_workbench(Settings(folder, f"sqlite:///{folder / 'balsis.db'}")).as_operator()


@pytest.fixture(scope="module")
def served(installation: Workbench) -> Iterator[Served]:
    with serving(installation.settings.folder) as running:
        yield running


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with launched() as started:
        yield started


@dataclass(frozen=True, slots=True)
class Phone:
    """A participant's phone in a session whose open question is open."""

    page: Page
    session: Session
    bench: Workbench

    @property
    def texts(self) -> list[str | None]:
        with self.bench.database.reading() as transaction:
            rows = transaction.exec(select(AnswerRow).where(AnswerRow.session_id == self.session.id))
            return [row.text for row in rows]

    def state(self, state: str) -> None:
        expect(self.page.locator("#state")).to_have_attribute("data-state", state, timeout=PATIENCE)


@pytest.fixture
def phone(installation: Workbench, served: Served, chrome: Browser) -> Iterator[Phone]:
    study = make_study(installation)
    session = make_session(installation, study, make_version(installation, study, open_text(), single()))
    installation.sessions.open_question(session.id, question_id="q-open")
    context = chrome.new_context(viewport={"width": 390, "height": 844}, locale="lv-LV")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(served.url(f"/{session.code}"))
    page.check("input[name=group] >> nth=0")
    page.check("input[name=consent]")
    page.click("form[action$=join] button")
    page.click("a.button")
    yield Phone(page, session, installation)
    context.close()


def test_typed_text_is_there_after_a_reload(phone: Phone) -> None:
    phone.page.fill("textarea", "Pusē pārtraukts")
    phone.page.reload()
    expect(phone.page.locator("textarea")).to_have_value("Pusē pārtraukts")
    phone.state("unsent")


def test_typed_text_survives_a_change_of_language(phone: Phone) -> None:
    phone.page.fill("textarea", "Rakstu latviski")
    phone.page.click("nav a[lang=ru]")
    expect(phone.page.locator("html")).to_have_attribute("lang", "ru")
    expect(phone.page.locator("textarea")).to_have_value("Rakstu latviski")


def test_answer_sent_without_network_is_saved_once_it_is_back(phone: Phone) -> None:
    phone.page.context.set_offline(True)
    phone.page.fill("textarea", "Tīkla nav,\nbet es rakstu")
    phone.page.click("#send")
    expect(phone.page.locator("#state")).to_have_text("Nav nosūtīts; mēģinām vēlreiz")
    phone.page.context.set_offline(False)
    phone.state("saved")
    assert phone.texts == ["Tīkla nav,\nbet es rakstu"]


def test_answer_that_waits_is_sent_by_the_reopened_page(phone: Phone) -> None:
    phone.page.route("**/answer", lambda route: route.abort())
    phone.page.fill("textarea", "Aizvēru telefonu")
    phone.page.click("#send")
    phone.state("unsent")
    phone.page.unroute("**/answer")
    phone.page.reload()
    phone.state("saved")
    assert phone.texts == ["Aizvēru telefonu"]


def test_lost_acknowledgement_does_not_double_the_answer(phone: Phone) -> None:
    lost = []

    def lose_the_first(route) -> None:
        answer = route.fetch()
        if lost:
            route.fulfill(response=answer)
        else:
            lost.append(answer.status)
            route.abort()

    phone.page.route("**/answer", lose_the_first)
    phone.page.fill("textarea", "Vienreiz")
    phone.page.click("#send")
    phone.state("saved")
    assert (lost, phone.texts) == ([200], ["Vienreiz"])


def test_question_that_closes_leaves_what_is_being_typed(phone: Phone) -> None:
    phone.page.fill("textarea", "Vēl nepabeidzu")
    phone.bench.sessions.close_question(phone.session.id, question_id="q-open")
    expect(phone.page.locator("#notice")).to_contain_text("aizvēra")
    expect(phone.page.locator("textarea")).to_have_value("Vēl nepabeidzu")
    expect(phone.page.locator("#send")).to_be_disabled()


def test_results_that_are_shown_leave_the_form_open_to_whoever_is_typing(phone: Phone) -> None:
    phone.page.fill("textarea", "Vēl rakstu")
    phone.bench.sessions.show_results(phone.session.id, question_id="q-open")
    expect(phone.page.locator("#results")).to_contain_text("vēl nav atļāvis")
    expect(phone.page.locator("#notice")).to_be_hidden()
    expect(phone.page.locator("#send")).to_be_enabled()


def test_results_of_a_question_that_waits_do_not_take_it_away(phone: Phone) -> None:
    phone.page.fill("textarea", "Domāju")
    phone.bench.sessions.open_question(phone.session.id, question_id="q-single")
    expect(phone.page.locator("#notice")).to_be_visible()
    with phone.page.expect_response("**/state*"):
        phone.bench.sessions.show_results(phone.session.id, question_id="q-single")
    phone.page.click("#notice button")
    expect(phone.page.locator("form[data-question=q-single]")).to_be_visible()
    expect(phone.page.locator("#results section")).to_be_visible()


def test_next_question_waits_for_whoever_is_typing_and_the_draft_comes_back(phone: Phone) -> None:
    phone.page.fill("textarea", "Domāju vēl")
    phone.bench.sessions.open_question(phone.session.id, question_id="q-single")
    phone.page.click("#notice button")
    expect(phone.page.locator("form[data-question=q-single]")).to_be_visible()
    phone.bench.sessions.open_question(phone.session.id, question_id="q-open")
    expect(phone.page.locator("textarea")).to_have_value("Domāju vēl", timeout=PATIENCE)


def test_next_question_appears_by_itself_and_is_announced(phone: Phone) -> None:
    phone.bench.sessions.open_question(phone.session.id, question_id="q-single")
    expect(phone.page.locator("form[data-question=q-single]")).to_be_visible(timeout=PATIENCE)
    expect(phone.page.locator("#news")).to_contain_text("Ko izvēlaties?")


def test_page_asks_by_itself_where_events_are_held_back(phone: Phone) -> None:
    phone.page.route("**/events", lambda route: route.abort())
    phone.page.reload()
    phone.bench.sessions.open_question(phone.session.id, question_id="q-single")
    expect(phone.page.locator("form[data-question=q-single]")).to_be_visible(timeout=PATIENCE)


def test_second_tab_is_the_same_participant_and_shows_what_was_saved(phone: Phone) -> None:
    phone.page.fill("textarea", "No pirmās cilnes")
    phone.page.click("#send")
    phone.state("saved")
    second = phone.page.context.new_page()
    second.goto(phone.page.url)
    expect(second.locator("textarea")).to_have_value("No pirmās cilnes")


def test_browser_keeps_nothing_of_what_was_taken_back(phone: Phone) -> None:
    phone.page.fill("textarea", "Melnraksts")
    phone.page.goto(f"{phone.page.url}/take-back")
    phone.page.click("button.danger")
    kept = phone.page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('balsis:'))")
    assert kept == []
