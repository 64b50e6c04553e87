"""The server is killed in the middle of a session and started again: nothing that was sent is lost or doubled."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from survey_engine.collect.models import Session
from tests.factories import make_session, make_study, make_version, open_text, single
from tests.stories.conftest import Device
from tests.stories.installations import House, answers_in, housed
from tests.stories.people import LAPTOP, PHONE, Participant, Studio
from tools.serving import Served, start, stop

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PEOPLE = 6
EARLIER, LATER = "Pirms strāvas pārrāvuma: {n}", "Pēc strāvas pārrāvuma, divās\nrindās: {n}"
NOTE = "Pierakstīts, kamēr nekā nebija."


def test_a_restart_of_the_server_loses_nothing(device: Device, tmp_path: Path) -> None:
    with housed(tmp_path) as house:
        session = open_room(house)
        people = [enter(device, house, session) for _ in range(PEOPLE)]
        notebook = Studio(device(*LAPTOP).new_page())
        house.sign_in(notebook.page.context)
        notebook.go(house.page("notes", study=session.study_id, session=session.id))
        for number, person in enumerate(people):
            person.words.fill(EARLIER.format(n=number))
            person.send()
        write_while_it_dies(people, house.served)
        notebook.field("What was said").fill(NOTE)
        notebook.field("What was said").press("Control+Enter")
        served = start(tmp_path, port=house.served.port)
        try:
            everything_arrives(people, notebook, house, session)
        finally:
            stop(served)


def open_room(house: House) -> Session:
    """Open a question for answers in one's own words."""
    study = make_study(house.bench, house.facilitator.account)
    session = make_session(house.bench, study, make_version(house.bench, study, open_text(), single()))
    house.bench.sessions.open_question(session.id, question_id="q-open")
    return session


def enter(device: Device, house: House, session: Session) -> Participant:
    """Let one more person into the room, on a phone of their own."""
    joined = house.bench.room.join(session.code, group_key="ngo", language="lv", consent=True)
    phone = device(*PHONE)
    cookie = {"name": "balsis_room", "value": joined.secret, "url": house.address + session.code}
    phone.add_cookies([cookie])
    person = Participant(phone.new_page())
    person.page.goto(house.address + session.code)
    return person


def write_while_it_dies(people: list[Participant], served: Served) -> None:
    """Half of the people change their answer just as the server is killed, the others while it is away."""
    for number, person in enumerate(people):
        person.words.fill(LATER.format(n=number))
    for person in people[: PEOPLE // 2]:
        person.press("Change answer")
    stop(served, kill=True)
    for person in people[PEOPLE // 2 :]:
        person.press("Change answer")
        person.is_unsent("Not yet sent; trying again")


def everything_arrives(people: list[Participant], notebook: Studio, house: House, session: Session) -> None:
    """Every outbox drains by itself; each answer, the one before it and the note are there exactly once."""
    for number, person in enumerate(people):
        person.is_saved()
        expect(person.words).to_have_value(LATER.format(n=number))
        waiting = "Object.keys(localStorage).filter(name => name.endsWith(':outbox'))"
        assert person.page.evaluate(waiting) == []
    notebook.sees(NOTE)
    said = sorted(answer.text or "" for answer in answers_in(house.bench, session.id, only_current=False))
    wanted = [text.format(n=number) for text in (EARLIER, LATER) for number in range(PEOPLE)]
    assert said == sorted([*wanted, NOTE])
    current = sorted(answer.text or "" for answer in answers_in(house.bench, session.id))
    assert current == sorted([*(LATER.format(n=number) for number in range(PEOPLE)), NOTE])
