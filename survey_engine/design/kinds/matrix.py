"""Matrix: several statements answered on one scale."""

from typing import Literal

from survey_engine.design.kinds.base import CANT_SAY, code_at, in_every_language, place_of
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.graded import Graded
from survey_engine.i18n import mark
from survey_engine.texts import Texts, pick


class Matrix(Choice, Graded):
    """Statements (the options) by points. A code is "statement=point"; one for each statement answered."""

    kind: Literal["matrix"] = "matrix"

    def codes(self) -> tuple[str, ...]:
        return tuple(code_at(row, point) for row in self.option_codes for point in self.point_codes)

    def row_label(self, row: str) -> Texts:
        """Return the text of a statement in several languages."""
        return super().label(row)

    def label(self, code: str) -> Texts:
        row, point = place_of(code)
        named = self.row_label(row)
        names = in_every_language(mark("Can't say")) if point == CANT_SAY else self.point_label(point)
        return {language: f"{text}: {point_said(point, names, language)}" for language, text in named.items()}


def point_said(point: str, names: Texts, language: str) -> str:
    """Return a point with its name, if it has one, in one language."""
    name = pick(names, language)
    return name if point == CANT_SAY else f"{point} = {name}" if name else point
