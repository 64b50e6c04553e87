"""What somebody said, as it is shown behind a comparison."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """What somebody of a group said, and in which session; `start` and `end` as in a quote."""

    answer_id: str
    group_key: str
    session_title: str
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The passage, exactly as said."""
        return self.text[self.start : self.end]
