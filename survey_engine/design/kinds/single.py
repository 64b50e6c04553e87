"""Single choice: one of several options."""

from typing import Literal

from survey_engine.design.kinds.choice import Choice


class SingleChoice(Choice):
    """A question with options of which people choose one."""

    kind: Literal["single"] = "single"
