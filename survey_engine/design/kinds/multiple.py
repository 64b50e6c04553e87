"""Multiple choice: at least `least` and at most `most` of several options."""

from typing import Literal

from survey_engine.design.kinds.base import Option, Question
from survey_engine.texts import Texts


class MultipleChoice(Question):
    """A question with options of which people choose several; `most` None means as many as they like."""

    kind: Literal["multiple"] = "multiple"
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int | None = None

    def codes(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.options)

    def label(self, code: str) -> Texts:
        return next((option.label for option in self.options if option.code == code), {})
