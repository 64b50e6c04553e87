"""Ranges of numbers in the labels of options, such as "18-25", "up to 3 km", "65+"."""

import re

from survey_engine.design.wording.lexicons import has
from survey_engine.records import Value

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b")
HIGHEST = float("inf")


class Range(Value):
    """From `low` to `high`, both included unless `open_low` or `open_high` says that the end is left out."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: "Range") -> bool:
        """Say whether a number may lie in both."""
        first, second = sorted((self, other), key=lambda one: (one.low, one.high))
        if second.low == first.high:
            return not (first.open_high or second.open_low)
        return second.low < first.high


def range_of(label: str, language: str) -> Range | None:
    """Return the range that a label names, or None where it names none or more than one."""
    if CLOCK.search(label):
        return None
    numbers = [_number(match.group()) for match in NUMBER.finditer(label)]
    if len(numbers) == 2:
        return Range(low=numbers[0], high=numbers[1]) if numbers[0] <= numbers[1] else None
    if len(numbers) != 1:
        return None
    number = numbers[0]
    if has("numbers_below", language, label):
        return Range(low=0, high=number, open_high=True)
    if has("numbers_up_to", language, label):
        return Range(low=0, high=number)
    if has("numbers_above", language, label):
        return Range(low=number, high=HIGHEST, open_low=True)
    if has("numbers_from", language, label) or f"{number:.0f}+" in label.replace(" ", ""):
        return Range(low=number, high=HIGHEST)
    return Range(low=number, high=number)


def _number(written: str) -> float:
    return float(re.sub(r"[ \u00a0\u202f]", "", written).replace(",", "."))
