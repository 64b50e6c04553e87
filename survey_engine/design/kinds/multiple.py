"""Multiple choice: at least `least` and at most `most` of several options."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.choice import MOST_OPTIONS, Choice


class MultipleChoice(Choice):
    """A question with options of which people choose several; `most` None means as many as they like."""

    kind: Literal["multiple"] = "multiple"
    least: int = Field(default=0, ge=0, le=MOST_OPTIONS)
    most: int | None = Field(default=None, ge=1, le=MOST_OPTIONS)

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        found = list(super().findings(number, languages))
        if self.most is not None and self.least > self.most:
            found.append(self._finding(Check.LEAST_OVER_MOST, number, least=self.least, most=self.most))
        elif self.least > len(self.options):
            found.append(
                self._finding(Check.LEAST_OVER_OPTIONS, number, least=self.least, found=len(self.options))
            )
        return tuple(found)
