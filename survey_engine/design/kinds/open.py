"""Open text: people answer in their own words."""

from typing import Literal

from pydantic import Field

from survey_engine.design.kinds.base import Question

LONGEST_TEXT = 20_000


class OpenText(Question):
    """A question answered in one's own words, up to `longest` characters (Unicode code points)."""

    kind: Literal["open"] = "open"
    longest: int = Field(default=2_000, ge=1, le=LONGEST_TEXT)
    long: bool = True

    @property
    def takes_text(self) -> bool:
        return True
