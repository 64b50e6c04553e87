"""Date: one day; summarised by day, month, year or ten years, whichever is fine enough to be read."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from survey_engine.collect.kinds.base import Kind, Summed, counted, people_in, person_of, refuse_text, require
from survey_engine.collect.kinds.number import BinRow
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Date
from survey_engine.design.kinds.date import say_month
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import INTERFACE_LANGUAGES, Texts

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\.?", re.ASCII)
# So many different days are listed one by one; more are put together by longer periods.
MOST_BINS = 12


@dataclass(frozen=True, slots=True)
class Days(Summed):
    """Days put together by period, the earliest first, with the first and last day (None: nobody answered)."""

    people: int
    bins: tuple[BinRow, ...]
    first: date | None = None
    last: date | None = None


def check(question: Date, value: AnswerValue) -> AnswerValue:
    """Return the day as yyyy-mm-dd; "21.11.2026" is the same day.

    Raises DATE_UNFIT, DATE_TOO_EARLY, DATE_TOO_LATE.
    """
    require(question, value)
    refuse_text(value)
    if len(value.codes) > 1:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(value.codes), most=1)
    return AnswerValue(codes=tuple(_code_of(question, written) for written in value.codes))


def _code_of(question: Date, written: str) -> str:
    day = day_in(written)
    if day is None:
        raise EngineError(Problem.DATE_UNFIT, written=written.strip()[:60])
    if question.earliest and day < question.earliest:
        raise EngineError(Problem.DATE_TOO_EARLY, written=day, earliest=question.earliest)
    if question.latest and day > question.latest:
        raise EngineError(Problem.DATE_TOO_LATE, written=day, latest=question.latest)
    return day.isoformat()


def day_in(written: str) -> date | None:
    """Return the day that is written as yyyy-mm-dd or d.m.yyyy; None where it is no day of the calendar."""
    plain = "".join(written.split())
    with suppress(ValueError):
        if parts := ISO.fullmatch(plain):
            return date(*(int(part) for part in parts.groups()))
        if parts := DOTTED.fullmatch(plain):
            day, month, year = (int(part) for part in parts.groups())
            return date(year, month, day)
    return None


def days_of(question: Date, people_by_code: Mapping[str, int], people: int) -> Days:
    """Return people counted by day as a histogram by period; periods that nobody chose stay in it."""
    by_day = Counter({day: n for code, n in people_by_code.items() if (day := day_in(code))})
    if not by_day:
        return Days(people, ())
    if len(by_day) <= MOST_BINS:
        bins = [BinRow(str(day), question.label(str(day)), by_day[day]) for day in sorted(by_day)]
    else:
        bins = list(_by_period(by_day))
    return Days(people, tuple(bins), min(by_day), max(by_day))


def _by_period(by_day: Mapping[date, int]) -> Iterator[BinRow]:
    number_of, label_of = next(
        (numbered, label)
        for numbered, label in PERIODS
        if numbered(max(by_day)) - numbered(min(by_day)) < MOST_BINS or numbered is _century
    )
    people = Counter[int]()
    for day, number in by_day.items():
        people[number_of(day)] += number
    for place in range(min(people), max(people) + 1):
        label = label_of(place)
        yield BinRow(label["en"], label, people[place])


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _year(day: date) -> int:
    return day.year


def _decade(day: date) -> int:
    return day.year // 10


def _century(day: date) -> int:
    return day.year // 100


def _month_label(place: int) -> Texts:
    first = date(place // 12, place % 12 + 1, 1)
    return {language: say_month(first, language) for language in INTERFACE_LANGUAGES}


def _years_label(years: int) -> Callable[[int], Texts]:
    def label(place: int) -> Texts:
        first, last = place * years, place * years + years - 1
        said = str(first) if years == 1 else f"{first}–{last}"
        return dict.fromkeys(INTERFACE_LANGUAGES, said)

    return label


PERIODS: tuple[tuple[Callable[[date], int], Callable[[int], Texts]], ...] = (
    (_month, _month_label),
    (_year, _years_label(1)),
    (_decade, _years_label(10)),
    (_century, _years_label(100)),
)


def summarise(question: Date, answers: Sequence[Answer]) -> Days:
    """Return the days with their histogram, each person once."""
    kept = counted(answers)
    said = {(person_of(answer), code) for answer in kept for code in answer.codes}
    return days_of(question, Counter(code for _person, code in said), people_in(kept))


KIND = Kind(check=check, summarise=summarise, of_counts=days_of)
