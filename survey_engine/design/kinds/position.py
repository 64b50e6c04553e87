"""Position: several things placed on two axes at once, such as effort and effect."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.records import Value
from survey_engine.texts import Texts, pick

MOST_STEPS = 20


class Axis(Value):
    """One axis: what it is about, and what its ends mean. The horizontal one runs to the right, the other up."""

    name: Texts = Field(default_factory=dict)
    low: Texts = Field(default_factory=dict)
    high: Texts = Field(default_factory=dict)


class Position(Choice):
    """Things (the options) on a grid from 0 to `steps` each way. A code is "option=x,y".

    There are too many codes to list, so that `codes` offers none to be counted.
    """

    kind: Literal["position"] = "position"
    x: Axis = Field(default_factory=Axis)
    y: Axis = Field(default_factory=Axis)
    steps: int = Field(default=10, ge=2, le=MOST_STEPS)

    def codes(self) -> tuple[str, ...]:
        return ()

    def spot_of(self, code: str) -> tuple[str, int, int] | None:
        """Return the thing of a code and its place on both axes; None where it is not on the grid."""
        row, place = place_of(code)
        x, _, y = place.partition(",")
        if row not in self.option_codes or not (_is_step(x) and _is_step(y)):
            return None
        return (row, int(x), int(y)) if max(int(x), int(y)) <= self.steps else None

    def label(self, code: str) -> Texts:
        spot = self.spot_of(code)
        if spot is None:
            return super().label(code)
        row, x, y = spot
        return {
            language: f"{text}: {pick(self.x.name, language)} {x}, {pick(self.y.name, language)} {y}"
            for language, text in super().label(row).items()
        }

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        axes = {"x": _cleaned(self.x), "y": _cleaned(self.y)}
        return super().cleaned(used_codes).model_copy(update=axes)

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        return (*super().findings(number, languages), *self._about_axes(number, languages))

    def _about_axes(self, number: int, languages: Sequence[str]) -> Iterator[Finding]:
        for code in languages:
            texts = [text for axis in (self.x, self.y) for text in (axis.name, axis.low, axis.high)]
            if missing := sum(not text.get(code) for text in texts):
                yield self._finding(Check.AXIS_UNNAMED, number, found=missing, language=code)


def spot_at(row: str, x: int, y: int) -> str:
    """Return the code of a thing that was placed."""
    return code_at(row, f"{x},{y}")


def _is_step(text: str) -> bool:
    # "²" is a digit, too, and "007" is not how a step is written.
    return text.isascii() and text.isdecimal() and len(text) <= 2 and str(int(text)) == text


def _cleaned(axis: Axis) -> Axis:
    texts = {name: clean_texts(getattr(axis, name), LONGEST_LABEL) for name in ("name", "low", "high")}
    return axis.model_copy(update=texts)
