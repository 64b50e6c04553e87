"""Number: one number in one way of writing; summarised by median, mean, ends and a histogram."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from itertools import count
from statistics import median

from survey_engine.collect.kinds.base import Kind, Summed, counted, people_in, person_of, refuse_text, require
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Number
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts

WRITTEN = re.compile(r"-?(?:\d+[.,]?\d*|[.,]\d+)", re.ASCII)
MOST_CHARACTERS = 24
# So many different numbers are listed one by one; more are put into as many equal steps at most.
MOST_BINS = 10
MINUSES = str.maketrans("−–", "--")


@dataclass(frozen=True, slots=True)
class BinRow:
    """One bar of a histogram: a number, a day, or a range of them, and how many people are in it."""

    code: str
    label: Texts
    people: int


@dataclass(frozen=True, slots=True)
class Figures(Summed):
    """Numbers from the lowest up: `values` has every number once for each person; None where nobody answered."""

    people: int
    bins: tuple[BinRow, ...]
    values: tuple[Decimal, ...] = ()

    @property
    def median(self) -> Decimal | None:
        """Return the number in the middle; of an even count, the mean of the two in the middle."""
        return median(self.values) if self.values else None

    @property
    def mean(self) -> Decimal | None:
        """Return the mean."""
        return sum(self.values, Decimal(0)) / len(self.values) if self.values else None


def check(question: Number, value: AnswerValue) -> AnswerValue:
    """Return the number with a decimal point and no needless signs; both "12,50" and "12.5" are "12.5".

    Nothing is rounded. Raises NUMBER_UNFIT, NUMBER_TOO_FINE, NUMBER_TOO_LOW, NUMBER_TOO_HIGH.
    """
    require(question, value)
    refuse_text(value)
    if len(value.codes) > 1:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(value.codes), most=1)
    return AnswerValue(codes=tuple(_code_of(question, written) for written in value.codes))


def _code_of(question: Number, written: str) -> str:
    plain = "".join(written.split()).translate(MINUSES)
    if len(plain) > MOST_CHARACTERS or not WRITTEN.fullmatch(plain):
        raise EngineError(Problem.NUMBER_UNFIT, written=written.strip()[:60])
    plain = plain.replace(",", ".")
    # "1,000" may mean a thousand: what has more decimals than asked for is not guessed at.
    if len(plain.partition(".")[2]) > question.decimals:
        raise EngineError(Problem.NUMBER_TOO_FINE, written=written.strip(), most=question.decimals)
    number = Decimal(plain)
    if question.least is not None and number < Decimal(str(question.least)):
        raise EngineError(Problem.NUMBER_TOO_LOW, written=written.strip(), least=f"{question.least:g}")
    if question.most is not None and number > Decimal(str(question.most)):
        raise EngineError(Problem.NUMBER_TOO_HIGH, written=written.strip(), most=f"{question.most:g}")
    return _canonical(number)


def _canonical(number: Decimal) -> str:
    return format(number.normalize(), "f") if number else "0"


def figures_of(question: Number, people_by_code: Mapping[str, int], people: int) -> Figures:
    """Return people counted by number as a histogram with the numbers behind it."""
    by_number = Counter({Decimal(code): n for code, n in people_by_code.items() if WRITTEN.fullmatch(code)})
    values = tuple(sorted(by_number.elements()))
    return Figures(people, tuple(_bins(question, by_number)), values)


def _bins(question: Number, by_number: Mapping[Decimal, int]) -> Iterator[BinRow]:
    if len(by_number) <= MOST_BINS:
        for number in sorted(by_number):
            yield BinRow(_canonical(number), question.in_words(number), by_number[number])
        return
    least, most = min(by_number), max(by_number)
    width = _width(least, most, question.step)
    first = (least / width).to_integral_value(ROUND_FLOOR)
    for place in count():
        low = (first + place) * width
        if low > most:
            return
        people = sum(n for number, n in by_number.items() if low <= number < low + width)
        high = low + width - question.step
        label = question.in_words(low, high if high > low else None)
        yield BinRow(f"{_canonical(low)}..{_canonical(high)}", label, people)


def _width(least: Decimal, most: Decimal, step: Decimal) -> Decimal:
    """Return the narrowest of 1, 2, 5, 10, 20, ... steps with which the numbers fit into MOST_BINS bars."""
    for power in count():
        for factor in (1, 2, 5):
            width = (step * factor).scaleb(power)
            first, last = ((end / width).to_integral_value(ROUND_FLOOR) for end in (least, most))
            if last - first < MOST_BINS:
                return width
    raise AssertionError("steps grow without end")


def summarise(question: Number, answers: Sequence[Answer]) -> Figures:
    """Return the numbers with their histogram, each person once."""
    kept = counted(answers)
    said = {(person_of(answer), code) for answer in kept for code in answer.codes}
    return figures_of(question, Counter(code for _person, code in said), people_in(kept))


KIND = Kind(check=check, summarise=summarise, of_counts=figures_of)
