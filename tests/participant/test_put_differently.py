"""How a question is put to one person: a way to say nothing, an order of its own, a choice beforehand."""

import re

import pytest
from starlette.testclient import TestClient

from survey_engine.collect.models import Mode, Session
from survey_engine.design.kinds import Question
from survey_engine.workbench import Workbench
from tests.factories import (
    criteria,
    date,
    make_session,
    make_study,
    make_version,
    matrix,
    multiple,
    number,
    open_text,
    points,
    ranking,
    scale,
    single,
    statement,
    words,
)
from tests.participant.conftest import browser, join, send

KINDS = (
    single,
    multiple,
    scale,
    matrix,
    criteria,
    ranking,
    points,
    number,
    date,
    open_text,
    words,
    statement,
)


def survey_of(bench: Workbench, *questions: Question) -> Session:
    study = make_study(bench)
    return make_session(bench, study, make_version(bench, study, *questions), Mode.SURVEY)


def offered(html: str) -> list[str]:
    return re.findall(r'name="choice" value="([^"]+)"', html)


@pytest.mark.parametrize("question", [kind("q") for kind in KINDS])
def test_preferring_not_to_say_is_offered_taken_and_shown_in_words(
    client: TestClient, bench: Workbench, question: Question
) -> None:
    session = survey_of(bench, question.model_copy(update={"decline": True, "required": True}))
    join(client, session)
    page = client.get(f"/{session.code}?q=1").text
    sent = send(client, session, "q", choice="declined", next="end")
    review = client.get(f"/{session.code}?q=end").text
    again = client.get(f"/{session.code}?q=1")
    assert (again.status_code, offered(page)[-1], sent.status_code) == (200, "declined", 303)
    assert "<b>Prefer not to say</b>" in review


def test_each_person_sees_an_order_of_their_own_and_keeps_it(client: TestClient, bench: Workbench) -> None:
    session = survey_of(bench, single("q", "abcdefgh").model_copy(update={"shuffle": True}))
    seen = []
    for person in (client, browser(), browser(), browser()):
        join(person, session)
        first, again = (offered(person.get(f"/{session.code}?q=1").text) for _time in range(2))
        assert first == again
        seen.append("".join(first))
    assert ({"".join(sorted(order)) for order in seen}, len(set(seen)) > 1) == ({"abcdefgh"}, True)


def test_choice_beforehand_is_no_answer_until_it_is_sent(client: TestClient, bench: Workbench) -> None:
    session = survey_of(bench, single("q").model_copy(update={"default": ("b",)}))
    join(client, session)
    page = client.get(f"/{session.code}?q=1").text
    review = client.get(f"/{session.code}?q=end").text
    assert ('value="b" checked' in page, "not answered" in review) == (True, True)
