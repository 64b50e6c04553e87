"""What all questions have in common."""

from pydantic import Field

from survey_engine.ids import new_id
from survey_engine.records import Value
from survey_engine.texts import Texts

CANT_SAY = "cant_say"


class Option(Value):
    """One thing to choose; `code` is what an answer stores, and never changes once published."""

    code: str
    label: Texts


class Question(Value):
    """A question in several languages. `id` stays the same through versions; `key` is for exports."""

    id: str = Field(default_factory=new_id)
    key: str = ""
    kind: str
    text: Texts = Field(default_factory=dict)
    help: Texts = Field(default_factory=dict)
    required: bool = False

    @property
    def takes_answers(self) -> bool:
        """Say whether people answer this, or only read it."""
        return True

    @property
    def takes_text(self) -> bool:
        """Say whether an answer holds people's own words."""
        return False

    def codes(self) -> tuple[str, ...]:
        """Return every code that an answer may hold, in the order in which they are shown."""
        return ()

    def label(self, code: str) -> Texts:
        """Return the label of a code in several languages; {} where the code itself says it."""
        return {}
