"""Information: something to read before a question; nobody answers it."""

from typing import Literal

from survey_engine.design.kinds.base import Question


class Information(Question):
    """A text shown between questions; `text` is its heading and `help` its body."""

    kind: Literal["information"] = "information"

    @property
    def takes_answers(self) -> bool:
        return False
