"""What one person is shown, and what becomes of answers to questions that they are not shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.collect.showing import shown_to
from survey_engine.collect.visits import Joined
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.workbench import Workbench
from tests.factories import make_session, make_study, make_version, multiple, open_text, scale, single, yesno

SINGLE = AnswerValue(codes=("a",))


def when(question: Question, *conditions: Condition, any_of: bool = False) -> Question:
    return question.model_copy(update={"show_if": ShowIf(conditions=conditions, any_of=any_of)})


def said(question: str, *codes: str, relation: Relation = Relation.IS, amount: float = 0) -> Condition:
    return Condition(question=question, relation=relation, codes=codes, amount=amount)


def is_shown(condition: Condition, value: AnswerValue | None, group: str | None = "ngo") -> bool:
    questions = single("q"), when(open_text("last"), condition)
    return "last" in shown_to(questions, {} if value is None else {"q": value}, group)


@pytest.mark.parametrize(
    ("condition", "value", "shown"),
    [
        (said("q", "a", "b"), SINGLE, True),
        (said("q", "b"), SINGLE, False),
        (said("q", "a"), None, False),
        (said("q", "a", relation=Relation.IS_NOT), SINGLE, False),
        (said("q", "b", relation=Relation.IS_NOT), SINGLE, True),
        (said("q", "a", relation=Relation.IS_NOT), None, True),
        (said("q", relation=Relation.ANSWERED), SINGLE, True),
        (said("q", relation=Relation.ANSWERED), AnswerValue(text="  "), False),
        (said("q", relation=Relation.ANSWERED), AnswerValue(codes=("declined",)), False),
        (said("q", relation=Relation.AT_LEAST, amount=4), AnswerValue(codes=("4",)), True),
        (said("q", relation=Relation.AT_LEAST, amount=4), AnswerValue(codes=("3",)), False),
        (said("q", relation=Relation.AT_MOST, amount=2.5), AnswerValue(text="2,5"), True),
        (said("q", relation=Relation.AT_MOST, amount=9), AnswerValue(codes=("cant_say",)), False),
        (said("", "ngo"), None, True),
        (said("", "council"), None, False),
        (said("", "ngo", relation=Relation.IS_NOT), None, False),
    ],
)
def test_condition_holds_for_what_it_says(condition: Condition, value: AnswerValue, shown: bool) -> None:
    assert is_shown(condition, value) == shown


def test_all_conditions_have_to_hold_or_any_of_them() -> None:
    conditions = said("q", "a"), said("", "council")
    shown = [
        "last"
        in shown_to((single("q"), when(open_text("last"), *conditions, any_of=way)), {"q": SINGLE}, "ngo")
        for way in (False, True)
    ]
    assert shown == [False, True]


def test_answer_to_a_hidden_question_counts_for_nothing() -> None:
    middle = when(yesno("middle"), said("q", "b"))
    questions = single("q"), middle, when(open_text("last"), said("middle", "yes"))
    answers = {"q": SINGLE, "middle": AnswerValue(codes=("yes",))}
    assert shown_to(questions, answers, None) == {"q"}


@given(st.dictionaries(st.sampled_from("qm"), st.sampled_from([SINGLE, AnswerValue(codes=("b",))])))
def test_questions_without_a_rule_are_always_shown(answers: dict[str, AnswerValue]) -> None:
    questions = single("q"), multiple("m"), when(scale("s"), said("q", "a"), said("m", "b"))
    assert {"q", "m"} <= shown_to(questions, answers, None)


@pytest.fixture
def survey(bench: Workbench) -> Session:
    """Who chooses a is asked to write, and who writes is asked for a yes or no."""
    writing = when(open_text("write").model_copy(update={"required": True}), said("q", "a"))
    last = when(yesno("last"), said("write", relation=Relation.ANSWERED))
    study = make_study(bench)
    return make_session(bench, study, make_version(bench, study, single("q"), writing, last), Mode.SURVEY)


def join(bench: Workbench, session: Session, group: str = "ngo") -> Joined:
    return bench.room.join(session.code, group_key=group, language="lv", consent=True)


def say(bench: Workbench, session: Session, person: Joined, question: str, *codes: str, text=None) -> None:
    value = AnswerValue(codes=codes, text=text)
    bench.room.submit(session.code, person.secret, question_id=question, value=value, client_key=new_id())


def people(bench: Workbench, session: Session, *questions: str) -> list[int]:
    return [bench.results.summary(session.id, question).people for question in questions]


def test_answer_that_became_hidden_is_kept_and_counts_again_once_shown(
    bench: Workbench, survey: Session
) -> None:
    person = join(bench, survey)
    counted = []
    say(bench, survey, person, "q", "a")
    say(bench, survey, person, "write", text="Vārdi")
    say(bench, survey, person, "last", "yes")
    counted.append(people(bench, survey, "q", "write", "last"))
    say(bench, survey, person, "q", "b")
    counted.append(people(bench, survey, "q", "write", "last"))
    say(bench, survey, person, "q", "a")
    counted.append(people(bench, survey, "q", "write", "last"))
    assert counted == [[1, 1, 1], [1, 0, 0], [1, 1, 1]]


def test_required_question_that_is_not_shown_holds_nobody_back(bench: Workbench, survey: Session) -> None:
    person = join(bench, survey)
    say(bench, survey, person, "q", "b")
    assert bench.room.finish(survey.code, person.secret).finished_at is not None


def test_required_question_that_is_shown_is_named_by_the_number_the_person_sees(
    bench: Workbench, survey: Session
) -> None:
    person = join(bench, survey)
    say(bench, survey, person, "q", "a")
    with pytest.raises(EngineError) as caught:
        bench.room.finish(survey.code, person.secret)
    assert caught.value.details["numbers"] == "2"


def test_answer_to_a_question_for_others_is_refused(bench: Workbench, survey: Session) -> None:
    person = join(bench, survey)
    say(bench, survey, person, "q", "b")
    with pytest.raises(EngineError) as caught:
        say(bench, survey, person, "write", text="Vārdi")
    assert caught.value.problem == Problem.QUESTION_FOR_OTHERS


def test_taking_answers_back_erases_those_that_were_set_aside(bench: Workbench, survey: Session) -> None:
    person = join(bench, survey)
    say(bench, survey, person, "q", "a")
    say(bench, survey, person, "write", text="Vārdi")
    say(bench, survey, person, "q", "b")
    bench.room.take_back(survey.code, take_back_code=person.take_back_code)
    assert people(bench, survey, "q", "write") == [0, 0]


def test_live_room_counts_only_those_who_are_asked(bench: Workbench) -> None:
    study = make_study(bench)
    asked = when(yesno("last"), said("q", "a"), said("", "ngo"))
    session = make_session(bench, study, make_version(bench, study, single("q"), asked))
    bench.sessions.open_question(session.id, question_id="q")
    for group, code in (("ngo", "a"), ("ngo", "b"), ("council", "a")):
        say(bench, session, join(bench, session, group), "q", code)
    before = bench.sessions.state(session.id).asked
    bench.sessions.open_question(session.id, question_id="last")
    state = bench.sessions.state(session.id)
    assert (before, state.joined, state.asked) == (3, 3, 1)
    assert {group.key: group.asked for group in state.groups} == {"ngo": 1, "council": 0}
