"""What participants write for one another, as a browser without script meets it."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from survey_engine.collect.models import Mode, Session
from survey_engine.design.kinds import Question
from survey_engine.workbench import Workbench
from tests.factories import audience, ideas, make_session, make_study, make_version, statements
from tests.participant.conftest import browser, hidden, join

KINDS: dict[str, Question] = {"statements": statements(), "ideas": ideas(), "audience": audience()}


def begin(bench: Workbench, kind: str, mode: Mode = Mode.LIVE) -> Session:
    study = make_study(bench)
    room = make_session(bench, study, make_version(bench, study, KINDS[kind]), mode)
    if mode == Mode.LIVE:
        bench.sessions.open_question(room.id, question_id=KINDS[kind].id)
    return room


def post(client: TestClient, room: Session, **fields: str):
    page = client.get(f"/{room.code}").text
    form = {"question": hidden(page, "question"), "client_key": hidden(page, "client_key"), **fields}
    return client.post(f"/{room.code}/answer", data=form)


def said(html: str) -> str:
    found = re.search(r'id="said"[^>]*>([^<]*)<', html)
    return unescape(found.group(1)) if found else ""


def buttons(html: str) -> list[str]:
    return re.findall(r'<button name="choice" value="([^"]+)"', html)


def test_one_statement_is_shown_after_the_other_until_all_are_voted_on(
    client: TestClient, bench: Workbench
) -> None:
    room = begin(bench, "statements")
    join(client, room)
    seen = []
    for _turn in range(2):
        page = client.get(f"/{room.code}").text
        seen.append(said(page))
        assert post(client, room, choice=buttons(page)[0]).status_code == 303
    assert sorted(seen) == ["Apgalvojums a (en)", "Apgalvojums b (en)"]
    assert buttons(client.get(f"/{room.code}").text) == []


def test_vote_can_be_changed_by_its_link(client: TestClient, bench: Workbench) -> None:
    room = begin(bench, "statements")
    join(client, room)
    post(client, room, choice="a=agree")
    page = client.get(f"/{room.code}?s=a").text
    assert said(page) == "Apgalvojums a (en)"
    post(client, room, choice="a=disagree")
    assert bench.results.summary(room.id, "q-statements").rows[0].tally == (0, 1, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_own_text_is_seen_by_its_author_at_once_and_by_others_once_let_through(
    client: TestClient, bench: Workbench, kind: str
) -> None:
    room, text = begin(bench, kind), "Mans <i>vārds"
    join(client, room)
    post(client, room, text=text)
    with browser() as other:
        join(other, room)
        assert ("Waits for the facilitator." in client.get(f"/{room.code}").text) is True
        assert (text in unescape(other.get(f"/{room.code}").text)) is False
        (waiting,) = bench.moderation.answers(room.id, KINDS[kind].id)
        bench.moderation.let_through(room.id, answer_ids=[waiting.answer.answer_id])
        part = other.get(f"/{room.code}/pool?question={KINDS[kind].id}&s={waiting.answer.answer_id}").json()
        assert (text in unescape(part["html"]), "<i>" in part["html"]) == (True, False)


@pytest.mark.parametrize("kind", KINDS)
def test_own_text_is_taken_back_by_its_button(client: TestClient, bench: Workbench, kind: str) -> None:
    room = begin(bench, kind)
    join(client, room)
    post(client, room, text="Mans vārds")
    post(client, room, text="", entry="1")
    assert bench.moderation.answers(room.id, KINDS[kind].id) == ()
    assert "Mans vārds" not in client.get(f"/{room.code}").text


@pytest.mark.parametrize("kind", KINDS)
def test_refused_text_stays_in_its_field(client: TestClient, bench: Workbench, kind: str) -> None:
    room = begin(bench, kind)
    join(client, room)
    page = post(client, room, text="g" * 1_200)
    assert (page.status_code, "g" * 1_200 in page.text, "too long" in page.text) == (422, True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_survey_stays_at_its_place_after_a_text(client: TestClient, bench: Workbench, kind: str) -> None:
    room = begin(bench, kind, Mode.SURVEY)
    join(client, room)
    sent = post(client, room, text="Mans vārds", next="1")
    assert sent.headers["location"] == f"/{room.code}?q=1"
    page = client.get(f"/{room.code}?q=1").text
    assert ("Mans vārds" in page, hidden(page, "next")) == (True, "1")
    assert "Mans vārds" in client.get(f"/{room.code}?q=end").text


@pytest.mark.parametrize("kind", KINDS)
def test_closed_question_shows_what_one_wrote(client: TestClient, bench: Workbench, kind: str) -> None:
    room = begin(bench, kind)
    join(client, room)
    post(client, room, text="Mans vārds")
    bench.sessions.close_question(room.id, question_id=KINDS[kind].id)
    bench.sessions.show_results(room.id, question_id=KINDS[kind].id)
    assert "Mans vārds" in client.get(f"/{room.code}").text


def test_state_tells_of_a_new_statement_without_drawing_the_page_again(
    client: TestClient, bench: Workbench
) -> None:
    room = begin(bench, "statements")
    join(client, room)
    state = client.get(f"/{room.code}/state").json()
    shown = f"since={state['key']}&results={state['results_key']}&pool={state['pool_key']}"
    assert client.get(f"/{room.code}/state?{shown}").status_code == 204
    post(client, room, text="Mans vārds")
    (waiting,) = bench.moderation.answers(room.id, "q-statements")
    bench.moderation.let_through(room.id, answer_ids=[waiting.answer.answer_id])
    after = client.get(f"/{room.code}/state?{shown}").json()
    assert ("html" in after, after["pool_key"] == state["pool_key"]) == (False, False)
