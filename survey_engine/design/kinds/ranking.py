"""Ranking: options put in order, all of them or the first few."""

from typing import Literal

from pydantic import Field

from survey_engine.design.kinds.choice import MOST_OPTIONS, Choice


class Ranking(Choice):
    """Options to be put in order; `top` is how many places there are (None: one for each option).

    The codes of an answer are options, the first place first. A code alone says nothing without its
    place, so that `codes` offers none to be counted.
    """

    kind: Literal["ranking"] = "ranking"
    top: int | None = Field(default=None, ge=1, le=MOST_OPTIONS)

    @property
    def places(self) -> int:
        """Return how many places there are to fill."""
        return min(self.top or len(self.options), len(self.options))

    def codes(self) -> tuple[str, ...]:
        return ()
