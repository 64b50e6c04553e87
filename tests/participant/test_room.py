"""A participant's way through a session with plain forms, and the same by the page's script."""

import gzip
import json

import pytest
from sqlmodel import col, select
from starlette.testclient import TestClient

from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.ids import new_id
from survey_engine.storage.tables import AnswerRow, ParticipantRow
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, open_text, single
from tests.participant.conftest import browser, hidden, join, send

JSON = {"Accept": "application/json"}
CONTENT = {"Content-Type": "application/json"}


def stored(bench: Workbench) -> list[AnswerRow]:
    with bench.database.reading() as transaction:
        return list(transaction.exec(select(AnswerRow).order_by(col(AnswerRow.said_at))))


def post(client: TestClient, session: Session, **fields: object):
    content = {"client_key": new_id(), **fields}
    return client.post(f"/{session.code}/answer", content=json.dumps(content), headers={**JSON, **CONTENT})


def test_code_in_small_letters_with_spaces_leads_to_the_session(client: TestClient, session: Session) -> None:
    answer = client.get("/", params={"code": f" {session.code[:3].lower()} {session.code[3:]}"})
    assert answer.headers["location"] == f"/{session.code}"


def test_address_in_small_letters_leads_to_the_session(client: TestClient, session: Session) -> None:
    assert client.get(f"/{session.code.lower()}").headers["location"] == f"/{session.code}"


def test_unknown_code_is_answered_in_words_and_escaped(client: TestClient) -> None:
    answer = client.get("/", params={"code": "<b>x"})
    assert answer.status_code == 404
    assert ("no session with the code" in answer.text, "<b>x" in answer.text) == (True, False)


def test_newcomer_reads_what_the_study_tells_before_anything_is_asked(
    client: TestClient, session: Session
) -> None:
    page = client.get(f"/{session.code}").text
    assert ("Par sadarbību" in page, "Ko izvēlaties?" in page) == (True, False)


def test_joining_without_consent_says_what_is_missing_and_keeps_the_group(
    client: TestClient, session: Session
) -> None:
    answer = client.post(f"/{session.code}/join", data={"group": "council"})
    assert answer.status_code == 422
    assert ("Tick the box" in answer.text, 'value="council" required checked' in answer.text) == (True, True)


def test_cookie_counts_for_one_session_and_no_script_reads_it(client: TestClient, session: Session) -> None:
    form = {"group": "ngo", "consent": "yes", "language": "lv"}
    cookies = client.post(f"/{session.code}/join", data=form).headers.get_list("set-cookie")
    room = next(cookie for cookie in cookies if cookie.startswith("balsis_room="))
    assert [part in room for part in ("HttpOnly", "SameSite=lax", f"Path=/{session.code};")] == [True] * 3


def test_reopened_browser_is_the_same_participant(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    code = join(client, session)
    page = client.get(f"/{session.code}").text
    assert code in page
    with bench.database.reading() as transaction:
        assert len(transaction.exec(select(ParticipantRow)).all()) == 1


def test_answer_by_a_plain_form_is_stored_and_shown_as_saved(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    answer = send(client, session, "q-single", choice="b")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{session.code}")
    page = client.get(f"/{session.code}").text
    assert ('data-state="saved"' in page, 'value="b" checked' in page) == (True, True)
    assert [row.codes for row in stored(bench)] == [["b"]]


def test_form_sent_twice_is_stored_once(client: TestClient, session: Session, bench: Workbench) -> None:
    join(client, session)
    key = hidden(client.get(f"/{session.code}").text, "client_key")
    form = {"question": "q-single", "client_key": key, "choice": "a"}
    statuses = [client.post(f"/{session.code}/answer", data=form).status_code for _ in range(2)]
    assert (statuses, len(stored(bench))) == ([303, 303], 1)


@pytest.mark.parametrize(
    ("question", "fields", "expected"),
    [
        ("q-multiple", {"choice": ["a", "c"]}, AnswerValue(codes=("a", "c"))),
        ("q-scale", {"choice": "4"}, AnswerValue(codes=("4",))),
        ("q-scale", {"choice": "cant_say"}, AnswerValue(codes=("cant_say",))),
        ("q-statement", {"choice": "pass"}, AnswerValue(codes=("pass",))),
        ("q-words", {"word": ["laiks", "", "nauda"]}, AnswerValue(text="laiks\nnauda")),
        ("q-open", {"text": "Pirmā\r\nOtrā"}, AnswerValue(text="Pirmā\nOtrā")),
        ("q-open", {"text": "  =2+2 <b>👩‍👩‍👧 \u200b"}, AnswerValue(text="  =2+2 <b>👩‍👩‍👧 \u200b")),
    ],
)
def test_every_kind_can_be_answered_by_a_plain_form(
    client: TestClient,
    session: Session,
    bench: Workbench,
    question: str,
    fields: dict[str, object],
    expected: AnswerValue,
) -> None:
    join(client, session)
    bench.sessions.open_question(session.id, question_id=question)
    assert send(client, session, question, **fields).status_code == 303
    (row,) = stored(bench)
    assert AnswerValue(codes=tuple(row.codes), text=row.text) == expected


def test_script_gets_an_acknowledgement_and_its_words_are_kept_to_the_character(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    text = "a\r\nb\rc\n\ttab e\u0301 \ufeff👍🏽"
    answer = post(client, session, question="q-open", text=text)
    assert (answer.status_code, answer.json()["repeated"]) == (200, False)
    assert [row.text for row in stored(bench)] == [text]


def test_half_a_surrogate_pair_becomes_a_replacement_character(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    post(client, session, question="q-open", text="pus\ud83d")
    assert [row.text for row in stored(bench)] == ["pus\ufffd"]


@pytest.mark.parametrize("body", ["", "[]", "{", '{"choices": "a"}', '{"text": 3}', "null"])
def test_nonsense_from_a_script_is_refused_in_words(client: TestClient, session: Session, body: str) -> None:
    join(client, session)
    answer = client.post(f"/{session.code}/answer", content=body, headers={**JSON, **CONTENT})
    assert (answer.status_code, answer.json()["problem"]) == (422, "submission-unfit")


def test_far_too_large_a_body_is_refused(client: TestClient, session: Session) -> None:
    join(client, session)
    assert post(client, session, question="q-single", text="x" * 300_000).status_code == 422


def test_question_that_is_shown_before_it_opens_is_not_called_closed(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    bench.sessions.go_to(session.id, question_id="q-open")
    page = client.get(f"/{session.code}").text
    assert ("opens shortly" in page, "is closed" in page, "did not answer" in page) == (True, False, False)


def test_closed_question_is_refused_and_what_was_typed_stays_on_the_page(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    page = client.get(f"/{session.code}").text
    bench.sessions.close_question(session.id, question_id="q-open")
    form = {"question": "q-open", "client_key": hidden(page, "client_key"), "text": "Gandrīz paspēju <i>"}
    answer = client.post(f"/{session.code}/answer", data=form)
    assert (answer.status_code, stored(bench)) == (409, [])
    assert ("Gandrīz paspēju &lt;i&gt;" in answer.text, "This question is closed" in answer.text) == (
        True,
        True,
    )


def test_newcomer_who_sends_an_answer_is_asked_to_join(client: TestClient, session: Session) -> None:
    answer = client.post(f"/{session.code}/answer", data={"question": "q-single", "choice": "a"})
    assert (answer.status_code, 'name="consent"' in answer.text) == (401, True)


def test_too_long_a_text_is_refused_whole_and_never_cut(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    answer = post(client, session, question="q-open", text="ā" * 2_001)
    assert (answer.status_code, answer.json()["problem"], stored(bench)) == (422, "text-too-long", [])


def test_participants_words_are_never_markup(client: TestClient, session: Session, bench: Workbench) -> None:
    join(client, session)
    bench.sessions.open_question(session.id, question_id="q-open")
    send(client, session, "q-open", text="</textarea><script>alert(1)</script>")
    bench.sessions.close_question(session.id, question_id="q-open")
    page = client.get(f"/{session.code}").text
    assert ("<script>alert" in page, "&lt;script&gt;alert(1)" in page) == (False, True)


def test_state_is_silent_until_something_changes_on_the_screen(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    page = client.get(f"/{session.code}").text
    key = page.split('data-key="')[1].split('"')[0]
    send(client, session, "q-single", choice="a")
    assert client.get(f"/{session.code}/state?since={key}&results=").status_code == 204
    bench.sessions.open_question(session.id, question_id="q-open")
    changed = client.get(f"/{session.code}/state?since={key}&results=").json()
    assert (changed["question"], changed["open"], 'name="text"' in changed["html"]) == ("q-open", True, True)


def test_results_change_without_touching_the_form(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    bench.sessions.show_results(session.id, question_id="q-single")
    page = client.get(f"/{session.code}").text
    key, results = (page.split(f'data-{name}="')[1].split('"')[0] for name in ("key", "results"))
    send(client, session, "q-single", choice="a")
    changed = client.get(f"/{session.code}/state?since={key}&results={results}").json()
    assert ("html" in changed, "1 person answered" in changed["results_html"]) == (False, True)


def test_state_and_events_are_for_participants_only(client: TestClient, session: Session) -> None:
    assert client.get(f"/{session.code}/state").status_code == 401
    assert client.get(f"/{session.code}/events").status_code == 401


def test_hidden_results_are_nowhere_on_the_page(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    send(client, session, "q-single", choice="a")
    bench.sessions.close_question(session.id, question_id="q-single")
    before = client.get(f"/{session.code}").text
    bench.sessions.show_results(session.id, question_id="q-single")
    after = client.get(f"/{session.code}").text
    assert ("1 person answered" in before, "1 person answered" in after) == (False, True)


def test_two_sessions_do_not_mix(client: TestClient, session: Session, bench: Workbench) -> None:
    study = make_study(bench)
    other = make_session(bench, study, make_version(bench, study, single("q-other")))
    join(client, session)
    join(client, other, "council")
    assert send(client, session, "q-single", choice="a").status_code == 303
    assert "q-single" not in client.get(f"/{other.code}").text


def test_page_refreshes_by_itself_only_where_nothing_is_typed(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    asking = client.get(f"/{session.code}").text
    bench.sessions.go_to(session.id, question_id="")
    waiting = client.get(f"/{session.code}").text
    assert ("http-equiv" in asking, "http-equiv" in waiting) == (False, True)


def test_language_changes_at_any_moment_and_missing_texts_say_their_language(
    client: TestClient, session: Session
) -> None:
    join(client, session)
    page = client.get(f"/{session.code}?lang=ru").text
    assert '<html lang="ru">' in page
    assert '<span lang="lv">Ko izvēlaties?</span>' in page
    assert "Izvēle a (ru)" in client.get(f"/{session.code}").text


def test_language_beyond_our_own_is_offered_by_its_name_and_taken_from_the_browser(
    client: TestClient, bench: Workbench
) -> None:
    study = make_study(bench, languages=["lv", "uk"])
    asked = open_text().model_copy(update={"text": {"lv": "Kas?", "uk": "Що?"}})
    session = make_session(bench, study, make_version(bench, study, asked))
    bench.sessions.open_question(session.id, question_id=asked.id)
    client.headers["Accept-Language"] = "uk-UA,uk;q=0.9,en;q=0.5"
    language = hidden(client.get(f"/{session.code}").text, "language")
    client.post(f"/{session.code}/join", data={"group": "ngo", "consent": "yes", "language": language})
    page = client.get(f"/{session.code}").text
    assert ('<html lang="uk">' in page, "Що?" in page, 'title="Українська"' in page) == (True, True, True)


def test_first_view_is_small_and_asks_no_other_host(client: TestClient, session: Session) -> None:
    join(client, session)
    for path in ("/", f"/{session.code}", f"/{session.code}/welcome", "/take-back"):
        page = client.get(path)
        assert len(gzip.compress(page.content)) < 50_000
        assert "http://" not in page.text.replace('xmlns="http://www.w3.org', "")
        assert "https://" not in page.text


def test_ended_session_thanks_its_people(client: TestClient, session: Session, bench: Workbench) -> None:
    join(client, session)
    bench.sessions.end(session.id)
    assert "The session has ended." in client.get(f"/{session.code}").text


def test_session_for_notes_has_nothing_to_join(client: TestClient, bench: Workbench) -> None:
    session = make_session(bench, make_study(bench), mode=Mode.RECORD)
    assert 'name="consent"' not in client.get(f"/{session.code}").text


def test_taking_back_erases_and_lets_the_browser_forget(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    code = join(client, session)
    send(client, session, "q-single", choice="a")
    assert f'value="{code}"' in client.get(f"/{session.code}/take-back").text
    answer = client.post(f"/{session.code}/take-back", data={"take_back_code": code})
    assert ("1 answer was erased" in answer.text, stored(bench)) == (True, [])
    assert f'data-me="{session.code}:1"' in answer.text
    assert 'name="consent"' in client.get(f"/{session.code}").text


def test_answers_are_taken_back_weeks_later_from_any_device(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    code = join(client, session)
    send(client, session, "q-single", choice="a")
    with browser() as library:
        form = {"code": session.code.lower(), "take_back_code": code.lower().replace("-", " ")}
        assert library.post("/take-back", data=form).status_code == 200
    assert stored(bench) == []


def test_wrong_code_erases_nothing_and_says_so(
    client: TestClient, session: Session, bench: Workbench
) -> None:
    join(client, session)
    send(client, session, "q-single", choice="a")
    answer = client.post(f"/{session.code}/take-back", data={"take_back_code": "NAV-NAV-000"})
    assert (answer.status_code, len(stored(bench))) == (422, 1)


def test_survey_goes_question_by_question_and_can_be_handed_in(
    client: TestClient, survey: Session, bench: Workbench
) -> None:
    join(client, survey)
    first = client.get(f"/{survey.code}").text
    form = {"question": "q-open", "client_key": hidden(first, "client_key"), "next": hidden(first, "next")}
    assert client.post(f"/{survey.code}/answer", data={**form, "text": "Lēnām"}).headers["location"] == (
        f"/{survey.code}?q=2"
    )
    left = client.post(f"/{survey.code}/finish")
    assert (left.status_code, "still need an answer: 2" in left.text) == (422, True)
    send(client, survey, "q-single", choice="a")
    assert client.post(f"/{survey.code}/finish").status_code == 303
    assert "handed in" in client.get(f"/{survey.code}").text


def test_survey_comes_back_to_where_it_was_left(client: TestClient, survey: Session) -> None:
    join(client, survey)
    send(client, survey, "q-open", text="Pirmais")
    assert "q-single" in client.get(f"/{survey.code}").text


def test_survey_goes_on_with_another_device_by_the_code(client: TestClient, survey: Session) -> None:
    code = join(client, survey)
    send(client, survey, "q-open", text="Sāku telefonā")
    with browser() as laptop:
        assert laptop.post(f"/{survey.code}/resume", data={"take_back_code": code}).status_code == 303
        assert "Sāku telefonā" in laptop.get(f"/{survey.code}?q=1").text


def test_survey_leads_to_no_other_site(client: TestClient, survey: Session) -> None:
    join(client, survey)
    answer = send(client, survey, "q-open", text="a", next="//evil.example")
    assert answer.headers["location"] == f"/{survey.code}"
