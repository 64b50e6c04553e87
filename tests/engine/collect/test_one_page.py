"""A section of a survey as one page: which questions stand together, and answers stored side by side."""

import pytest

from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.collect.visits import Joined, Said, Saved
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Section
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, open_text, scale, single, statements

ONLY_A = ShowIf(conditions=(Condition(question="first", codes=("a",)),))


def on_page(question: Question, **changes: object) -> Question:
    return question.model_copy(update={"section": "S", **changes})


QUESTIONS = (
    single("before"),
    on_page(single("first")),
    on_page(open_text("more"), show_if=ONLY_A),
    on_page(scale("second")),
    on_page(statements("pool")),
    on_page(open_text("last")),
)


def make(bench: Workbench, mode: Mode) -> tuple[Session, Joined]:
    study = make_study(bench)
    version = make_version(bench, study, *QUESTIONS, sections=(Section(id="S", one_page=True),))
    session = make_session(bench, study, version, mode)
    return session, bench.room.join(session.code, group_key="ngo", language="lv", consent=True)


def together(bench: Workbench, session: Session, person: Joined, question: str) -> list[str]:
    visit = bench.room.visit(session.code, person.secret)
    return [step.question.id for step in visit.together(visit.room.step_of(question))]


@pytest.mark.parametrize(
    ("question", "page"),
    [
        ("before", ["before"]),
        ("first", ["first", "second"]),
        ("second", ["first", "second"]),
        ("pool", ["pool"]),
        ("last", ["last"]),
    ],
)
def test_page_holds_what_the_person_is_shown_of_its_section_and_no_pool(
    bench: Workbench, question: str, page: list[str]
) -> None:
    assert together(bench, *make(bench, Mode.SURVEY), question) == page


def test_live_session_has_no_pages(bench: Workbench) -> None:
    assert together(bench, *make(bench, Mode.LIVE), "first") == ["first"]


def said(question: str, key: str, *codes: str, text: str | None = None) -> Said:
    return Said(question, AnswerValue(codes=codes, text=text), key * 8)


def test_refused_answer_keeps_no_other_of_its_page_from_being_stored(bench: Workbench) -> None:
    session, person = make(bench, Mode.SURVEY)
    answers = [said("first", "f", "a"), said("second", "s", "99"), said("last", "l", text="Vārdi")]
    results = bench.room.submit_page_soon(session.code, person.secret, answers=answers).result()
    assert [isinstance(one, Saved) for one in results] == [True, False, True]
    assert set(bench.room.visit(session.code, person.secret).answers) == {"first", "last"}


def test_page_that_is_sent_again_under_the_same_keys_stores_nothing_twice(bench: Workbench) -> None:
    session, person = make(bench, Mode.SURVEY)
    answers = [said("first", "f", "a"), said("second", "s", "2")]
    first, again = (
        bench.room.submit_page_soon(session.code, person.secret, answers=answers).result() for _ in range(2)
    )
    assert [one.answer_id for one in again] == [one.answer_id for one in first]
    assert [one.repeated for one in again] == [True, True]


def test_answer_to_a_question_that_the_same_page_hides_is_set_aside_and_comes_back(bench: Workbench) -> None:
    session, person = make(bench, Mode.SURVEY)
    room, code, secret = bench.room, session.code, person.secret
    room.submit_page_soon(code, secret, answers=[said("first", "f", "a")]).result()
    both = [said("first", "g", "b"), said("more", "m", text="Jau rakstīts")]
    assert [isinstance(one, Saved) for one in room.submit_page_soon(code, secret, answers=both).result()] == [
        True,
        True,
    ]
    assert "more" not in room.visit(code, secret).answers
    room.submit_page_soon(code, secret, answers=[said("first", "h", "a")]).result()
    assert room.visit(code, secret).answers["more"].text == "Jau rakstīts"


def test_stranger_stores_nothing(bench: Workbench) -> None:
    session, _ = make(bench, Mode.SURVEY)
    with pytest.raises(EngineError) as refused:
        bench.room.submit_page_soon(session.code, "", answers=[said("first", "f", "a")]).result()
    assert refused.value.problem == Problem.NOT_JOINED
