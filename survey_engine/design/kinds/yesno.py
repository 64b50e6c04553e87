"""Yes or no, with labels of our own in every language."""

from typing import Literal

from survey_engine.design.kinds.base import CANT_SAY, Question, in_every_language
from survey_engine.i18n import mark
from survey_engine.texts import Texts

YES, NO = "yes", "no"
LABELS = {YES: mark("Yes"), NO: mark("No")}


class YesNo(Question):
    """A question answered with yes or no. Codes are "yes", "no", and "cant_say" if allowed."""

    kind: Literal["yesno"] = "yesno"
    cant_say: bool = False

    @property
    def picks_one(self) -> bool:
        return True

    def codes(self) -> tuple[str, ...]:
        return (YES, NO, CANT_SAY) if self.cant_say else (YES, NO)

    def label(self, code: str) -> Texts:
        return in_every_language(LABELS[code]) if code in LABELS else {}
