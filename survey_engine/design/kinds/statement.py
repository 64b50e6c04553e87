"""Statement: people agree, disagree or pass."""

from typing import Literal

from survey_engine.design.kinds.base import Question

AGREE, DISAGREE, PASS = "agree", "disagree", "pass"


class Statement(Question):
    """A sentence that people vote on; the text of the question is the statement."""

    kind: Literal["statement"] = "statement"

    @property
    def picks_one(self) -> bool:
        return True

    def codes(self) -> tuple[str, ...]:
        return (AGREE, DISAGREE, PASS)
