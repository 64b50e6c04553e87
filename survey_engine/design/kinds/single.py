"""Single choice: one of several options."""

from typing import Literal

from survey_engine.design.kinds.base import Option, Question
from survey_engine.texts import Texts


class SingleChoice(Question):
    """A question with options of which people choose one."""

    kind: Literal["single"] = "single"
    options: tuple[Option, ...] = ()

    def codes(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.options)

    def label(self, code: str) -> Texts:
        return next((option.label for option in self.options if option.code == code), {})
