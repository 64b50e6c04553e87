"""Scale: points from 1 to `points`, with labelled ends and a way out."""

from collections.abc import Collection, Sequence
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import CANT_SAY, Question
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.texts import Texts


class Scale(Question):
    """A question answered on a scale of 2 to 11 points. Codes are "1".."n", and "cant_say" if allowed."""

    kind: Literal["scale"] = "scale"
    points: int = Field(default=5, ge=2, le=11)
    low: Texts = Field(default_factory=dict)
    high: Texts = Field(default_factory=dict)
    cant_say: bool = True

    def codes(self) -> tuple[str, ...]:
        points = tuple(str(point) for point in range(1, self.points + 1))
        return (*points, CANT_SAY) if self.cant_say else points

    def label(self, code: str) -> Texts:
        return {"1": self.low, str(self.points): self.high}.get(code, {})

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        ends = {"low": clean_texts(self.low, LONGEST_LABEL), "high": clean_texts(self.high, LONGEST_LABEL)}
        return super().cleaned().model_copy(update=ends)

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        unlabelled = [code for code in languages if not (self.low.get(code) and self.high.get(code))]
        return (
            *super().findings(number, languages),
            *(self._finding(Check.ENDS_MISSING, number, language=code) for code in unlabelled),
        )
