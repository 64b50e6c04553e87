"""Kinds of question answered as a browser without script answers them, and shown again as they were stored."""

import re
from html import unescape

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from survey_engine.collect.models import AnswerValue, Session
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.choice import ShownAs
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench import Workbench
from tests.factories import (
    criteria,
    make_session,
    make_study,
    make_version,
    matrix,
    multiple,
    position,
    ranking,
    scale,
    single,
    yesno,
)
from tests.participant.conftest import join, send

CHOICE = single("q-choice").model_copy(update={"other": True, "shown_as": ShownAs.SEARCH})
SEVERAL = multiple("q-several").model_copy(update={"other": True, "none": True})
NAMED = scale("q-named").model_copy(
    update={"shown_as": PointsShown.NAMES, "between": {"lv": "Drīzāk slikti\nViduvēji\nDrīzāk labi"}}
)
STARS = scale("q-stars").model_copy(update={"shown_as": PointsShown.STARS})
QUESTIONS: tuple[Question, ...] = (
    CHOICE,
    SEVERAL,
    yesno(),
    NAMED,
    STARS,
    matrix(),
    criteria(),
    position(),
    ranking(),
)
ANSWERED = [
    ("q-choice", {"choice": "other", "text": " Cits <b>ceļš"}, ("other",), " Cits <b>ceļš"),
    ("q-choice", {"text": "Tikai vārdi"}, ("other",), "Tikai vārdi"),
    ("q-choice", {"choice": "b", "text": ""}, ("b",), None),
    ("q-several", {"choice": ["a", "other"], "text": "un vēl"}, ("a", "other"), "un vēl"),
    ("q-several", {"choice": "none", "text": ""}, ("none",), None),
    ("q-yesno", {"choice": "no"}, ("no",), None),
    ("q-named", {"choice": "3"}, ("3",), None),
    ("q-matrix", {"choice:b": "b=2", "choice:a": "a=cant_say"}, ("a=cant_say", "b=2"), None),
    (
        "q-criteria",
        {"choice:b/c2": "b/c2=1", "choice:a/c1": "a/c1=cant_say"},
        ("a/c1=cant_say", "b/c2=1"),
        None,
    ),
    ("q-position", {"place:b:x": "0", "place:b:y": "10", "place:a:x": ""}, ("b=0,10",), None),
    ("q-ranking", {"choice:1": "c", "choice:2": "", "choice:3": "a"}, ("c", "a"), None),
    ("q-stars", {"choice": "4"}, ("4",), None),
]
REFUSED = [
    ("q-ranking", {"choice:1": "c", "choice:2": "c", "choice:3": ""}, "Choose each only once"),
    ("q-position", {"place:b:x": "7", "place:b:y": ""}, "along one axis only"),
    ("q-choice", {"choice": "b", "text": "Cits ceļš"}, "Choose “Other”, or clear"),
    ("q-several", {"choice": ["a", "none"], "text": ""}, "Take “None of these” away"),
]


@pytest.fixture
def room(bench: Workbench) -> Session:
    study = make_study(bench)
    return make_session(bench, study, make_version(bench, study, *QUESTIONS))


def opened(client: TestClient, room: Session, bench: Workbench, question: str) -> None:
    join(client, room)
    bench.sessions.open_question(room.id, question_id=question)


@pytest.mark.parametrize(("question", "fields", "codes", "text"), ANSWERED)
def test_plain_form_is_stored_and_stands_in_the_form_again(
    client: TestClient, room: Session, bench: Workbench, question: str, fields: dict, codes: tuple, text: str
) -> None:
    opened(client, room, bench, question)
    assert send(client, room, question, **fields).status_code == 303
    with bench.database.reading() as transaction:
        (row,) = transaction.exec(select(AnswerRow))
        assert AnswerValue(codes=tuple(row.codes), text=row.text) == AnswerValue(codes=codes, text=text)
    shown, words = filled(client.get(f"/{room.code}").text)
    assert (shown, words) == ([half for code in codes for half in halves(code)], text or "")


@pytest.mark.parametrize(("question", "fields", "why"), REFUSED)
def test_refused_form_says_why_and_keeps_what_was_entered(
    client: TestClient, room: Session, bench: Workbench, question: str, fields: dict, why: str
) -> None:
    opened(client, room, bench, question)
    answer = send(client, room, question, **fields)
    assert why in unescape(answer.text)
    chosen = [code for name, sent in fields.items() if name != "text" for code in listed(sent) if code]
    assert filled(answer.text) == (chosen, fields.get("text", ""))


@pytest.mark.parametrize(("question", "fields", "codes", "text"), ANSWERED)
def test_closed_question_still_shows_what_one_answered(
    client: TestClient, room: Session, bench: Workbench, question: str, fields: dict, codes: tuple, text: str
) -> None:
    opened(client, room, bench, question)
    send(client, room, question, **fields)
    bench.sessions.show_results(room.id, question_id=question)
    bench.sessions.close_question(room.id, question_id=question)
    html = client.get(f"/{room.code}").text
    own = unescape(re.search(r'class="own".*?</section>', html, re.S).group())
    assert (text or "") in own
    assert own.count("<li>") == len(codes)


def test_words_beside_other_are_not_shown_to_the_room(
    client: TestClient, room: Session, bench: Workbench
) -> None:
    opened(client, room, bench, "q-choice")
    send(client, room, "q-choice", choice="other", text="tikai vadītājam")
    bench.sessions.show_results(room.id, question_id="q-choice")
    screen = bench.sessions.screen(room.id)
    assert (screen.summary.people, screen.summary.others) == (1, ())
    assert [one.text for one in bench.results.summary(room.id, "q-choice").others] == ["tikai vadītājam"]


def halves(code: str) -> list[str]:
    """Return what stands in the fields for a code: the place along each axis, or the code itself."""
    return code.partition("=")[2].split(",") if "," in code else [code]


def listed(sent: str | list[str]) -> list[str]:
    return [sent] if isinstance(sent, str) else sent


def filled(html: str) -> tuple[list[str], str]:
    """Return the codes and the words that stand in the form of a page."""
    form = re.search(r'<form method="post" action="/\w+/answer".*?</form>', html, re.S).group()
    ticked = [
        re.search(r'value="([^"]*)"', tag).group(1)
        for tag in re.findall(r"<(?:input|option)[^>]*>", form)
        if " checked" in tag or " selected" in tag
    ]
    text = re.search(r'<input name="text"[^>]*? value="([^"]*)"', form)
    return [unescape(code) for code in ticked], unescape(text.group(1)) if text else ""
