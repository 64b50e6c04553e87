"""Sessions: made from what was published, opened question by question, ended."""

import pytest

from survey_engine.accounts import Account
from survey_engine.collect.models import Mode
from survey_engine.collect.rooms import Stage
from survey_engine.design.kinds import Information
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests import factories as make
from tests.conftest import make_account

QUESTIONS = (
    Information(id="i", text={"lv": "Lūdzu, izlasiet"}),
    make.single(),
    make.open_text(),
    make.words(),
)


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


@pytest.fixture
def session(bench: Workbench):
    study = make.make_study(bench)
    return make.make_session(bench, study, make.make_version(bench, study, *QUESTIONS))


def test_session_gets_a_code_and_stands_in_its_study(bench: Workbench) -> None:
    study = make.make_study(bench)
    version = make.make_version(bench, study, *QUESTIONS)
    made = bench.sessions.create(study.id, version_id=version.id, mode=Mode.LIVE, title=" Pirmā ")
    assert (len(made.code), made.title) == (6, "Pirmā")
    assert bench.sessions.of_study(study.id) == (bench.sessions.get(made.id),)


def test_code_that_is_taken_is_not_given_twice(bench: Workbench, session, monkeypatch) -> None:
    codes = iter([session.code, session.code, "ZZZZZZ"])
    monkeypatch.setattr("survey_engine.workbench.sessions.new_join_code", lambda: next(codes))
    made = bench.sessions.create(
        session.study_id, version_id=session.version_id, mode=Mode.LIVE, title="Otrā"
    )
    assert made.code == "ZZZZZZ"


def test_code_taken_at_the_same_moment_is_not_given_twice(bench: Workbench, session, monkeypatch) -> None:
    codes = iter([session.code, "ZZZZZZ"])
    monkeypatch.setattr("survey_engine.workbench.sessions.new_join_code", lambda: next(codes))
    monkeypatch.setattr("survey_engine.storage.collect.code_is_taken", lambda *_: False)
    made = bench.sessions.create(
        session.study_id, version_id=session.version_id, mode=Mode.LIVE, title="Otrā"
    )
    assert made.code == "ZZZZZZ"


def test_live_session_needs_a_question_that_is_answered(bench: Workbench) -> None:
    study = make.make_study(bench)
    only_to_read = make.make_version(bench, study, QUESTIONS[0])
    for version_id in (None, only_to_read.id):
        make_it = lambda v=version_id: bench.sessions.create(  # noqa: E731
            study.id, version_id=v, mode=Mode.LIVE, title="Pirmā"
        )
        assert fault(make_it) == Problem.SESSION_WITHOUT_QUESTIONS


def test_session_for_notes_needs_no_questionnaire(bench: Workbench) -> None:
    study = make.make_study(bench)
    made = bench.sessions.create(study.id, version_id=None, mode=Mode.RECORD, title="Pieraksts")
    assert bench.sessions.form(made.id).questions == ()


def test_session_without_a_title_is_refused(bench: Workbench, session) -> None:
    make_it = lambda: bench.sessions.create(session.study_id, version_id=None, mode=Mode.RECORD, title=" ")  # noqa: E731
    assert fault(make_it) == Problem.TITLE_EMPTY


def test_questionnaire_of_another_study_is_not_found(bench: Workbench, session) -> None:
    other = make.make_study(bench)
    make_it = lambda: bench.sessions.create(  # noqa: E731
        other.id, version_id=session.version_id, mode=Mode.LIVE, title="Pirmā"
    )
    assert fault(make_it) == Problem.NOT_FOUND


def test_opening_a_question_shows_it_to_the_room(bench: Workbench, session) -> None:
    bench.sessions.open_question(session.id, question_id="q-single")
    state = bench.sessions.state(session.id)
    assert (state.current.question.id, state.current.state.is_open) == ("q-single", True)


def test_opening_the_next_question_closes_the_one_before(bench: Workbench, session) -> None:
    bench.sessions.open_question(session.id, question_id="q-single")
    bench.sessions.open_question(session.id, question_id="q-open")
    state = bench.sessions.state(session.id)
    assert [step.question.id for step in state.steps if step.state.is_open] == ["q-open"]


def test_waiting_screen_closes_what_was_open(bench: Workbench, session) -> None:
    bench.sessions.open_question(session.id, question_id="q-single")
    bench.sessions.go_to(session.id, question_id="")
    state = bench.sessions.state(session.id)
    assert (state.current, [s for s in state.steps if s.state.is_open]) == (None, [])


def test_going_to_a_question_does_not_open_it(bench: Workbench, session) -> None:
    bench.sessions.go_to(session.id, question_id="q-single")
    assert bench.sessions.state(session.id).current.state.is_open is False


def test_information_is_shown_but_never_open(bench: Workbench, session) -> None:
    bench.sessions.open_question(session.id, question_id="i")
    current = bench.sessions.state(session.id).current
    assert (current.number, current.state.is_open) == (None, False)


def test_questions_are_numbered_without_information(bench: Workbench, session) -> None:
    state = bench.sessions.state(session.id)
    assert ([step.number for step in state.steps], state.questions) == ([None, 1, 2, 3], 3)


def test_what_follows_is_the_first_step_while_the_room_waits_and_none_at_the_end(
    bench: Workbench, session
) -> None:
    before = bench.sessions.state(session.id).following
    bench.sessions.open_question(session.id, question_id="q-words")
    assert (before.question.id, bench.sessions.state(session.id).following) == ("i", None)


def test_question_of_another_questionnaire_is_not_found(bench: Workbench, session) -> None:
    assert fault(lambda: bench.sessions.open_question(session.id, question_id="x")) == Problem.NOT_FOUND


def test_each_change_raises_the_revision_by_one(bench: Workbench, session) -> None:
    bench.sessions.open_question(session.id, question_id="q-single")
    bench.sessions.show_results(session.id, question_id="q-single")
    assert bench.sessions.revision(session.id) == 2


def test_ended_session_opens_nothing_until_it_is_reopened(bench: Workbench, session) -> None:
    bench.sessions.open_question(session.id, question_id="q-single")
    bench.sessions.end(session.id)
    again = lambda: bench.sessions.open_question(session.id, question_id="q-single")  # noqa: E731
    assert fault(again) == Problem.SESSION_ENDED
    assert bench.sessions.screen(session.id).stage == Stage.ENDED
    bench.sessions.reopen(session.id)
    assert bench.sessions.screen(session.id).stage == Stage.WAITING


def test_survey_is_not_opened_question_by_question(bench: Workbench) -> None:
    study = make.make_study(bench)
    survey = make.make_session(bench, study, make.make_version(bench, study, *QUESTIONS), Mode.SURVEY)
    assert fault(lambda: bench.sessions.go_to(survey.id, question_id="")) == Problem.SESSION_NOT_LIVE


def test_presence_counts_by_group_and_keeps_those_who_named_none(bench: Workbench, session) -> None:
    people = [make.make_participant(bench, session, group) for group in ("ngo", "ngo", "council", None)]
    make.make_answer(bench, people[0], make.single(), codes=("a",))
    make.make_answer(bench, people[3], make.single(), codes=("b",))
    bench.sessions.go_to(session.id, question_id="q-single")
    state = bench.sessions.state(session.id)
    found = [(group.key, group.joined, group.answered) for group in state.groups]
    assert found == [("ngo", 2, 1), ("council", 1, 0), (None, 1, 1)]
    assert state.joined == 4


def test_somebody_elses_session_is_as_good_as_not_there(bench: Workbench, session) -> None:
    stranger = bench.on_behalf_of(make_account(bench, "x@example.org", "X"))
    asked = [
        lambda: stranger.sessions.get(session.id),
        lambda: stranger.sessions.form(session.id),
        lambda: stranger.sessions.state(session.id),
        lambda: stranger.sessions.screen(session.id),
        lambda: stranger.sessions.revision(session.id),
        lambda: stranger.sessions.of_study(session.study_id),
        lambda: stranger.sessions.versions(session.study_id),
        lambda: stranger.sessions.end(session.id),
        lambda: stranger.sessions.open_question(session.id, question_id="q-single"),
        lambda: stranger.results.summary(session.id, "q-single"),
        lambda: stranger.moderation.answers(session.id, "q-open"),
        lambda: stranger.moderation.let_through(session.id, answer_ids=["x"]),
        lambda: stranger.notes.of_session(session.id),
        lambda: stranger.notes.add(session.id, text="x", group_key=None, client_key="k"),
    ]
    assert {fault(action) for action in asked} == {Problem.NOT_FOUND}


def test_nobody_sees_no_session_not_even_its_revision(bench: Workbench, session) -> None:
    nobody = bench.on_behalf_of(None)
    assert {
        fault(lambda: nobody.sessions.revision(session.id)),
        fault(lambda: nobody.sessions.get(session.id)),
    } == {Problem.NOT_FOUND}


def test_member_follows_the_revision_of_their_session(bench: Workbench, account: Account) -> None:
    study = make.make_study(bench, account)
    session = make.make_session(bench, study, make.make_version(bench, study, *QUESTIONS))
    assert bench.on_behalf_of(account).sessions.revision(session.id) == 0
