"""The preview: a participant's real page for facilitators alone, which may be framed and stores nothing."""

import pytest
from starlette.testclient import TestClient

from survey_engine.accounts import STUDIO_COOKIE, Account
from survey_engine.design.models import Questionnaire, Section
from survey_engine.workbench import Workbench
from tests.conftest import make_account
from tests.factories import make_study, open_text, single


@pytest.fixture
def draft(bench: Workbench, account: Account) -> Questionnaire:
    """A questionnaire that nobody has published."""
    study = make_study(bench, account)
    draft = bench.questionnaires.create(study.id, title="Anketa")
    for question in (single(), open_text()):
        draft = bench.questionnaires.add(draft.id, question=question)
    return draft


@pytest.fixture
def facilitator(bench: Workbench, client: TestClient, account: Account) -> TestClient:
    """A browser in which the facilitator is signed in."""
    client.cookies.set(STUDIO_COOKIE, bench.accounts.cookie_for(account))
    return client


def test_facilitator_sees_the_participants_page_of_a_draft(facilitator, draft) -> None:
    page = facilitator.get(f"/preview/{draft.id}?lang=ru")
    assert page.status_code == 200
    assert 'data-question="q-single"' in page.text
    assert f'action="/preview/{draft.id}/answer"' in page.text
    assert '<html lang="ru">' in page.text


def test_preview_may_be_framed_by_our_own_pages_and_by_nobody_else(facilitator, draft) -> None:
    headers = facilitator.get(f"/preview/{draft.id}").headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")


def test_page_of_a_participant_may_still_be_framed_by_nobody(client, session) -> None:
    headers = client.get(f"/{session.code}").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")


def test_stranger_and_colleague_of_another_study_see_no_preview(bench, client, draft) -> None:
    assert client.get(f"/preview/{draft.id}").status_code >= 400
    other = make_account(bench, "cits@example.org", "Cits")
    client.cookies.set(STUDIO_COOKIE, bench.accounts.cookie_for(other))
    page = client.get(f"/preview/{draft.id}")
    assert page.status_code >= 400
    assert "Ko izvēlaties?" not in page.text
    assert client.post(f"/preview/{draft.id}/answer", data={"question": "q-single"}).status_code >= 400


def test_sample_answers_stand_in_the_form(facilitator, draft) -> None:
    assert (
        "checked" not in facilitator.get(f"/preview/{draft.id}").text.split("<script>")[0].split("<form")[1]
    )
    filled = facilitator.get(f"/preview-filled/{draft.id}").text
    assert f'action="/preview-filled/{draft.id}/answer"' in filled
    assert 'value="a" checked' in filled or 'value="b" checked' in filled or 'value="c" checked' in filled


def test_answer_in_a_preview_goes_on_and_is_kept_nowhere(bench, facilitator, draft) -> None:
    sent = {"question": "q-single", "choice": "a", "next": "2", "client_key": "atslēga-1"}
    answer = facilitator.post(f"/preview/{draft.id}/answer", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/preview/{draft.id}?q=2")
    assert bench.files.outgoing(draft.study_id).answers == 0
    assert bench.sessions.of_study(draft.study_id) == ()


def test_answer_that_does_not_fit_is_refused_as_in_earnest(facilitator, draft) -> None:
    sent = {"question": "q-single", "choices": ["nav"], "text": None, "client_key": "atslēga-1"}
    refused = facilitator.post(
        f"/preview/{draft.id}/answer", json=sent, headers={"Accept": "application/json"}
    )
    assert (refused.status_code, refused.json()["problem"]) == (422, "answer-code-unknown")


def test_language_of_a_preview_is_not_the_one_this_browser_joins_in(facilitator, draft) -> None:
    cookies = facilitator.get(f"/preview/{draft.id}?lang=ru").headers.get_list("set-cookie")
    assert [f"Path=/preview/{draft.id}" in cookie for cookie in cookies] == [True]


def test_section_of_one_page_is_checked_and_left_like_a_page(bench, facilitator, draft) -> None:
    bench.sections.add(draft.id, section=Section(id="S", title={"lv": "Lapa"}, one_page=True))
    bench.sections.arrange(draft.id, outline=["S", "q-single", "q-open"])
    page = facilitator.get(f"/preview/{draft.id}").text
    sent = {"q1-question": "q-single", "q1-client_key": "atslēga-1", "q1-choice": "nav"}
    refused = facilitator.post(f"/preview/{draft.id}/page", data=sent)
    passed = facilitator.post(f"/preview/{draft.id}/page", data=sent | {"q1-choice": "a"})
    assert f'action="/preview/{draft.id}/page"' in page
    assert (refused.status_code, refused.headers["X-Frame-Options"]) == (422, "SAMEORIGIN")
    assert (passed.status_code, passed.headers["location"]) == (303, f"/preview/{draft.id}?q=1#q2")
