"""The real application on a real port: what the guard keeps out, and that the server can stop."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import websockets

from survey_engine.accounts import STUDIO_COOKIE
from survey_engine.collect.models import Session
from survey_engine.settings import Settings
from survey_engine.workbench import Workbench, open_workbench
from tests.conftest import make_account
from tests.factories import make_session, make_study, make_version, single
from tools.serving import Served, serving, stop

SOCKET = "/studio/_stcore/stream"


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    folder = tmp_path_factory.mktemp("served")
    return open_workbench(Settings(folder, f"sqlite:///{folder / 'balsis.db'}")).as_operator()


@pytest.fixture(scope="module")
def served(installation: Workbench) -> Iterator[Served]:
    with serving(installation.settings.folder) as running:
        yield running


def opens(served: Served, cookie: str = "") -> bool:
    """Say whether the studio's WebSocket lets somebody with this cookie in."""

    async def connecting() -> bool:
        headers = {"Cookie": f"{STUDIO_COOKIE}={cookie}"} if cookie else {}
        address = served.url(SOCKET).replace("http", "ws")
        try:
            async with websockets.connect(address, additional_headers=headers):
                return True
        except (websockets.InvalidStatus, websockets.ConnectionClosed):
            return False

    return asyncio.run(connecting())


@pytest.mark.parametrize("cookie", ["", "forged", "a.b.c"])
def test_websocket_is_refused_without_a_valid_cookie(served: Served, cookie: str) -> None:
    assert opens(served, cookie) is False


def test_websocket_opens_for_whoever_is_signed_in(served: Served, installation: Workbench) -> None:
    account = make_account(installation, "a@example.org", "A")
    assert opens(served, installation.accounts.cookie_for(account)) is True


def test_websocket_is_refused_after_signing_out(served: Served, installation: Workbench) -> None:
    account = make_account(installation, "b@example.org", "B")
    cookie = installation.accounts.cookie_for(account)
    installation.accounts.sign_out(account)
    assert opens(served, cookie) is False


@pytest.mark.parametrize(
    "path", ["/studio/", "/studio/words", "/studio/console?session=x", "/studio/_stcore/host-config"]
)
def test_deep_link_as_the_first_request_leads_to_the_door(served: Served, path: str) -> None:
    answer = httpx.get(served.url(path), headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["location"].split("=")[0]) == (303, "/sign-in?next")


@pytest.mark.parametrize(
    "path", ["/_stcore/health", "/_stcore/host-config", "/media/x", "/static/x", "//studio/"]
)
def test_nothing_of_the_studio_answers_beside_its_address(served: Served, path: str) -> None:
    assert httpx.get(served.url(path)).status_code in {401, 404}


def test_file_cannot_be_put_into_the_studio_by_a_stranger(served: Served) -> None:
    answer = httpx.put(served.url("/studio/_stcore/upload_file/x/y"), content=b"x")
    assert answer.status_code == 401


def test_health_is_open_and_says_nothing_else(served: Served) -> None:
    assert httpx.get(served.url("/studio/_stcore/health")).text == "ok"


def test_server_stops_while_pages_listen(tmp_path: Path) -> None:
    bench = open_workbench(Settings(tmp_path, f"sqlite:///{tmp_path / 'balsis.db'}")).as_operator()
    study = make_study(bench)
    session: Session = make_session(bench, study, make_version(bench, study, single()))
    person = bench.room.join(session.code, group_key="ngo", language="lv", consent=True)
    with serving(tmp_path) as running:
        cookies = {"balsis_room": person.secret}
        with httpx.stream("GET", running.url(f"/{session.code}/events"), cookies=cookies) as stream:
            assert next(stream.iter_lines()) == ": still here"
            stop(running)
        # Killed, after ten seconds of waiting, it would be -9.
        assert running.process.returncode in {0, -15}
