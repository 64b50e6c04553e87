"""What kinds share in which people answer to what others wrote: texts of their own, and votes on them."""

from enum import StrEnum

from pydantic import Field

from survey_engine.design.kinds.base import Question


class Phase(StrEnum):
    """What people do with a question at this moment: write, vote on what was written, or both."""

    COLLECTING = "collecting"
    VOTING = "voting"
    BOTH = "both"


class Contributing(Question):
    """People write up to `most` texts of up to `longest` characters, and vote on those that were let through.

    A vote is the code "text=vote" (see `code_at`). What is before the sign is the id of the answer that holds the
    text (or the code of a text that the facilitator wrote), so that a vote never holds anybody's words.
    """

    most: int = Field(default=3, ge=0, le=10)
    longest: int = Field(default=280, ge=20, le=1_000)
    starts_with: Phase = Phase.BOTH

    @property
    def takes_text(self) -> bool:
        return True

    @property
    def takes_contributions(self) -> bool:
        return True

    @property
    def is_voted_one_by_one(self) -> bool:
        """Say whether each vote is sent by itself, and not all of them together."""
        return True

    @property
    def can_be_answered(self) -> bool:
        """Say whether a text is a question that somebody answers in the room."""
        return False

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Return the phases that make sense for this kind, in their order."""
        return (Phase.BOTH, Phase.VOTING)
