"""What evidence says at this moment, as plain values read from the data.

`Evidence` is the link; a fact is what the link leads to now: the words of a quote, the
figures of a result. Facts that are gone say so, so that nobody builds on them unawares.
"""

from dataclasses import dataclass
from datetime import date, datetime

from survey_engine.guidelines.models import Evidence, Stance


@dataclass(frozen=True, slots=True)
class Voice:
    """One answer that stands behind a fact. `person_id` is None for a note of what was said aloud.

    An imported answer of nobody in particular is a person of its own.
    """

    answer_id: str
    person_id: str | None
    group_key: str | None
    session_id: str


@dataclass(frozen=True, slots=True)
class Told:
    """How many of those who answered: `people` out of `n`, with a 95 % interval of the share."""

    people: int
    n: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class QuoteFact:
    """A passage with its place and what may be told about who said it: a group, never a person.

    `said_aloud`     from a note or transcript, not written by the participant
    `changed_since`  the participant has changed this answer since
    """

    quote_id: str
    answer_id: str
    start: int
    end: int
    text: str
    language: str | None
    group: str
    session: str
    held_on: date | None
    theme: str = ""
    said_aloud: bool = False
    changed_since: bool = False


@dataclass(frozen=True, slots=True)
class ThemeFact:
    """A theme and how many named it; `told` is None where only notes belong to it."""

    name: str
    definition: str
    told: Told | None
    notes: int


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One code of a question and how many gave it; or one thing, how many rated it, and their mean."""

    label: str
    told: Told
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class ResultFact:
    """What was answered to a question: `answered` people, and the lines that were picked."""

    question: str
    sessions: tuple[str, ...]
    answered: int
    lines: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What may be told of a count: exactly (`least` equals `most`), a range, or `few`.

    `n` is 0 where the size of the group is not told either; `low` and `high` bound the share,
    or the `mean` where a scale is told by its mean.
    """

    least: int
    most: int
    few: bool = False
    n: int = 0
    low: float | None = None
    high: float | None = None
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line of a comparison, with what may be told of each group (in the order of the groups)."""

    label: str
    cells: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class ComparisonFact:
    """A question or a theme by group, as it may be published."""

    about: str
    sessions: tuple[str, ...]
    groups: tuple[str, ...]
    lines: tuple[ComparedLine, ...]


@dataclass(frozen=True, slots=True)
class SourceFact:
    """An outside source: everything about it stands in the link itself."""


Fact = QuoteFact | ThemeFact | ResultFact | ComparisonFact | SourceFact


@dataclass(frozen=True, slots=True)
class EvidenceFact:
    """A link and what it leads to now; `fact` is None where that is gone.

    `taken_back_at` says when a participant took the quoted answer back.
    """

    evidence: Evidence
    fact: Fact | None
    voices: tuple[Voice, ...] = ()
    taken_back_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Say whether there is still something behind the link."""
        return self.fact is not None


def of_stance(facts: tuple[EvidenceFact, ...], stance: Stance) -> tuple[EvidenceFact, ...]:
    """Return the facts that speak for a recommendation, or those against it, in their order."""
    return tuple(fact for fact in facts if fact.evidence.stance == stance)
