"""Questions that only some people are shown: the way through a survey, and a live room, by plain forms."""

import pytest
from starlette.testclient import TestClient

from survey_engine.collect.models import Mode, Session
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Section
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, open_text, single, yesno
from tests.participant.conftest import join, send

ONLY_A = ShowIf(conditions=(Condition(question="q-single", codes=("a",)),))


@pytest.fixture
def survey(bench: Workbench) -> Session:
    """Whoever chooses a is asked to write; the last question is for everybody."""
    study = make_study(bench)
    writing = open_text().model_copy(update={"show_if": ONLY_A})
    return make_session(bench, study, make_version(bench, study, single(), writing, yesno()), Mode.SURVEY)


@pytest.mark.parametrize(
    ("code", "text", "place"), [("a", "Kas traucē", "2 of 3"), ("b", "Vai nāksiet", "2 of 2")]
)
def test_answer_decides_what_comes_next(
    client: TestClient, survey: Session, code: str, text: str, place: str
) -> None:
    join(client, survey)
    sent = send(client, survey, "q-single", choice=code, next="2")
    page = client.get(sent.headers["location"]).text
    assert (f"{text}" in page, f"Question {place}" in page) == (True, True)


def test_way_back_leaves_out_what_is_not_shown(client: TestClient, survey: Session) -> None:
    join(client, survey)
    send(client, survey, "q-single", choice="b")
    assert f'href="/{survey.code}?q=1"' in client.get(f"/{survey.code}?q=3").text


def test_review_lists_only_what_the_person_is_asked(client: TestClient, survey: Session) -> None:
    join(client, survey)
    send(client, survey, "q-single", choice="b")
    page = client.get(f"/{survey.code}?q=end").text
    assert ("Kas traucē" in page, "Vai nāksiet" in page) == (False, True)


def test_live_question_for_others_says_so_and_takes_no_answer(client: TestClient, bench: Workbench) -> None:
    study = make_study(bench)
    asked = single(), open_text().model_copy(update={"show_if": ONLY_A})
    session = make_session(bench, study, make_version(bench, study, *asked))
    bench.sessions.open_question(session.id, question_id="q-single")
    join(client, session)
    send(client, session, "q-single", choice="b")
    bench.sessions.open_question(session.id, question_id="q-open")
    page = client.get(f"/{session.code}").text
    refused = client.post(
        f"/{session.code}/answer", data={"question": "q-open", "client_key": "k" * 16, "text": "Vārdi"}
    )
    assert ("This question is for others" in page, "<form" in page, refused.status_code) == (True, False, 409)


def test_heading_of_a_section_stands_above_its_first_question_alone(
    client: TestClient, bench: Workbench
) -> None:
    study = make_study(bench)
    inside = [one.model_copy(update={"section": "S"}) for one in (open_text(), yesno())]
    version = make_version(
        bench, study, single(), *inside, sections=(Section(id="S", title={"lv": "Par jums"}),)
    )
    session = make_session(bench, study, version, Mode.SURVEY)
    join(client, session)
    pages = [client.get(f"/{session.code}?q={place}").text for place in (1, 2, 3)]
    assert ["Par jums" in page for page in pages] == [False, True, False]
