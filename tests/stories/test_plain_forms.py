"""A participant whose browser runs no script: plain forms carry everything."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_session, make_study, make_version, open_text, single
from tests.stories.conftest import Device
from tests.stories.installations import House, answers_in
from tests.stories.people import PHONE, Participant

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_the_participants_page_works_without_javascript(house: House, device: Device) -> None:
    study = make_study(house.bench, house.facilitator.account)
    session = make_session(house.bench, study, make_version(house.bench, study, single(), open_text()))
    person = Participant(device(*PHONE, java_script_enabled=False).new_page())
    person.join(house.address, session.code, "Dome un darbinieki")
    person.is_at(person.say("Please wait a moment"))

    house.bench.sessions.open_question(session.id, question_id="q-single")
    # Without a script the waiting page looks again by itself.
    person.is_at("Ko izvēlaties?")
    person.choose("Izvēle a")
    person.press("Send answer")
    person.is_saved()
    person.choose("Izvēle c")
    person.press("Change answer")
    person.is_saved()
    expect(person.page.get_by_label("Izvēle c", exact=True)).to_be_checked()

    house.bench.sessions.open_question(session.id, question_id="q-open")
    person.follow("Show what is on now")
    person.is_at("Kas traucē sadarboties?")
    person.words.fill("Pirmā doma")
    person.press("Send answer")
    person.is_saved()
    person.words.fill("Otrā doma,\ndivās rindās")
    person.press("Change answer")
    person.is_saved()
    expect(person.words).to_have_value("Otrā doma,\ndivās rindās")

    current = [(answer.codes, answer.text) for answer in answers_in(house.bench, session.id)]
    assert current == [(["c"], None), ([], "Otrā doma,\ndivās rindās")]
