"""Scale: points from 1 to `points`, with named ends or names for all, as numbers or stars."""

from typing import Literal

from survey_engine.design.kinds.graded import Graded
from survey_engine.texts import Texts


class Scale(Graded):
    """A question answered on a scale of 2 to 11 points. Codes are "1".."n", and "cant_say" if allowed."""

    kind: Literal["scale"] = "scale"

    @property
    def picks_one(self) -> bool:
        return True

    @property
    def has_numbers(self) -> bool:
        return True

    def codes(self) -> tuple[str, ...]:
        return self.point_codes

    def label(self, code: str) -> Texts:
        return self.point_label(code)
