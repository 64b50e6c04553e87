"""What a scale and a matrix share: points from 1 to `points`, their names, and a way out."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import CANT_SAY, Question
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.texts import Texts


class PointsShown(StrEnum):
    """How the points are offered: as numbers with named ends, each by its name, or as stars."""

    NUMBERS = "numbers"
    NAMES = "names"
    STARS = "stars"


class Graded(Question):
    """2 to 11 points. Codes are "1".."n", and "cant_say" if allowed.

    `low` and `high` name the ends; `between` holds the names of the points between, one a line.
    """

    points: int = Field(default=5, ge=2, le=11)
    low: Texts = Field(default_factory=dict)
    high: Texts = Field(default_factory=dict)
    between: Texts = Field(default_factory=dict)
    shown_as: PointsShown = PointsShown.NUMBERS
    cant_say: bool = True

    @property
    def point_codes(self) -> tuple[str, ...]:
        """Return the codes of the points in their order, "cant_say" last if it is allowed."""
        points = tuple(str(point) for point in range(1, self.points + 1))
        return (*points, CANT_SAY) if self.cant_say else points

    def point_label(self, code: str) -> Texts:
        """Return the name of a point; {} where it has none."""
        named = {"1": self.low, str(self.points): self.high}
        if code in named or not code.isdecimal():
            return named.get(code, {})
        lines = {language: text.split("\n") for language, text in self.between.items()}
        place = int(code) - 2
        return {language: names[place] for language, names in lines.items() if 0 <= place < len(names)}

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        lines = {code: _stripped(text) for code, text in self.between.items()}
        named = {
            "low": clean_texts(self.low, LONGEST_LABEL),
            "high": clean_texts(self.high, LONGEST_LABEL),
            "between": clean_texts(lines, LONGEST_LABEL * self.points),
        }
        return super().cleaned(used_codes).model_copy(update=named)

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        return (*super().findings(number, languages), *self._about_points(number, languages))

    def _about_points(self, number: int, languages: Sequence[str]) -> Iterator[Finding]:
        for code in languages:
            if not (self.low.get(code) and self.high.get(code)) and self.shown_as != PointsShown.STARS:
                yield self._finding(Check.ENDS_MISSING, number, language=code)
            found, wanted = len(self.between.get(code, "").split("\n")), self.points - 2
            if self.between.get(code) and found != wanted:
                yield self._finding(Check.NAMES_UNFIT, number, language=code, found=found, most=wanted)
            elif not self.between.get(code) and wanted and self.shown_as == PointsShown.NAMES:
                yield self._finding(Check.NAMES_MISSING, number, language=code)


def _stripped(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())
