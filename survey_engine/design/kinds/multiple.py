"""Multiple choice: at least `least` and at most `most` of several options, or none of them."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import in_every_language
from survey_engine.design.kinds.choice import MOST_OPTIONS, NONE, OpenChoice
from survey_engine.i18n import mark
from survey_engine.texts import Texts


class MultipleChoice(OpenChoice):
    """A question with options of which people choose several; `most` None means as many as they like.

    `none` offers "none of these", which stands alone: its code is `none`.
    """

    kind: Literal["multiple"] = "multiple"
    least: int = Field(default=0, ge=0, le=MOST_OPTIONS)
    most: int | None = Field(default=None, ge=1, le=MOST_OPTIONS)
    none: bool = False

    @property
    def takes_default(self) -> bool:
        return True

    def codes(self) -> tuple[str, ...]:
        own = (NONE,) if self.none and NONE not in self.option_codes else ()
        return (*super().codes(), *own)

    def label(self, code: str) -> Texts:
        given = super().label(code)
        return in_every_language(mark("None of these")) if code == NONE and not given else given

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        found = list(super().findings(number, languages))
        if self.most is not None and self.least > self.most:
            found.append(self._finding(Check.LEAST_OVER_MOST, number, least=self.least, most=self.most))
        elif self.least > len(self.options):
            found.append(
                self._finding(Check.LEAST_OVER_OPTIONS, number, least=self.least, found=len(self.options))
            )
        return tuple(found)
