"""Amounts answered as a browser without script answers them, and shown again as they were stored."""

import re
from html import unescape

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from survey_engine.collect.models import Mode, Session
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.factories import budget, date, make_session, make_study, make_version, number, points
from tests.participant.conftest import join, send

QUESTIONS = (points(), budget(), number(decimals=1, least=0, most=100), date(latest="2027-01-01"))
ANSWERED = [
    ("q-points", {"amount:a": "30", "amount:b": "", "amount:c": "70"}, ("a=30", "c=70"), ["30", "", "70"]),
    ("q-budget", {"choice": ["a=3000", "c=4000"]}, ("a=3000", "c=4000"), ["a=3000", "c=4000"]),
    ("q-number", {"choice": " 12,5"}, ("12.5",), ["12.5"]),
    ("q-date", {"choice": "2026-11-21"}, ("2026-11-21",), ["2026-11-21"]),
]
REFUSED = [
    ("q-points", {"amount:a": "30", "amount:b": "daudz", "amount:c": ""}, "“daudz” is not a whole number"),
    ("q-points", {"amount:a": "30", "amount:b": "", "amount:c": "60"}, "still to share out: 10"),
    ("q-budget", {"choice": ["b=5000", "c=4000"]}, "1000 too much"),
    ("q-number", {"choice": "101"}, "the highest number is 100"),
    ("q-date", {"choice": "2027-02-01"}, "the last day is 2027-01-01"),
]


@pytest.fixture(params=[Mode.LIVE, Mode.SURVEY])
def room(request: pytest.FixtureRequest, bench: Workbench) -> Session:
    study = make_study(bench)
    return make_session(bench, study, make_version(bench, study, *QUESTIONS), request.param)


def opened(client: TestClient, room: Session, bench: Workbench, question: str) -> str:
    """Open a question and return the address at which it is answered."""
    join(client, room)
    if room.mode == Mode.SURVEY:
        place = [one.id for one in QUESTIONS].index(question) + 1
        return f"/{room.code}?q={place}"
    bench.sessions.open_question(room.id, question_id=question)
    return f"/{room.code}"


@pytest.mark.parametrize(("question", "fields", "codes", "again"), ANSWERED)
def test_plain_form_is_stored_and_stands_in_the_form_again(
    client: TestClient,
    room: Session,
    bench: Workbench,
    question: str,
    fields: dict,
    codes: tuple,
    again: list,
) -> None:
    address = opened(client, room, bench, question)
    assert send(client, room, question, **fields).status_code == 303
    with bench.database.reading() as transaction:
        (row,) = transaction.exec(select(AnswerRow))
        assert (tuple(row.codes), row.text) == (codes, None)
    assert filled(client.get(address).text) == again


@pytest.mark.parametrize(("question", "fields", "why"), REFUSED)
def test_refused_form_says_why_and_keeps_what_was_entered(
    client: TestClient, room: Session, bench: Workbench, question: str, fields: dict, why: str
) -> None:
    opened(client, room, bench, question)
    answer = send(client, room, question, **fields)
    assert why in unescape(answer.text)
    entered = fields.get("choice") or list(fields.values())
    assert filled(answer.text) == ([entered] if isinstance(entered, str) else entered)


@pytest.mark.parametrize(("question", "fields", "codes", "again"), ANSWERED)
def test_review_of_a_survey_says_each_amount(
    client: TestClient, bench: Workbench, question: str, fields: dict, codes: tuple, again: list
) -> None:
    study = make_study(bench)
    survey = make_session(bench, study, make_version(bench, study, *QUESTIONS), Mode.SURVEY)
    join(client, survey)
    send(client, survey, question, **fields)
    html = unescape(client.get(f"/{survey.code}?q=end").text)
    asked = next(one for one in QUESTIONS if one.id == question)
    for code in codes:
        assert asked.label(code)["en"] in html


@pytest.mark.parametrize(
    ("question", "fields", "shown"),
    [
        ("q-points", ANSWERED[0][1], ["mean 30.0, n 1", "mean 70.0, n 1"]),
        (
            "q-budget",
            ANSWERED[1][1],
            ["7,000 of 8,000 EUR would be spent.", "fits the budget", "your answer"],
        ),
        ("q-number", ANSWERED[2][1], ["Median 12.5 km, mean 12.5 km", "12.5 km", "your answer"]),
        ("q-date", ANSWERED[3][1], ["November 21, 2026", "your answer"]),
    ],
)
def test_room_sees_the_result_with_its_n(
    client: TestClient, bench: Workbench, question: str, fields: dict, shown: list
) -> None:
    study = make_study(bench)
    live = make_session(bench, study, make_version(bench, study, *QUESTIONS))
    opened(client, live, bench, question)
    send(client, live, question, **fields)
    bench.sessions.show_results(live.id, question_id=question)
    html = unescape(client.get(f"/{live.code}").text)
    results = html[html.index('id="results"') :]
    assert "1 person answered" in results
    assert [one for one in shown if one not in results] == []


def filled(html: str) -> list[str]:
    """Return what is ticked, or what stands in the fields, of the form on a page."""
    form = re.search(r'<form method="post" action="/\w+/answer".*?</form>', html, re.S).group()
    tags = re.findall(r"<input[^>]*>", form)
    fields = [tag for tag in tags if 'name="amount:' in tag or " checked" in tag]
    fields += [tag for tag in tags if 'name="choice"' in tag and "checkbox" not in tag]
    return [unescape(re.search(r'value="([^"]*)"', tag).group(1)) for tag in fields]
