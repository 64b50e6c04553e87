"""Scale: points from 1 to `points`, with labelled ends and a way out."""

from typing import Literal

from pydantic import Field

from survey_engine.design.kinds.base import CANT_SAY, Question
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
