"""Single choice: one of several options."""

from typing import Literal

from survey_engine.design.kinds.choice import OpenChoice


class SingleChoice(OpenChoice):
    """A question with options of which people choose one."""

    kind: Literal["single"] = "single"

    @property
    def picks_one(self) -> bool:
        return True
