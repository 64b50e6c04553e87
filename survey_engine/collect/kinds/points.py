"""Points: a total shared out over options, summarised by mean; a budget, by how many would fund what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from survey_engine.collect.kinds.base import Kind, Summed, counted, people_in, person_of, refuse_text, require
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Points
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts

MOST_DIGITS = 13


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One option: its mean over everybody who answered (None: nobody), and who gave it anything at all."""

    code: str
    label: Texts
    mean: float | None
    people: int


@dataclass(frozen=True, slots=True)
class Shares(Summed):
    """Options by what they were given of `total`, in the order of the question; `people` shared out."""

    people: int
    total: int
    shares: tuple[ShareRow, ...]

    @property
    def in_order(self) -> tuple[ShareRow, ...]:
        """Return the options from the highest mean down; equals stay in the order of the question."""
        return tuple(sorted(self.shares, key=lambda row: -(row.mean or 0)))


@dataclass(frozen=True, slots=True)
class FundedRow:
    """One option of a budget: what it costs, who would fund it, and whether it is in the set that fits."""

    code: str
    label: Texts
    cost: int
    people: int
    fits: bool = False


@dataclass(frozen=True, slots=True)
class Funding(Summed):
    """Options of a budget in the order of the question; `people` chose among them, `total` is to spend.

    What fits is found as in votes on participatory budgets: the option with most support first, then each
    next one that what is left can pay for; among equals the cheaper (greedy rule, Rey & Maly 2023,
    arXiv:2303.00621). What nobody would fund is not taken in.
    """

    people: int
    total: int
    funded: tuple[FundedRow, ...]

    @property
    def in_order(self) -> tuple[FundedRow, ...]:
        """Return the options from most support down, the cheaper first among equals."""
        return tuple(sorted(self.funded, key=lambda row: (-row.people, row.cost)))

    @property
    def spent(self) -> int:
        """Return what the set that fits costs."""
        return sum(row.cost for row in self.funded if row.fits)


def check(question: Points, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, without options that got nothing.

    Raises AMOUNT_UNFIT, POINTS_LEFT, POINTS_OVER where points are shared out, BUDGET_OVER in a budget.
    """
    require(question, value)
    refuse_text(value)
    given: dict[str, int] = {}
    for code in value.codes:
        option, written = place_of(code)
        if option not in question.option_codes:
            raise EngineError(Problem.ANSWER_CODE_UNKNOWN, code=code)
        if option in given:
            raise EngineError(Problem.ANSWER_UNFIT)
        given[option] = _amount_in(written)
    if given and question.is_budget:
        _check_budget(question, given)
    elif given:
        _check_total(question.total, sum(given.values()))
    return AnswerValue(
        codes=tuple(code_at(o, str(given[o])) for o in question.option_codes if given.get(o, 0))
    )


def _amount_in(written: str) -> int:
    digits = "".join(written.split())
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS):
        raise EngineError(Problem.AMOUNT_UNFIT, written=written)
    return int(digits)


def _check_total(total: int, given: int) -> None:
    if given < total:
        raise EngineError(Problem.POINTS_LEFT, given=given, total=total, left=total - given)
    if given > total:
        raise EngineError(Problem.POINTS_OVER, given=given, total=total, over=given - total)


def _check_budget(question: Points, given: Mapping[str, int]) -> None:
    costs = {option.code: option.cost for option in question.options}
    if any(costs[option] != amount for option, amount in given.items()):
        raise EngineError(Problem.ANSWER_UNFIT)
    spent = sum(given.values())
    if spent > question.total:
        over = spent - question.total
        raise EngineError(Problem.BUDGET_OVER, spent=spent, total=question.total, over=over)


def amounts_of(question: Points, people_by_code: Mapping[str, int], people: int) -> Shares | Funding:
    """Return people counted by code as means, or as support for what a budget may pay for."""
    given: dict[str, Counter[int]] = {option: Counter() for option in question.option_codes}
    for code, number in people_by_code.items():
        option, amount = place_of(code)
        if option in given and amount.isdecimal():
            given[option][int(amount)] += number
    if question.is_budget:
        return Funding(people, question.total, _funded(question, given))
    rows = tuple(
        ShareRow(
            option,
            question.label(option),
            sum(amount * number for amount, number in amounts.items()) / people if people else None,
            amounts.total(),
        )
        for option, amounts in given.items()
    )
    return Shares(people, question.total, rows)


def _funded(question: Points, given: Mapping[str, Counter[int]]) -> tuple[FundedRow, ...]:
    rows = [
        FundedRow(
            code_at(option.code, str(option.cost)), option.label, option.cost or 0, given[option.code].total()
        )
        for option in question.options
    ]
    left, fitting = question.total, set()
    for row in sorted(rows, key=lambda row: (-row.people, row.cost)):
        if row.people and row.cost <= left:
            left -= row.cost
            fitting.add(row.code)
    return tuple(replace(row, fits=row.code in fitting) for row in rows)


def summarise(question: Points, answers: Sequence[Answer]) -> Shares | Funding:
    """Return what the options were given, each person once."""
    kept = counted(answers)
    said = {(person_of(answer), code) for answer in kept for code in answer.codes}
    return amounts_of(question, Counter(code for _person, code in said), people_in(kept))


KIND = Kind(check=check, summarise=summarise, of_counts=amounts_of)
