"""Notes: kept to the character, once, and corrected without losing what stood before."""

import pytest

from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests import factories as make


@pytest.fixture
def session(bench: Workbench):
    study = make.make_study(bench)
    return make.make_session(bench, study, make.make_version(bench, study, make.open_text()))


def take(bench: Workbench, session, text: str, key: str, **more):
    return bench.notes.add(session.id, text=text, group_key="ngo", client_key=key, **more)


def test_note_is_kept_to_the_character(bench: Workbench, session) -> None:
    take(bench, session, "  «Mēs uzzinām\n par vēlu.»  ", "k1", about="q-open")
    (note,) = bench.notes.of_session(session.id)
    assert (note.text, note.group_key, note.about) == ("  «Mēs uzzinām\n par vēlu.»  ", "ngo", "q-open")


def test_note_sent_twice_is_kept_once(bench: Workbench, session) -> None:
    first = take(bench, session, "vārdi", "k1")
    assert take(bench, session, "vārdi", "k1") == first
    assert len(bench.notes.of_session(session.id)) == 1


def test_latest_note_comes_first(bench: Workbench, session) -> None:
    for number in range(3):
        take(bench, session, f"{number}.", f"k{number}")
    assert [note.text for note in bench.notes.of_session(session.id, 2)] == ["2.", "1."]


def test_correction_takes_the_place_and_keeps_what_stood_before(bench: Workbench, session) -> None:
    first = take(bench, session, "nav nauda", "k1")
    take(bench, session, "cits", "k2")
    corrected = bench.notes.correct(
        session.id, note_id=first.id, text="nav naudas", group_key="council", client_key="k3"
    )
    assert [note.text for note in bench.notes.of_session(session.id)] == ["cits", "nav naudas"]
    assert [note.text for note in bench.notes.earlier(session.id, corrected.id)] == ["nav nauda"]
    assert corrected.said_at == first.said_at


def test_empty_note_is_refused(bench: Workbench, session) -> None:
    with pytest.raises(EngineError) as caught:
        take(bench, session, " \n", "k1")
    assert caught.value.problem == Problem.NOTE_EMPTY


def test_note_raises_the_revision_of_the_session(bench: Workbench, session) -> None:
    take(bench, session, "vārdi", "k1")
    assert bench.sessions.revision(session.id) == 1


def test_participants_answer_cannot_be_corrected_as_a_note(bench: Workbench, session) -> None:
    answer = make.make_answer(bench, make.make_participant(bench, session), make.open_text(), text="mans")
    with pytest.raises(EngineError) as caught:
        bench.notes.correct(session.id, note_id=answer.id, text="cits", group_key=None, client_key="k")
    assert caught.value.problem == Problem.NOT_FOUND
