"""Points: a total shared out over options, or a budget spent on options that cost something."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import Option, code_at, place_of
from survey_engine.design.kinds.choice import MOST_OPTIONS, Choice
from survey_engine.design.limits import LONGEST_UNIT, clean_texts
from survey_engine.texts import Texts, pick, say_number

LARGEST_TOTAL = 1_000_000_000_000


class Priced(Option):
    """An option of a budget with its cost; None where points are shared out."""

    cost: int | None = Field(default=None, ge=1, le=LARGEST_TOTAL)


class Points(Choice):
    """A total to share out over the options; a budget as soon as any option has a cost.

    A code is "option=amount": what was given to the option, or what it costs. Points that are shared
    out offer no codes to be counted: an amount alone says nothing without the others.
    """

    kind: Literal["points"] = "points"
    options: tuple[Priced, ...] = Field(default=(), max_length=MOST_OPTIONS)
    total: int = Field(default=100, ge=1, le=LARGEST_TOTAL)
    unit: Texts = Field(default_factory=dict)

    @property
    def is_budget(self) -> bool:
        """Say whether people choose what to pay for, instead of sharing out points."""
        return any(option.cost for option in self.options)

    def codes(self) -> tuple[str, ...]:
        return tuple(code_at(option.code, str(option.cost)) for option in self.options if option.cost)

    def label(self, code: str) -> Texts:
        if code in self.option_codes:
            return super().label(code)
        row, amount = place_of(code)
        number = int(amount) if amount.isdecimal() else None
        return {
            language: text if number is None else f"{text}: {self.say_amount(number, language)}"
            for language, text in super().label(row).items()
        }

    def say_amount(self, amount: float, language: str) -> str:
        """Return an amount with its unit, as a language writes it."""
        return f"{say_number(amount, language)} {pick(self.unit, language)}".strip()

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        return super().cleaned(used_codes).model_copy(update={"unit": clean_texts(self.unit, LONGEST_UNIT)})

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        return (*super().findings(number, languages), *self._about_costs(number))

    def _about_costs(self, number: int) -> Iterator[Finding]:
        if not self.is_budget:
            return
        costs = [option.cost for option in self.options]
        missing = costs.count(None)
        if missing:
            yield self._finding(Check.COSTS_MISSING, number, found=missing)
        elif min(cost or 0 for cost in costs) > self.total:
            yield self._finding(Check.NOTHING_FITS, number, most=self.total)
        elif sum(cost or 0 for cost in costs) <= self.total:
            yield self._finding(Check.ALL_FITS, number, most=self.total)
