"""Moderation: nothing reaches the room by itself, and every decision is logged."""

import pytest

from survey_engine.collect.models import Shown
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests import factories as make


@pytest.fixture
def session(bench: Workbench):
    study = make.make_study(bench)
    version = make.make_version(bench, study, make.open_text(), make.words(), make.single())
    session = make.make_session(bench, study, version)
    bench.sessions.open_question(session.id, question_id="q-open")
    bench.sessions.show_results(session.id, question_id="q-open")
    return session


def say(bench: Workbench, session, text: str, question=None):
    person = make.make_participant(bench, session)
    return make.make_answer(bench, person, question or make.open_text(), text=text)


def on_screen(bench: Workbench, session) -> list[str]:
    summary = bench.sessions.screen(session.id).summary
    return [] if summary is None else [answer.text for answer in summary.answers]


def states(bench: Workbench, session) -> list[tuple[str, Shown]]:
    return [(a.answer.text, a.state) for a in bench.moderation.answers(session.id, "q-open")]


def test_open_answer_waits_until_it_is_let_through(bench: Workbench, session) -> None:
    answer = say(bench, session, "par vēlu")
    before = on_screen(bench, session)
    bench.moderation.let_through(session.id, answer_ids=[answer.id])
    assert (before, on_screen(bench, session)) == ([], ["par vēlu"])


def test_letting_all_through_keeps_back_what_came_in_unread(bench: Workbench, session) -> None:
    say(bench, session, "izlasīts")
    read = [a.answer.answer_id for a in bench.moderation.answers(session.id, "q-open")]
    say(bench, session, "vēl nav lasīts")
    bench.moderation.let_through(session.id, answer_ids=read)
    assert on_screen(bench, session) == ["izlasīts"]


def test_hidden_answer_leaves_the_screen_and_its_reason_is_logged(bench: Workbench, session) -> None:
    answer = say(bench, session, "zvaniet Jānim 29111111")
    bench.moderation.let_through(session.id, answer_ids=[answer.id])
    bench.moderation.hide(session.id, answer_id=answer.id, reason="tālrunis")
    assert on_screen(bench, session) == []
    log = [(d.action, d.subject, d.reason) for d in bench.moderation.log(session.id)]
    assert sorted(log) == [("hide", answer.id, "tālrunis"), ("let-through", answer.id, "")]


def test_hiding_without_a_reason_is_refused(bench: Workbench, session) -> None:
    answer = say(bench, session, "vārdi")
    with pytest.raises(EngineError) as caught:
        bench.moderation.hide(session.id, answer_id=answer.id, reason=" ")
    assert caught.value.problem == Problem.REASON_EMPTY


def test_hidden_words_themselves_are_kept(bench: Workbench, session) -> None:
    answer = say(bench, session, "rupji vārdi")
    bench.moderation.hide(session.id, answer_id=answer.id, reason="rupji")
    assert states(bench, session) == [("rupji vārdi", Shown.HIDDEN)]


def test_answer_put_back_waits_again(bench: Workbench, session) -> None:
    answer = say(bench, session, "vārdi")
    bench.moderation.let_through(session.id, answer_ids=[answer.id])
    bench.moderation.put_back(session.id, answer_id=answer.id)
    assert (states(bench, session), on_screen(bench, session)) == ([("vārdi", Shown.WAITING)], [])


def test_changed_answer_waits_again(bench: Workbench, session) -> None:
    person = make.make_participant(bench, session)
    old = make.make_answer(bench, person, make.open_text(), text="vecais", is_current=False)
    bench.moderation.let_through(session.id, answer_ids=[old.id])
    make.make_answer(bench, person, make.open_text(), text="jaunais")
    assert (states(bench, session), on_screen(bench, session)) == ([("jaunais", Shown.WAITING)], [])


def test_answers_come_through_by_themselves_only_where_that_is_switched_on(bench: Workbench, session) -> None:
    say(bench, session, "pirmais")
    bench.moderation.let_through_as_they_come(session.id, question_id="q-open", on=True)
    say(bench, session, "otrais")
    assert on_screen(bench, session) == ["pirmais", "otrais"]


def test_switching_it_off_keeps_what_was_seen_and_stops_what_comes(bench: Workbench, session) -> None:
    say(bench, session, "redzēts")
    bench.moderation.let_through_as_they_come(session.id, question_id="q-open", on=True)
    bench.moderation.let_through_as_they_come(session.id, question_id="q-open", on=False)
    say(bench, session, "vēl gaida")
    assert on_screen(bench, session) == ["redzēts"]


def test_hidden_answer_stays_hidden_where_the_others_come_through(bench: Workbench, session) -> None:
    answer = say(bench, session, "rupji")
    bench.moderation.hide(session.id, answer_id=answer.id, reason="rupji")
    bench.moderation.let_through_as_they_come(session.id, question_id="q-open", on=True)
    assert on_screen(bench, session) == []


def test_words_on_the_screen_are_those_let_through(bench: Workbench, session) -> None:
    kept = say(bench, session, "nauda", make.words())
    say(bench, session, "muļķi", make.words())
    bench.moderation.let_through(session.id, answer_ids=[kept.id])
    bench.sessions.open_question(session.id, question_id="q-words")
    bench.sessions.show_results(session.id, question_id="q-words")
    screen = bench.sessions.screen(session.id)
    assert ([row.shown for row in screen.summary.rows], screen.waiting) == (["nauda"], 1)


def test_hidden_results_hold_nothing_for_the_screen(bench: Workbench, session) -> None:
    answer = say(bench, session, "vārdi")
    bench.moderation.let_through(session.id, answer_ids=[answer.id])
    bench.sessions.hide_results(session.id, question_id="q-open")
    assert bench.sessions.screen(session.id).summary is None


def test_answer_of_another_session_cannot_be_let_through_here(bench: Workbench, session) -> None:
    other = make.make_session(bench, make.make_study(bench))
    note = make.make_note(bench, other, "vārdi")
    with pytest.raises(EngineError) as caught:
        bench.moderation.let_through(session.id, answer_ids=[note.id])
    assert caught.value.problem == Problem.NOT_FOUND
