"""Preferring not to say, another order for each person, patterns: what is true of every kind, and of some."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.collect.kinds import KINDS, check_answer, summarise
from survey_engine.collect.models import Answer, AnswerValue, Mode
from survey_engine.collect.orders import as_seen, order_seen
from survey_engine.design.kinds import DECLINED, Option
from survey_engine.design.kinds import KINDS as QUESTION_KINDS
from survey_engine.design.kinds.patterns import Pattern, Shape
from survey_engine.errors import EngineError, Problem
from survey_engine.workbench import Workbench
from tests.factories import (
    NOON,
    make_answer,
    make_participant,
    make_session,
    make_study,
    make_version,
    multiple,
    open_text,
    scale,
    single,
)
from tests.questions import QUESTIONS

ANSWERABLE = [kind for kind, question in QUESTION_KINDS.items() if question(id="q").takes_answers]
ALONE = AnswerValue(codes=(DECLINED,))


@pytest.mark.parametrize("kind", ANSWERABLE)
@settings(max_examples=10, deadline=None)
@given(data=some.data())
def test_declining_is_accepted_alone_and_counted_apart(kind: str, data: some.DataObject) -> None:
    question = data.draw(QUESTIONS[kind]).cleaned().model_copy(update={"decline": True, "required": True})
    said = Answer(session_id="s", participant_id="p", question_id=question.id, codes=[DECLINED], said_at=NOON)
    summary = summarise(question, [said])
    assert check_answer(question, ALONE) == ALONE
    assert (summary.people, summary.declined) == (0, 1)
    assert question.label(DECLINED) == {}


def test_declining_and_answering_at_once_is_refused() -> None:
    question = single().model_copy(update={"decline": True})
    with pytest.raises(EngineError) as caught:
        check_answer(question, AnswerValue(codes=("a", DECLINED)))
    assert caught.value.problem == Problem.DECLINED_AND_OTHERS


def test_declining_is_unknown_where_it_is_not_offered() -> None:
    with pytest.raises(EngineError) as caught:
        check_answer(single(), ALONE)
    assert caught.value.problem == Problem.ANSWER_CODE_UNKNOWN


def test_every_summary_can_say_how_many_declined() -> None:
    assert all(summarise(QUESTION_KINDS[kind](id="q"), ()).declined == 0 for kind in KINDS)


@pytest.mark.parametrize(
    ("question", "codes", "text"), [(scale("q"), ("4",), None), (open_text("q"), (), "Jā")]
)
def test_database_counts_those_who_declined_apart(bench: Workbench, question, codes, text) -> None:
    asked = question.model_copy(update={"decline": True})
    study = make_study(bench)
    session = make_session(bench, study, make_version(bench, study, asked), Mode.SURVEY)
    make_answer(bench, make_participant(bench, session, "ngo"), asked, codes=codes, text=text)
    for group in ("ngo", "council"):
        make_answer(bench, make_participant(bench, session, group), asked, codes=(DECLINED,))
    summary = bench.results.summary(session.id, "q")
    of_group = bench.results.summary(session.id, "q", group="council")
    assert (summary.people, summary.declined) == (1, 2)
    assert (of_group.people, of_group.declined) == (0, 1)
    assert bench.results.answered(session.id) == 3


def test_order_of_options_is_the_same_for_a_person_and_differs_between_people() -> None:
    question = single("q", "abcdefgh").model_copy(update={"shuffle": True})
    orders = {order_seen(question, f"p{number}") for number in range(20)}
    assert order_seen(question, "p1") == order_seen(question, "p1")
    assert (len(orders) > 10, {frozenset(order) for order in orders}) == (True, {frozenset("abcdefgh")})


def test_ways_out_stay_last_in_every_order() -> None:
    options = tuple(Option(code=code, label={"lv": code}) for code in ("none", "a", "b", "other", "c"))
    question = multiple("q").model_copy(update={"shuffle": True, "options": options})
    assert {order_seen(question, f"p{number}")[3:] for number in range(20)} == {("none", "other")}


def test_as_many_of_the_last_options_as_are_told_keep_their_place() -> None:
    question = single("q", "abcdef").model_copy(update={"shuffle": True, "stay_last": 2})
    assert {order_seen(question, f"p{number}")[4:] for number in range(20)} == {("e", "f")}


def test_question_without_shuffling_stays_as_it_is() -> None:
    assert as_seen(single(), "p") == single()


@pytest.mark.parametrize(
    ("shape", "text", "fits"),
    [
        (Shape.ANY, "?", True),
        (Shape.EMAIL, " anna.berzina@example.lv ", True),
        (Shape.EMAIL, "anna@example", False),
        (Shape.EMAIL, "anna example.lv", False),
        (Shape.PHONE, "+371 2000 0000", True),
        (Shape.PHONE, "zvaniet man", False),
        (Shape.POSTCODE, "lv-2123", True),
        (Shape.POSTCODE, "LV1010", True),
        (Shape.POSTCODE, "1010", False),
    ],
)
def test_text_has_to_have_the_shape_that_is_asked_for(shape: Shape, text: str, fits: bool) -> None:
    assert Pattern(shape=shape).fits(text) == fits


def test_answer_that_does_not_fit_is_refused_in_words() -> None:
    question = open_text().model_copy(update={"pattern": Pattern(shape=Shape.POSTCODE)})
    with pytest.raises(EngineError) as caught:
        check_answer(question, AnswerValue(text="Rīga"))
    assert (caught.value.problem, caught.value.details) == (Problem.TEXT_NO_POSTCODE, {"text": "Rīga"})


def test_pattern_that_repeats_a_repetition_is_found_and_lets_answers_through() -> None:
    pattern = Pattern(shape=Shape.OWN, own="(a|a)*(a|a)*b")
    checks = [
        found.check for found in open_text().model_copy(update={"pattern": pattern}).findings(1, ["lv"])
    ]
    assert checks == ["pattern-slow"]
    assert pattern.fits("a" * 40 + "!b")


def test_pattern_that_is_none_is_found() -> None:
    broken = open_text().model_copy(update={"pattern": Pattern(shape=Shape.OWN, own="(")})
    assert [found.check for found in broken.findings(1, ["lv"])] == ["pattern-broken"]


def test_choice_beforehand_that_is_gone_is_found() -> None:
    asked = single().model_copy(update={"default": ("z",)})
    assert [found.check for found in asked.findings(1, ["lv"])] == ["default-gone"]
