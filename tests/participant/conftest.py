"""Participants and visitors at the door, over HTTP, without Streamlit and without a browser."""

import re
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from door.guard import guard
from door.routes import door_routes
from door.shield import shield
from participant.routes import participant_routes
from survey_engine.collect.models import Mode, Session
from survey_engine.workbench import Workbench
from tests.factories import (
    make_session,
    make_study,
    make_version,
    multiple,
    open_text,
    scale,
    single,
    statement,
    words,
)

ADDRESS = "http://balsis.test"


@pytest.fixture
def client(bench: Workbench) -> Iterator[TestClient]:
    """A browser that follows no redirects by itself."""
    with browser() as opened:
        yield opened


def browser() -> TestClient:
    """Return one more browser, with cookies of its own."""
    app = Starlette(routes=[*door_routes(), *participant_routes()], middleware=[shield(), guard()])
    return TestClient(app, base_url=ADDRESS, follow_redirects=False, headers={"Accept-Language": "en"})


@pytest.fixture
def session(bench: Workbench) -> Session:
    """A live session with one question of each kind; the single choice is open."""
    study = make_study(bench, information={"lv": "Par sadarbību", "ru": "О сотрудничестве"})
    questions = single(), multiple(), scale(), open_text(), words(), statement()
    session = make_session(bench, study, make_version(bench, study, *questions))
    bench.sessions.open_question(session.id, question_id="q-single")
    return session


@pytest.fixture
def survey(bench: Workbench) -> Session:
    """A survey of an optional open question and a required choice."""
    study = make_study(bench)
    required = single().model_copy(update={"required": True})
    return make_session(bench, study, make_version(bench, study, open_text(), required), Mode.SURVEY)


def join(client: TestClient, session: Session, group: str = "ngo") -> str:
    """Join a session as a browser does; return the take-back code that it shows."""
    form = {"group": group, "consent": "yes", "language": "en"}
    answer = client.post(f"/{session.code}/join", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{session.code}/welcome")
    return re.search(r'class="token">([^<]+)<', client.get(f"/{session.code}/welcome").text).group(1)


def hidden(html: str, name: str) -> str:
    """Return the value of a hidden field of a form."""
    return re.search(rf'name="{name}" value="([^"]*)"', html).group(1)


def send(client: TestClient, session: Session, question: str, **fields: object):
    """Send the form of a question as a browser without script does."""
    page = client.get(f"/{session.code}").text
    form = {"question": question, "client_key": hidden(page, "client_key"), **fields}
    return client.post(f"/{session.code}/answer", data=form)
