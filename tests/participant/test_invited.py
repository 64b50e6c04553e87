"""Coming by a one-time link, over HTTP and without a script."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from survey_engine.collect.models import Session
from survey_engine.collect.surveys import SurveyPlan
from survey_engine.workbench import Workbench
from tests.participant.conftest import browser, hidden, send

FORM = {"group": "ngo", "consent": "yes", "language": "en"}


@pytest.fixture
def link(bench: Workbench, survey: Session) -> str:
    bench.surveys.arrange(survey.id, plan=SurveyPlan(by_invitation=True))
    made = bench.surveys.invite(survey.id, name="l", content=b"a@example.org", address=f"/{survey.code}")
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    return row["balsis_link"]


def enter(client: TestClient, survey: Session, link: str) -> None:
    token = hidden(client.get(link).text, "invitation")
    joined = client.post(f"/{survey.code}/join", data=FORM | {"invitation": token})
    assert joined.headers["location"] == f"/{survey.code}/welcome"


def test_survey_for_the_invited_says_so_and_offers_no_form(
    client: TestClient, survey: Session, link: str
) -> None:
    page = client.get(f"/{survey.code}").text
    assert ("got a link of their own" in page, f"/{survey.code}/join" in page) == (True, False)
    assert client.post(f"/{survey.code}/join", data=FORM).status_code == 403


def test_link_lets_one_person_in_and_brings_them_back_on_another_device(
    client: TestClient, survey: Session, link: str
) -> None:
    enter(client, survey, link)
    send(client, survey, "q-open", text="Pirmais")
    with browser() as phone:
        back = phone.get(link)
        assert (back.status_code, back.headers["location"]) == (303, f"/{survey.code}")
        assert "Pirmais" in phone.get(f"/{survey.code}?q=1").text


def test_link_that_was_used_up_says_so_kindly(client: TestClient, survey: Session, link: str) -> None:
    enter(client, survey, link)
    send(client, survey, "q-single", choice="a")
    client.post(f"/{survey.code}/finish")
    assert "handed in" in client.get(f"/{survey.code}").text
    with browser() as other:
        page = other.get(link)
        assert (page.status_code, "This link has been used" in page.text) == (409, True)
        assert f"/{survey.code}/join" not in page.text


def test_link_that_nobody_got_opens_nothing(client: TestClient, survey: Session, link: str) -> None:
    page = client.get(f"/{survey.code}/i/guessed")
    assert (page.status_code, "Nobody was invited with this link" in page.text) == (404, True)


def test_form_that_is_refused_keeps_the_link(client: TestClient, survey: Session, link: str) -> None:
    token = hidden(client.get(link).text, "invitation")
    again = client.post(f"/{survey.code}/join", data={"group": "ngo", "invitation": token})
    assert (again.status_code, hidden(again.text, "invitation")) == (422, token)
