"""The door: signing in and out, the first account, and what nobody gets past."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from survey_engine.accounts import STUDIO_COOKIE, Account
from survey_engine.workbench import Workbench
from tests.conftest import PASSWORD


def sign_in(client: TestClient, account: Account, password: str = PASSWORD, **fields: str):
    return client.post("/sign-in", data={"email": account.email, "password": password, **fields})


def test_right_password_leads_to_the_studio_with_a_cookie_that_no_script_reads(
    client: TestClient, account: Account
) -> None:
    answer = sign_in(client, account)
    assert (answer.status_code, answer.headers["location"]) == (303, "/studio/")
    cookie = answer.headers["set-cookie"]
    assert [part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Secure")] == [
        True,
        True,
        True,
        False,
    ]


def test_cookie_is_secure_where_the_public_address_is(
    client: TestClient, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BALSIS_PUBLIC_URL", "https://balsis.example.org")
    assert "Secure" in sign_in(client, account).headers["set-cookie"]


def test_wrong_password_stays_at_the_door_and_keeps_the_email(client: TestClient, account: Account) -> None:
    answer = sign_in(client, account, password="wrong")
    assert (answer.status_code, "set-cookie" in answer.headers) == (422, False)
    assert f'value="{account.email}"' in answer.text


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/studio/\\evil", "javascript:alert(1)"],
)
def test_signing_in_never_leads_away_from_here(client: TestClient, account: Account, wanted: str) -> None:
    assert sign_in(client, account, next=wanted).headers["location"] == "/studio/"


def test_signing_in_leads_to_the_page_that_was_wanted(client: TestClient, account: Account) -> None:
    assert (
        sign_in(client, account, next="/studio/words?study=a").headers["location"] == "/studio/words?study=a"
    )


def test_link_alone_signs_nobody_out(client: TestClient, account: Account) -> None:
    sign_in(client, account)
    client.get("/sign-out")
    assert client.get("/sign-in").headers["location"] == "/studio/"


def test_signing_out_ends_the_cookie_that_somebody_kept(client: TestClient, account: Account) -> None:
    kept = sign_in(client, account).cookies[STUDIO_COOKIE]
    client.post("/sign-out")
    client.cookies.set(STUDIO_COOKIE, kept)
    assert client.get("/sign-in").status_code == 200


def test_one_time_link_creates_an_account_once(client: TestClient, bench: Workbench) -> None:
    token = bench.accounts.invite()
    form = {"token": token, "email": "a@example.org", "name": "A", "password": PASSWORD}
    assert 'name="token"' in client.get(f"/first-account?token={token}").text
    assert client.post("/first-account", data=form).headers["location"] == "/studio/"
    assert client.get(f"/first-account?token={token}").status_code == 404
    assert client.post("/first-account", data={**form, "email": "b@example.org"}).status_code == 422


def test_address_with_the_link_is_told_to_no_other_site(client: TestClient, bench: Workbench) -> None:
    answer = client.get(f"/first-account?token={bench.accounts.invite()}")
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/first-account", "/take-back", "/AAAAAA/join"])
def test_form_from_another_site_is_refused(client: TestClient, path: str) -> None:
    assert client.post(path, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_form_from_our_own_page_is_taken(client: TestClient, account: Account) -> None:
    form = {"email": account.email, "password": PASSWORD}
    answer = client.post("/sign-in", data=form, headers={"Origin": "http://balsis.test"})
    assert answer.status_code == 303


def test_form_from_the_public_address_is_taken_behind_a_proxy(
    client: TestClient, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BALSIS_PUBLIC_URL", "https://balsis.example.org")
    form = {"email": account.email, "password": PASSWORD}
    answer = client.post("/sign-in", data=form, headers={"Origin": "https://balsis.example.org"})
    assert answer.status_code == 303


@pytest.mark.parametrize("path", ["/", "/sign-in", "/sign-out", "/first-account", "/take-back"])
def test_pages_at_the_root_are_framed_by_nobody_and_load_nothing_from_elsewhere(
    client: TestClient, path: str
) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert ("frame-ancestors 'none'" in policy, "default-src 'none'" in policy) == (True, True)


@pytest.mark.parametrize(
    "path",
    [
        "/studio/",
        "/studio/words?study=x",
        "/studio/_stcore/host-config",
        "/studio/media/x",
        "/Studio/",
        "/_stcore/x",
    ],
)
def test_studio_is_closed_to_whoever_is_not_signed_in(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 401


def test_page_that_was_wanted_is_kept_for_after_signing_in(client: TestClient) -> None:
    answer = client.get("/studio/words?study=x", headers={"Accept": "text/html"})
    assert answer.headers["location"] == "/sign-in?next=%2Fstudio%2Fwords%3Fstudy%3Dx"


def test_forged_cookie_opens_nothing(client: TestClient) -> None:
    client.cookies.set(STUDIO_COOKIE, "forged")
    assert client.get("/studio/").status_code == 401


def test_valid_cookie_gets_past_the_guard(client: TestClient, account: Account) -> None:
    sign_in(client, account)
    # Nothing of Streamlit runs here: what is past the guard is simply not found.
    assert client.get("/studio/words").status_code == 404


def test_language_of_the_door_is_remembered(client: TestClient) -> None:
    client.get("/sign-in?lang=lv")
    assert '<html lang="lv">' in client.get("/sign-in").text


def test_strange_cookie_beside_ours_locks_nobody_out(client: TestClient, account: Account) -> None:
    kept = sign_in(client, account).cookies[STUDIO_COOKIE]
    client.cookies.clear()
    answer = client.get("/studio/words", headers={"Cookie": f"a[b]={{}}; {STUDIO_COOKIE}={kept}; c(d)"})
    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/studio/", "/studio/words", "/studio/media/x.csv", "/studio"])
def test_studio_calls_no_other_machine_is_kept_nowhere_and_framed_by_nobody_else(
    client: TestClient, path: str
) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert (headers["cache-control"], headers["x-frame-options"]) == ("no-store", "SAMEORIGIN")
    assert ("default-src 'self'" in policy, "http" in policy, "*" in policy) == (True, False, False)


@pytest.mark.parametrize("path", ["/studio/_stcore/upload_file/a/b", "/studio/"])
def test_upload_from_another_site_is_refused(client: TestClient, account: Account, path: str) -> None:
    sign_in(client, account)
    assert client.put(path, headers={"Origin": "http://balsis.test:3000"}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "http://balsis.test:3000", "null", "http://["])
def test_socket_opened_by_a_page_of_another_site_is_refused(
    client: TestClient, account: Account, origin: str
) -> None:
    sign_in(client, account)
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        client.websocket_connect("/studio/_stcore/stream", headers={"Origin": origin}),
    ):
        pytest.fail("let in")
    assert refused.value.code == 1008


@pytest.mark.parametrize(
    "path", ["/sign-in", "/first-account", "/take-back", "/AAAAAA/join", "/AAAAAA/answer"]
)
def test_endless_form_is_refused_as_soon_as_it_is_announced(client: TestClient, path: str) -> None:
    assert client.post(path, data={"email": "a" * 2_000_000}).status_code == 413


def test_endless_form_is_refused_where_nobody_said_how_long_it_is(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        for _number in range(100):
            yield b"&email=" + b"a" * 50_000

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/sign-in", content=chunks(), headers=headers).status_code == 413
