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


@pytest.mark.parametrize(
    ("written", "code"),
    [("12,50", "12.5"), (" 1 200.5 ", "1200.5"), ("−3", "-3"), ("007", "7"), ("-0,0", "0"), (",5", "0.5")],
)
def test_number_is_stored_in_one_way_however_it_was_written(written: str, code: str) -> None:
    question = make.number(decimals=2)
    assert check_answer(question, value(written)) == value(code)


@pytest.mark.parametrize("written", ["daudz", "1,2,3", "12 km", "1e9", "٣", "-", ".", "nan"])
def test_what_is_no_number_is_refused_as_it_was_written(written: str) -> None:
    assert fault(make.number(decimals=2), value(written)) == (Problem.NUMBER_UNFIT, {"written": written})


def test_thousands_with_a_comma_are_not_taken_for_decimals() -> None:
    assert fault(make.number(), value("1,000")) == (Problem.NUMBER_TOO_FINE, {"written": "1,000", "most": 0})


def test_number_outside_its_range_is_refused_with_the_end_that_it_passes() -> None:
    question = make.number(least=0, most=99.5, decimals=1)
    assert fault(question, value("-0,1")) == (Problem.NUMBER_TOO_LOW, {"written": "-0,1", "least": "0"})
    assert fault(question, value("99.6")) == (Problem.NUMBER_TOO_HIGH, {"written": "99.6", "most": "99.5"})
    assert check_answer(question, value("99,5")) == value("99.5")


@pytest.mark.parametrize("question", [make.number(), make.date()])
def test_number_and_day_are_one_and_may_be_left_out(question: Question) -> None:
    assert check_answer(question, value()).is_empty
    assert fault(question.model_copy(update={"required": True}), value()) == (Problem.ANSWER_EMPTY, {})
    assert fault(question, value("1", "2")) == (Problem.ANSWER_TOO_MANY, {"chosen": 2, "most": 1})
    assert fault(question, value(text="vārdi"))[0] == Problem.ANSWER_UNFIT


def test_few_different_numbers_are_listed_with_median_and_mean() -> None:
    figures = summarise(make.number(), [said("1", "3"), said("2", "10"), said("3", "3"), said("4", "0")])
    assert [(row.code, row.label["lv"], row.people) for row in figures.bins] == [
        ("0", "0 km", 1), ("3", "3 km", 2), ("10", "10 km", 1),
    ]  # fmt: skip
    assert (figures.median, figures.mean, figures.people) == (3, 4, 4)


def test_many_different_numbers_are_put_into_equal_steps_without_gaps() -> None:
    figures = summarise(make.number(), [said(str(n), str(n * n)) for n in range(1, 13)])
    assert [(row.label["en"], row.people) for row in figures.bins] == [
        ("0 – 19 km", 4), ("20 – 39 km", 2), ("40 – 59 km", 1), ("60 – 79 km", 1),
        ("80 – 99 km", 1), ("100 – 119 km", 1), ("120 – 139 km", 1), ("140 – 159 km", 1),
    ]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(data=some.data())
def test_every_number_is_in_exactly_one_of_at_most_ten_bars(data: some.DataObject) -> None:
    question = data.draw(QUESTIONS["number"]).cleaned()
    values = data.draw(some.lists(ANSWERS["number"](question), max_size=30))
    figures = summarise(
        question, [said(str(n), *check_answer(question, v).codes) for n, v in enumerate(values)]
    )
    assert (sum(row.people for row in figures.bins), len(figures.values)) == (len(values), len(values))
    assert len(figures.bins) <= 10


@pytest.mark.parametrize("written", ["2026-11-21", " 2026-11-21 ", "21.11.2026", "21. 11. 2026."])
def test_day_is_stored_in_one_way_however_it_was_written(written: str) -> None:
    assert check_answer(make.date(), value(written)) == value("2026-11-21")


@pytest.mark.parametrize("written", ["2026-02-30", "21/11/2026", "rīt", "2026", "20261121", "0000-01-01"])
def test_what_is_no_day_is_refused_as_it_was_written(written: str) -> None:
    assert fault(make.date(), value(written)) == (Problem.DATE_UNFIT, {"written": written})


def test_day_outside_its_range_is_refused_with_the_end_that_it_passes() -> None:
    question = make.date(earliest="2026-01-01", latest="2026-12-31")
    assert fault(question, value("2025-12-31"))[0] == Problem.DATE_TOO_EARLY
    assert fault(question, value("2027-01-01"))[0] == Problem.DATE_TOO_LATE
    assert check_answer(question, value("2026-12-31")) == value("2026-12-31")


def test_few_days_are_listed_and_many_are_put_together_by_month_year_or_ten_years() -> None:
    def labels(*days: str) -> list[tuple[str, int]]:
        answers = [said(str(n), day) for n, day in enumerate(days)]
        return [(row.label["lv"], row.people) for row in summarise(make.date(), answers).bins]

    assert labels("2026-11-21", "2026-11-02", "2026-11-21") == [
        ("2026. gada 2. novembris", 1), ("2026. gada 21. novembris", 2),
    ]  # fmt: skip
    assert labels(*(f"2026-0{1 + n % 3}-{10 + n}" for n in range(14))) == [
        ("2026. g. janvāris", 5), ("2026. g. februāris", 5), ("2026. g. marts", 4),
    ]  # fmt: skip
    assert labels(*(f"{2018 + n % 3}-01-{10 + n}" for n in range(14)))[0] == ("2018", 5)
    assert labels(*(f"{1930 + 5 * n}-01-01" for n in range(14)))[:2] == [("1930–1939", 2), ("1940–1949", 2)]


def test_range_that_ends_before_it_begins_is_found_before_publishing() -> None:
    for question in (make.number(least=5, most=1), make.date(earliest="2026-02-01", latest="2026-01-01")):
        assert [one.check for one in question.findings(1, ["lv"])] == [Check.RANGE_EMPTY]
