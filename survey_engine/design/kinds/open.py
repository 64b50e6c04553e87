"""Open text: people answer in their own words."""

from collections.abc import Collection, Sequence
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import Question
from survey_engine.design.kinds.patterns import Pattern, Shape
from survey_engine.design.limits import LONGEST_LABEL, clean_texts

LONGEST_TEXT = 20_000


class OpenText(Question):
    """A question answered in one's own words, up to `longest` characters (Unicode code points).

    `pattern` is what the text has to look like.
    """

    kind: Literal["open"] = "open"
    longest: int = Field(default=2_000, ge=1, le=LONGEST_TEXT)
    long: bool = True
    pattern: Pattern = Pattern()

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        pattern = self.pattern.model_copy(
            update={
                "own": self.pattern.own.strip(),
                "message": clean_texts(self.pattern.message, LONGEST_LABEL),
            }
        )
        return super().cleaned(used_codes).model_copy(update={"pattern": pattern})

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        found = list(super().findings(number, languages))
        if self.pattern.shape == Shape.OWN and not (self.pattern.own and self.pattern.compiles):
            found.append(self._finding(Check.PATTERN_BROKEN, number))
        elif self.pattern.is_slow:
            found.append(self._finding(Check.PATTERN_SLOW, number))
        return tuple(found)

    @property
    def takes_text(self) -> bool:
        return True
