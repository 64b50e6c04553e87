"""Checking and counting amounts: points that are shared out, budgets."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.collect.kinds import check_answer, summarise
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.findings import Check
from survey_engine.design.kinds import Question
from survey_engine.errors import EngineError, Problem
from tests import factories as make
from tests.questions import ANSWERS, QUESTIONS

POINTS, BUDGET = make.points(), make.budget()


def value(*codes: str, text: str | None = None) -> AnswerValue:
    return AnswerValue(codes=codes, text=text)


def fault(question: Question, answer: AnswerValue) -> tuple[Problem, dict[str, object]]:
    with pytest.raises(EngineError) as caught:
        check_answer(question, answer)
    return caught.value.problem, caught.value.details


def said(person: str, *codes: str) -> Answer:
    moment = make.NOON + timedelta(seconds=len(codes))
    return Answer(session_id="s", participant_id=person, question_id="q", codes=list(codes), said_at=moment)


@pytest.mark.parametrize("question", [POINTS, BUDGET])
def test_empty_answer_is_fine_unless_it_is_required(question: Question) -> None:
    assert check_answer(question, value()).is_empty
    required = question.model_copy(update={"required": True})
    assert fault(required, value()) == (Problem.ANSWER_EMPTY, {})


@pytest.mark.parametrize("question", [POINTS, BUDGET])
def test_unknown_option_and_words_are_refused(question: Question) -> None:
    assert fault(question, value("zebra=100")) == (Problem.ANSWER_CODE_UNKNOWN, {"code": "zebra=100"})
    assert fault(question, value("a"))[0] == Problem.ANSWER_CODE_UNKNOWN
    assert fault(question, value(text="vārdi"))[0] == Problem.ANSWER_UNFIT


def test_points_are_stored_in_the_order_of_the_question_without_those_that_got_nothing() -> None:
    assert check_answer(POINTS, value("c= 070", "b=0", "a=30")) == value("a=30", "c=70")


def test_points_that_do_not_add_up_are_refused_with_how_much_is_left_or_too_much() -> None:
    assert fault(POINTS, value("a=30", "c=60")) == (
        Problem.POINTS_LEFT, {"given": 90, "total": 100, "left": 10},
    )  # fmt: skip
    assert fault(POINTS, value("a=30", "c=90")) == (
        Problem.POINTS_OVER, {"given": 120, "total": 100, "over": 20},
    )  # fmt: skip
    assert fault(POINTS, value("a=0"))[1]["left"] == 100


@pytest.mark.parametrize("written", ["-5", "2,5", "daudz", "١٢", "9" * 20])
def test_amount_that_is_no_whole_number_is_refused_as_it_was_written(written: str) -> None:
    assert fault(POINTS, value(f"a={written}")) == (Problem.AMOUNT_UNFIT, {"written": written})


def test_same_option_twice_is_refused() -> None:
    assert fault(POINTS, value("a=50", "a=50"))[0] == Problem.ANSWER_UNFIT


def test_mean_share_counts_those_who_gave_nothing() -> None:
    shares = summarise(POINTS, [said("1", "a=100"), said("2", "a=50", "b=50")])
    assert [(row.code, row.mean, row.people) for row in shares.shares] == [
        ("a", 75.0, 2), ("b", 25.0, 1), ("c", 0.0, 0),
    ]  # fmt: skip
    assert (shares.people, [row.code for row in shares.in_order]) == (2, list("abc"))


def test_budget_is_kept_within_its_total() -> None:
    assert check_answer(BUDGET, value("b=5000", "a=3000")) == value("a=3000", "b=5000")
    assert fault(BUDGET, value("b=5000", "c=4000")) == (
        Problem.BUDGET_OVER, {"spent": 9000, "total": 8000, "over": 1000},
    )  # fmt: skip
    assert fault(BUDGET, value("a=1"))[0] == Problem.ANSWER_UNFIT


def test_budget_takes_what_has_most_support_and_then_what_still_fits() -> None:
    answers = [said("1", "b=5000"), said("2", "b=5000", "a=3000"), said("3", "c=4000"), said("4", "c=4000")]
    funding = summarise(BUDGET, answers)
    assert [(row.code, row.people, row.fits) for row in funding.in_order] == [
        ("c=4000", 2, True), ("b=5000", 2, False), ("a=3000", 1, True),
    ]  # fmt: skip
    assert (funding.spent, funding.people) == (7000, 4)


@settings(max_examples=25, deadline=None)
@given(data=some.data())
def test_shares_add_up_to_the_total_and_a_budget_is_never_overspent(data: some.DataObject) -> None:
    question = data.draw(QUESTIONS["points"]).cleaned()
    values = data.draw(some.lists(ANSWERS["points"](question), min_size=1, max_size=5))
    found = summarise(question, [said(str(n), *value.codes) for n, value in enumerate(values)])
    if question.is_budget:
        assert found.spent <= question.total
    elif found.people:
        assert sum(row.mean for row in found.shares) == pytest.approx(question.total)


def test_code_of_an_amount_says_option_and_amount_with_its_unit() -> None:
    assert POINTS.label("a=30")["lv"] == "Izvēle a: 30"
    assert BUDGET.label("b=5000") == {
        "lv": "Izvēle b: 5\xa0000 EUR", "en": "Izvēle b (en): 5,000 EUR", "ru": "Izvēle b (ru): 5\xa0000 евро",
    }  # fmt: skip


def test_budget_is_looked_through_before_it_is_published() -> None:
    def checks(question: Question) -> list[Check]:
        return [one.check for one in question.findings(1, ["lv"])]

    half = BUDGET.model_copy(update={"options": (*BUDGET.options, POINTS.options[2])})
    assert checks(BUDGET) == []
    assert Check.COSTS_MISSING in checks(half)
    assert checks(BUDGET.model_copy(update={"total": 2000})) == [Check.NOTHING_FITS]
    assert checks(BUDGET.model_copy(update={"total": 12000})) == [Check.ALL_FITS]
