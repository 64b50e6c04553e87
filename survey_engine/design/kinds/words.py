"""Words: up to `most` short entries from each person, shown as a cloud and as bars."""

from typing import Literal

from pydantic import Field

from survey_engine.design.kinds.base import Question

LONGEST_ENTRY = 60


class Words(Question):
    """A question answered with a few words, each up to 60 characters."""

    kind: Literal["words"] = "words"
    most: int = Field(default=3, ge=1, le=10)

    @property
    def takes_text(self) -> bool:
        return True
