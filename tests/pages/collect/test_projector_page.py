"""The projector: everything that the room may see, and nothing else."""

import json

import pytest

from pages.ui.invitation import Invitation
from pages.ui.parts.projector.content import content_of
from survey_engine.addresses import qr_code
from survey_engine.design.kinds import Information
from tests.factories import make_session, make_version, single

INVITATION = Invitation("http://x.example/ABC234", "x.example", "ABC234", qr_code("http://x.example/ABC234"))


@pytest.fixture
def on_screen(room, monkeypatch):
    """Return a function that gives what the component receives."""
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    return lambda: content_of(room.bench.sessions.screen(room.session.id), INVITATION)


def test_page_opens_without_a_fault(open_page, room) -> None:
    app = open_page("collect/projector.py", **room.ids)
    assert (list(app.exception), list(app.error)) == ([], [])


def test_page_of_somebody_elses_session_shows_nothing(open_page, room) -> None:
    app = open_page("collect/projector.py", study=room.study.id, session="x" * 16)
    assert len(app.error) == 1


def test_waiting_screen_has_title_code_and_joined(on_screen, room) -> None:
    screen = on_screen()
    assert (screen["stage"], screen["title"], screen["code"]) == ("waiting", "Pirmā fokusgrupa", "ABC234")
    assert screen["joined"] == {"number": 0, "label": "pievienojušies"}


def test_question_says_which_of_how_many_and_that_it_is_open(on_screen, room) -> None:
    room.show("q-single", results=False)
    assert on_screen()["meta"] == "1. jautājums no 6 · atbildes vēl var mainīt"


def test_hidden_result_is_not_even_sent(on_screen, room) -> None:
    room.answer("q-single", "a")
    room.show("q-single", results=False)
    screen = on_screen()
    assert (screen["rows"], screen["words"], screen["wall"]) == (None, None, None)


def test_rows_keep_the_order_of_the_question_and_name_n(on_screen, room) -> None:
    for code in ("c", "c", "a"):
        room.answer("q-single", code)
    room.show("q-single")
    screen = on_screen()
    assert [(row["key"], row["people"]) for row in screen["rows"]] == [("a", 1), ("b", 0), ("c", 2)]
    assert "3" in screen["note"]


def test_cant_say_stands_apart(on_screen, room) -> None:
    room.answer("q-scale", "cant_say")
    room.show("q-scale")
    assert [row["key"] for row in on_screen()["rows"] if row["apart"]] == ["cant_say"]


def test_wall_shows_only_what_was_let_through(on_screen, room) -> None:
    shown, hidden = (room.answer("q-open", text=text) for text in ("redzams", "PASLEPTAIS"))
    room.answer("q-open", text="GAIDOSAIS")
    room.show("q-open")
    room.bench.moderation.let_through(room.session.id, answer_ids=[shown.id, hidden.id])
    room.bench.moderation.hide(room.session.id, answer_id=hidden.id, reason="personal")
    screen = on_screen()
    assert [card["text"] for card in screen["wall"]] == ["redzams"]
    assert "PASLEPTAIS" not in json.dumps(screen)
    assert "GAIDOSAIS" not in json.dumps(screen)


def test_words_of_hidden_answers_are_in_no_count(on_screen, room) -> None:
    shown = room.answer("q-words", text="nauda")
    room.answer("q-words", text="naudas\nSLEPENI")
    room.show("q-words")
    room.bench.moderation.let_through(room.session.id, answer_ids=[shown.id])
    screen = on_screen()
    assert [(w["label"], w["people"]) for w in screen["words"]] == [("nauda", 1)]
    assert "slepeni" not in json.dumps(screen).casefold()


def test_words_in_markup_reach_the_component_as_they_were_said(on_screen, room) -> None:
    answer = room.answer("q-open", text="<b>treknraksts</b> & *zvaigznīte*")
    room.show("q-open")
    room.bench.moderation.let_through(room.session.id, answer_ids=[answer.id])
    assert on_screen()["wall"][0]["text"] == "<b>treknraksts</b> & *zvaigznīte*"


def test_screen_says_why_it_is_empty_while_everything_waits(on_screen, room) -> None:
    room.answer("q-open", text="gaida")
    room.show("q-open")
    assert on_screen()["empty"] != ""


def test_information_shows_its_text_and_counts_nobody(on_screen, room) -> None:
    room.show("q-info", results=False)
    screen = on_screen()
    assert (screen["title"], screen["lead"], screen["answered"]) == (
        "Kāpēc esam kopā",
        "Lūdzu, izlasiet.",
        None,
    )


def test_ended_session_says_thank_you(on_screen, room) -> None:
    room.bench.sessions.end(room.session.id)
    assert on_screen()["stage"] == "ended"


def test_component_never_writes_markup(room) -> None:
    from pathlib import Path

    script = Path("pages/ui/parts/projector/projector.js").read_text(encoding="utf-8")
    assert [
        word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if word in script
    ] == []


def test_picture_is_sent_by_its_address_with_its_words(room, monkeypatch) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    case = Information(id="case", text={"lv": "Gadījums"}, picture="f" * 64, picture_alt={"lv": "Karte"})
    version = make_version(room.bench, room.study, case, single())
    session = make_session(room.bench, room.study, version)
    room.bench.sessions.open_question(session.id, question_id="case")
    screen = content_of(room.bench.sessions.screen(session.id), INVITATION)
    assert screen["picture"] == {
        "address": f"/picture/{room.study.id}/{'f' * 64}",
        "alt": "Karte",
        "upright": False,
    }


def test_question_without_a_picture_sends_none(on_screen, room) -> None:
    room.show("q-info", results=False)
    assert on_screen()["picture"] is None
