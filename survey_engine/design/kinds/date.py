"""Date: people choose a day of the calendar, within a range where one is given."""

import datetime
from collections.abc import Sequence
from contextlib import suppress
from typing import Literal

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import Question
from survey_engine.texts import INTERFACE_LANGUAGES, Texts


class Date(Question):
    """A question answered with a day. Its code is the day, such as "2026-11-21"; so codes has none.

    `earliest` and `latest` are included in the range, None leaves that side open.
    """

    kind: Literal["date"] = "date"
    earliest: datetime.date | None = None
    latest: datetime.date | None = None

    def label(self, code: str) -> Texts:
        with suppress(ValueError):
            day = datetime.date.fromisoformat(code)
            return {one: say_day(day, one) for one in dict.fromkeys((*INTERFACE_LANGUAGES, *self.text))}
        return {}

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        found = super().findings(number, languages)
        if self.earliest and self.latest and self.earliest > self.latest:
            return (*found, self._finding(Check.RANGE_EMPTY, number))
        return found


def say_day(day: datetime.date, language: str) -> str:
    """Return a day as a language writes it in full; plainly where the language is unknown."""
    try:
        return format_date(day, "long", locale=language)
    except (UnknownLocaleError, ValueError):
        return day.isoformat()


def say_month(day: datetime.date, language: str) -> str:
    """Return the month and year of a day as a language writes them."""
    try:
        return format_skeleton("yMMMM", day, locale=language)
    except (UnknownLocaleError, ValueError, KeyError):
        return day.isoformat()[:7]
