"""A survey over days over HTTP: before it opens, while it closes soon, and afterwards."""

from datetime import UTC, datetime, timedelta

from starlette.testclient import TestClient

from survey_engine.collect.models import Session
from survey_engine.collect.surveys import SurveyPlan
from survey_engine.workbench import Workbench
from tests.participant.conftest import join, send

HOUR = timedelta(hours=1)


def arrange(bench: Workbench, survey: Session, **plan: object) -> None:
    bench.surveys.arrange(survey.id, plan=SurveyPlan(**plan))


def now() -> datetime:
    return datetime.now(UTC)


def test_page_says_when_a_survey_opens_and_has_no_form_yet(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    arrange(bench, survey, opens_at=now() + HOUR)
    page = client.get(f"/{survey.code}").text
    assert ("This survey opens on" in page, f"/{survey.code}/join" in page) == (True, False)


def test_page_says_kindly_that_a_survey_is_closed(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    arrange(bench, survey, closes_at=now() - HOUR)
    page = client.get(f"/{survey.code}").text
    assert ("Thank you for wanting to take part." in page, f"/{survey.code}/join" in page) == (True, False)


def test_person_in_the_middle_is_told_how_long_is_left(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    join(client, survey)
    assert "left</b>" not in client.get(f"/{survey.code}").text
    arrange(bench, survey, closes_at=now() + 5.5 * HOUR)
    assert "<b>5 hours left</b>" in client.get(f"/{survey.code}").text


def test_person_in_the_middle_of_a_survey_that_closed_is_told_what_was_kept(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    join(client, survey)
    send(client, survey, "q-open", text="Pirmais")
    arrange(bench, survey, closes_at=now() - HOUR)
    assert "what you had answered by then is saved and counts" in client.get(f"/{survey.code}").text


def test_whoever_hands_in_is_told_what_happens_next(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    arrange(bench, survey, next_steps={"lv": "Jūnijā <publicēsim>.", "en": "We publish in June."})
    join(client, survey)
    send(client, survey, "q-single", choice="a")
    assert "We publish in June." not in client.get(f"/{survey.code}?q=end").text
    client.post(f"/{survey.code}/finish")
    assert "We publish in June." in client.get(f"/{survey.code}").text
    assert "Jūnijā &lt;publicēsim&gt;." in client.get(f"/{survey.code}?lang=lv").text


def test_answer_sent_after_the_last_moment_is_refused_and_stays_in_view(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    join(client, survey)
    form = {"question": "q-open", "client_key": "a-key-of-mine", "text": "Pēdējā brīdī"}
    arrange(bench, survey, closes_at=now() - HOUR)
    refused = client.post(f"/{survey.code}/answer", data=form)
    assert (refused.status_code, "Pēdējā brīdī" in refused.text) == (409, True)


def hand_in(client: TestClient, survey: Session):
    join(client, survey)
    send(client, survey, "q-single", choice="a")
    return client.post(f"/{survey.code}/finish")


def test_shared_device_shows_the_code_and_goes_back_to_the_start_for_the_next_person(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    arrange(bench, survey, shared_device=True, next_steps={"en": "We publish in June."})
    code = join(client, survey)
    send(client, survey, "q-single", choice="a")
    last = client.post(f"/{survey.code}/finish").text
    assert (f'class="token">{code}<' in last, "We publish in June." in last) == (True, True)
    assert f'content="90;url=/{survey.code}"' in last
    # The script forgets what was typed here.
    assert f'id="forget" data-me="{survey.code}:1"' in last


def test_shared_device_forgets_who_handed_in(client: TestClient, survey: Session, bench: Workbench) -> None:
    arrange(bench, survey, shared_device=True)
    hand_in(client, survey)
    assert [cookie.name for cookie in client.cookies.jar] == []
    assert f'action="/{survey.code}/join"' in client.get(f"/{survey.code}").text
    hand_in(client, survey)
    assert bench.surveys.responses(survey.id, zone=UTC).handed_in == 2


def test_device_of_ones_own_remembers_who_handed_in(client: TestClient, survey: Session) -> None:
    assert hand_in(client, survey).headers["location"] == f"/{survey.code}?q=end"
    assert "handed in" in client.get(f"/{survey.code}").text


def test_group_that_is_full_is_shown_so_and_refused_kindly(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    arrange(bench, survey, quotas={"ngo": 1})
    bench.room.join(survey.code, group_key="ngo", language="lv", consent=True)
    page = client.get(f"/{survey.code}").text
    assert ('value="ngo" required disabled' in page, "full, thank you" in page) == (True, True)
    refused = client.post(f"/{survey.code}/join", data={"group": "ngo", "consent": "yes", "language": "en"})
    assert (refused.status_code, "Thank you for wanting to take part." in refused.text) == (409, True)
