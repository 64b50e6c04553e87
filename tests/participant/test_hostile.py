"""What somebody sends who is not a browser: refused in words or ignored, never a fault of the server."""

import pytest
from starlette.testclient import TestClient

from survey_engine.collect.models import Session
from survey_engine.workbench import Workbench
from tests.participant.conftest import join

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (JSON, b"[" * 100_000),
        (JSON, b"null"),
        (JSON, b'{"choices": 5}'),
        (JSON, b'{"choices": [{"a": [1]}], "client_key": {}, "question": []}'),
        (JSON, b'{"text": "\\ud800\\u0000", "question": "q-single", "client_key": "12345678"}'),
        (JSON, b"\xff\xfe"),
        (JSON, b'{"text": NaN, "question": 1e999}'),
        (FORM, b"%ff%fe=%ff&choice=%00&question=q-single&client_key=12345678"),
        (FORM, b"&&==&;"),
        (FORM, b"choice=a&" * 1_500),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
        ("text/plain", b"question=q-single"),
        ("", b""),
    ],
)
@pytest.mark.parametrize("path", ["answer", "join", "take-back", "resume", "finish"])
def test_strange_body_is_refused_and_stores_nothing(
    client: TestClient, bench: Workbench, session: Session, path: str, kind: str, body: bytes
) -> None:
    join(client, session)
    answer = client.post(f"/{session.code}/{path}", content=body, headers={"Content-Type": kind})
    assert 400 <= answer.status_code < 500 or (path, answer.status_code) == ("finish", 303)
    assert bench.results.answered(session.id) == 0


@pytest.mark.parametrize("q", ["²", "9" * 5_000, "-1", "0", "end", "../x", "%00", "1e3", "١"])
def test_strange_place_in_a_survey_leads_somewhere(client: TestClient, survey: Session, q: str) -> None:
    join(client, survey)
    assert client.get(f"/{survey.code}", params={"q": q}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/%F0%9F%98%80",
        "/<script>",
        "/?code=%00",
        "/?code=²²²²²²",
        "/" + "A" * 5_000,
        "/take-back?lang=%00",
    ],
)
def test_strange_address_is_no_fault(client: TestClient, path: str) -> None:
    assert client.get(path).status_code < 500


@pytest.mark.parametrize("origin", ["http://[", "null", "file://", "http://evil.example:99999999"])
def test_strange_origin_is_refused(client: TestClient, session: Session, origin: str) -> None:
    assert client.post(f"/{session.code}/join", headers={"Origin": origin}).status_code == 403


def test_address_typed_wrongly_is_shown_as_text_and_not_as_markup(client: TestClient) -> None:
    assert "<script>alert" not in client.get("/", params={"code": "<script>alert(1)</script>"}).text


def test_take_back_code_is_found_by_its_own_browser_while_somebody_else_guesses(
    client: TestClient, session: Session
) -> None:
    code = join(client, session)
    for _number in range(20):
        client.post("/take-back", data={"code": session.code, "take_back_code": "nē-nav-000"})
    taken = client.post(f"/{session.code}/take-back", data={"take_back_code": code})
    assert taken.status_code == 200
