"""What people write for one another: moderated on the console, drawn with its votes, marked as answered."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.invitation import Invitation
from pages.ui.parts.projector.content import content_of
from survey_engine.accounts import Account
from survey_engine.addresses import qr_code
from survey_engine.collect.models import Mode, Session
from survey_engine.design.kinds import Question
from survey_engine.workbench import Workbench
from tests import factories as make
from tests.pages.conftest import OpenPage

INVITATION = Invitation("http://x.example/ABC234", "x.example", "ABC234", qr_code("http://x.example/ABC234"))
KINDS: dict[str, tuple[Question, str]] = {
    "statements": (make.statements(), "agree"),
    "ideas": (make.ideas(), "2"),
    "audience": (make.audience(), "up"),
}
EVERY = pytest.mark.parametrize("kind", KINDS)


def begun(bench: Workbench, account: Account, kind: str, mode: Mode = Mode.LIVE) -> Session:
    """A session with one text that was let through and voted on by two people, and one that waits."""
    question, vote = KINDS[kind]
    study = make.make_study(bench, account)
    session = make.make_session(bench, study, make.make_version(bench, study, question), mode)
    author, other = make.make_participant(bench, session), make.make_participant(bench, session)
    shown = make.make_answer(bench, author, question, text="Vajag <b>kopā", entry=1)
    make.make_answer(bench, author, question, text="Vēl gaida", entry=2)
    bench.moderation.let_through(session.id, answer_ids=[shown.id])
    for person in (author, other):
        make.make_answer(bench, person, question, codes=(f"{shown.id}={vote}",))
    if mode == Mode.LIVE:
        bench.sessions.open_question(session.id, question_id=question.id)
        bench.sessions.show_results(session.id, question_id=question.id)
    return session


@EVERY
def test_console_has_the_queue_and_the_result(
    open_page: OpenPage, bench: Workbench, account: Account, kind: str
) -> None:
    session = begun(bench, account, kind)
    app: AppTest = open_page("collect/console.py", study=session.study_id, session=session.id)
    assert (list(app.exception), list(app.error)) == ([], [])
    assert [text.value for text in app.text] == ["Vēl gaida"]
    assert len(app.dataframe) == 1


@EVERY
def test_projector_shows_what_was_let_through_with_its_votes(
    bench: Workbench, account: Account, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.ui.i18n.language", lambda: "lv")
    content = content_of(bench.sessions.screen(begun(bench, account, kind).id), INVITATION)
    drawn = json.dumps(content, ensure_ascii=False)
    assert ("Vajag <b>kopā" in drawn, "Vēl gaida" in drawn) == (True, False)
    assert (content["note"], content["empty"]) == ("piedalījās 2 cilvēki", "")


@EVERY
def test_survey_is_moderated_on_its_console(
    open_page: OpenPage, bench: Workbench, account: Account, kind: str
) -> None:
    session = begun(bench, account, kind, Mode.SURVEY)
    app = open_page("collect/console.py", study=session.study_id, session=session.id)
    assert not app.exception
    next(button for button in app.button if button.label.startswith("Rādīt 1")).click().run()
    states = [one.state.value for one in bench.moderation.answers(session.id, KINDS[kind][0].id)]
    assert states == ["shown", "shown"]


def test_phase_of_voting_is_opened_by_its_button(
    open_page: OpenPage, bench: Workbench, account: Account
) -> None:
    session = begun(bench, account, "ideas")
    app = open_page("collect/console.py", study=session.study_id, session=session.id)
    app.button(key="phase_voting").click().run()
    assert not app.exception
    assert bench.sessions.state(session.id).current.state.phase == "voting"


def test_question_is_marked_as_answered(open_page: OpenPage, bench: Workbench, account: Account) -> None:
    session = begun(bench, account, "audience")
    app = open_page("collect/console.py", study=session.study_id, session=session.id)
    app.segmented_control(key="queue_state").set_value("shown").run()
    next(button for button in app.button if button.label == "Atzīmēt kā atbildētu").click().run()
    (row,) = bench.results.summary(session.id, "q-audience").rows
    assert row.answered is True


@EVERY
def test_answers_page_lists_words_and_votes(
    open_page: OpenPage, bench: Workbench, account: Account, kind: str
) -> None:
    session = begun(bench, account, kind)
    app = open_page("collect/answers.py", study=session.study_id, session=session.id)
    assert not app.exception
    assert sorted(text.value for text in app.text) == ["Vajag <b>kopā", "Vēl gaida"]
