"""What a reader made of a file, before it is stored: questions, people, and what they said.

Plain slots instead of records: a Polis conversation holds hundreds of thousands of votes,
and each is checked by its reader already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from survey_engine.collect.models import Origin
from survey_engine.design.kinds import Question
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.refusals import Refusal, Remark
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group as the file names it; it is matched with the groups of the study when stored."""

    key: str
    label: Texts


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who said something. `label` is what the file calls them; it never leaves the database."""

    number: int
    label: str
    group_key: str | None
    language: str | None
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One answer of the person with this number."""

    number: int
    question_id: str
    entry: int
    codes: tuple[str, ...]
    text: str | None
    language: str | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that one import would store, and everything that it would not."""

    name: str
    title: str
    purpose: str
    language: str
    origin: Origin
    groups: tuple[NamedGroup, ...]
    questions: tuple[Question, ...]
    people: Sequence[Person]
    said: Sequence[Said]
    held_at: datetime
    ended_at: datetime
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def refuse_empty(self) -> "Intake":
        """Return this; raise ROWS_NONE where there is nothing to store."""
        if not self.said:
            raise EngineError(Problem.ROWS_NONE, name=self.name, number=len(self.refused))
        return self

    def refuse_any(self) -> "Intake":
        """Return this; raise ROWS_REFUSED where a single row was refused."""
        if self.refused:
            raise EngineError(Problem.ROWS_REFUSED, name=self.name, number=len(self.refused))
        return self
