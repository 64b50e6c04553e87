"""Number: people write one number, of a unit and within a range where these are given."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import Question
from survey_engine.design.limits import LONGEST_UNIT, clean_texts
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, pick, say_number

FARTHEST = 1_000_000_000_000


class Number(Question):
    """A question answered with a number. Its code is the number itself, such as "12.5"; so codes has none.

    `least` and `most` are included in the range, None leaves that side open; `decimals` may be written.
    """

    kind: Literal["number"] = "number"
    unit: Texts = Field(default_factory=dict)
    least: float | None = Field(default=None, ge=-FARTHEST, le=FARTHEST, allow_inf_nan=False)
    most: float | None = Field(default=None, ge=-FARTHEST, le=FARTHEST, allow_inf_nan=False)
    decimals: int = Field(default=0, ge=0, le=6)

    @property
    def has_numbers(self) -> bool:
        return True

    @property
    def step(self) -> Decimal:
        """Return the smallest difference between two numbers."""
        return Decimal(1).scaleb(-self.decimals)

    def label(self, code: str) -> Texts:
        if not code.removeprefix("-").replace(".", "", 1).isdecimal():
            return {}
        return self.in_words(Decimal(code))

    def in_words(self, low: Decimal, high: Decimal | None = None) -> Texts:
        """Return a number, or the range from `low` to `high`, with its unit in every language."""
        languages = dict.fromkeys((*INTERFACE_LANGUAGES, *self.text))
        return {
            code: self.say(low, code) if high is None else self._range(low, high, code) for code in languages
        }

    def say(self, number: Decimal | float, language: str) -> str:
        """Return a number with its unit, as a language writes it."""
        return f"{say_number(number, language)} {pick(self.unit, language)}".strip()

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        unit = clean_texts(self.unit, LONGEST_UNIT)
        return super().cleaned(used_codes).model_copy(update={"unit": unit})

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        found = super().findings(number, languages)
        if self.least is not None and self.most is not None and self.least > self.most:
            return (*found, self._finding(Check.RANGE_EMPTY, number))
        return found

    def _range(self, low: Decimal, high: Decimal, language: str) -> str:
        return f"{say_number(low, language)} – {self.say(high, language)}"
