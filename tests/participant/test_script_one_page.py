"""The page's script on a page of several questions: drafts, refusals and what is sent stay with their question."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from survey_engine.collect.models import Mode, Session
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Section
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, open_text, points, ranking, single, yesno
from tests.participant.test_script import PATIENCE, chrome, installation, served

__all__ = ["chrome", "installation", "served"]
pytestmark = pytest.mark.browser
ONLY_A = ShowIf(conditions=(Condition(question="q-single", codes=("a",)),))


def on_page(question: Question, **changes: object) -> Question:
    return question.model_copy(update={"section": "S", **changes})


@pytest.fixture
def survey(installation: Workbench) -> Session:
    study = make_study(installation)
    asked = (
        on_page(single(), required=True),
        on_page(open_text("q-more"), show_if=ONLY_A),
        on_page(points()),
        on_page(points("q-second")),
        on_page(ranking()),
        on_page(open_text()),
    )
    version = make_version(
        installation, study, *asked, yesno(), sections=(Section(id="S", title={"lv": "Lapa"}, one_page=True),)
    )
    return make_session(installation, study, version, Mode.SURVEY)


@pytest.fixture
def page(survey: Session, served, chrome: Browser) -> Iterator[Page]:
    context = chrome.new_context(viewport={"width": 390, "height": 844}, locale="lv-LV")
    context.set_default_timeout(PATIENCE)
    phone = context.new_page()
    phone.goto(served.url(f"/{survey.code}"))
    phone.check("input[name=group] >> nth=0")
    phone.check("input[name=consent]")
    phone.click("form[action$=join] button")
    phone.click("a.button")
    yield phone
    context.close()


def stored(bench: Workbench, survey: Session) -> dict[str, tuple[list[str], str | None]]:
    with bench.database.reading() as transaction:
        rows = transaction.exec(
            select(AnswerRow).where(AnswerRow.session_id == survey.id, AnswerRow.is_current)
        ).all()
        return {row.question_id: (row.codes, row.text) for row in rows}


def test_what_is_typed_into_any_question_of_a_page_is_there_after_a_reload(page: Page) -> None:
    page.check("#q1 input[value=b]")
    page.fill("#q3 [name='q3-amount:a']", "60")
    page.select_option("#q5 select >> nth=0", "c")
    page.fill("#q6 textarea", "Pusē pārtraukts")
    page.reload()
    expect(page.locator("#q1 input[value=b]")).to_be_checked()
    expect(page.locator("#q3 [name='q3-amount:a']")).to_have_value("60")
    expect(page.locator("#q3 .balance")).to_have_text("Sadalīts: 60. Atlicis: 40.")
    expect(page.locator("#q4 .balance")).to_have_text("Sadalīts: 0. Atlicis: 100.")
    expect(page.locator("#q5 select >> nth=0")).to_have_value("c")
    expect(page.locator("#q6 textarea")).to_have_value("Pusē pārtraukts")


def test_refused_questions_are_named_and_the_others_are_saved(page: Page, installation, survey) -> None:
    page.fill("#q4 [name='q4-amount:a']", "60")
    page.fill("#q6 textarea", "Laika trūkst")
    page.click("#send")
    expect(page.locator("#state")).to_have_text("Vēl nav saglabāts: Nr. 1, 3")
    expect(page.locator("#q1 .problem")).to_be_focused()
    expect(page.locator("#q4 .problem")).to_be_visible()
    expect(page.locator("#q3 .problem")).to_be_hidden()
    assert stored(installation, survey) == {"q-open": ([], "Laika trūkst")}


def test_page_is_filled_in_by_keyboard_and_comes_again_with_what_an_answer_brought_up(
    page: Page, installation, survey
) -> None:
    page.focus("#q1 input[value=a]")
    page.keyboard.press("Space")
    page.focus("#q3 .amount input >> nth=0")
    page.keyboard.type("100")
    page.keyboard.press("Enter")
    page.focus("#send")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address.endswith("#q2"))
    page.fill("#q2 textarea", "Tāpēc")
    page.click("#send")
    page.wait_for_url(lambda address: address.endswith("?q=7"))
    assert stored(installation, survey) == {
        "q-single": (["a"], None),
        "q-points": (["a=100"], None),
        "q-more": ([], "Tāpēc"),
    }


def test_page_goes_out_once_the_connection_is_back(page: Page, installation, survey) -> None:
    page.check("#q1 input[value=b]")
    page.fill("#q6 textarea", "Bez tīkla")
    page.context.set_offline(True)
    page.click("#send")
    expect(page.locator("#state")).to_have_attribute("data-state", "unsent")
    page.context.set_offline(False)
    page.wait_for_url(lambda address: address.endswith("?q=7"))
    assert stored(installation, survey) == {"q-single": (["b"], None), "q-open": ([], "Bez tīkla")}
