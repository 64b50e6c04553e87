"""Audience: people ask the speaker, and vote for the questions that they want answered, too."""

from typing import Literal

from pydantic import Field

from survey_engine.design.kinds.contributing import Contributing

UP = "up"


class Audience(Contributing):
    """Questions from the audience. A vote is "question=up", one for each question from each person."""

    kind: Literal["audience"] = "audience"
    most: int = Field(default=3, ge=1, le=10)
    longest: int = Field(default=280, ge=20, le=1_000)

    @property
    def can_be_answered(self) -> bool:
        return True
