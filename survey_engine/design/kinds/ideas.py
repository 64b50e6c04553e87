"""Ideas: people write them, and then give dots from a budget to the best."""

from typing import Literal

from pydantic import Field

from survey_engine.design.kinds.contributing import Contributing, Phase


class Ideas(Contributing):
    """People write ideas, and each shares out up to `dots` dots, at most `dots_on_one` on one idea.

    A vote is "idea=2", the number of dots; those who write do not vote until the facilitator opens it.
    """

    kind: Literal["ideas"] = "ideas"
    most: int = Field(default=3, ge=1, le=10)
    longest: int = Field(default=200, ge=20, le=1_000)
    starts_with: Phase = Phase.COLLECTING
    dots: int = Field(default=5, ge=1, le=20)
    dots_on_one: int = Field(default=3, ge=1, le=20)

    @property
    def is_voted_one_by_one(self) -> bool:
        return False

    @property
    def phases(self) -> tuple[Phase, ...]:
        return (Phase.COLLECTING, Phase.VOTING, Phase.BOTH)

    @property
    def most_on_one(self) -> int:
        """Return how many dots one idea may get from one person."""
        return min(self.dots, self.dots_on_one)
