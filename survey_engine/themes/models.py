"""Themes, which answers belong to them and who said so, and quotes as places in answers."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, String
from sqlmodel import Field

from survey_engine.ids import new_id
from survey_engine.records import Record, UtcTime

MACHINE = "machine"


class ThemeState(StrEnum):
    """A suggestion until a person keeps or dismisses it."""

    SUGGESTED = "suggested"
    KEPT = "kept"
    DISMISSED = "dismissed"


class Theme(Record):
    """A theme of a study. `scope` names the questions it was suggested for ('' where a person made it)."""

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    name: str
    definition: str = ""
    terms: list[str] = Field(default_factory=list, sa_type=JSON)
    scope: str = ""
    state: ThemeState = Field(default=ThemeState.SUGGESTED, sa_type=String)
    made_by: str = MACHINE
    position: int = 0
    created_at: datetime = Field(sa_type=UtcTime)


class Coding(Record):
    """An answer belongs to a theme, or a person said that it does not (`accepted` False).

    `made_by` is "machine" or "account:<id>"; people's codings outlast every new run.
    """

    theme_id: str = Field(foreign_key="theme.id", primary_key=True, ondelete="CASCADE")
    answer_id: str = Field(foreign_key="answer.id", primary_key=True, ondelete="CASCADE")
    made_by: str = MACHINE
    accepted: bool = True
    weight: float | None = None
    made_at: datetime = Field(sa_type=UtcTime)


class Quote(Record):
    """A passage of an answer: `start` and `end` in Unicode code points, end-exclusive.

    Its words are never stored: they are `answer.text[start:end]`. Where the answer was
    taken back, `erased_at` says so and nothing of it is left.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    answer_id: str | None = Field(default=None, foreign_key="answer.id", index=True, ondelete="SET NULL")
    start: int
    end: int
    theme_id: str | None = Field(default=None, foreign_key="theme.id", ondelete="SET NULL")
    made_by: str
    made_at: datetime = Field(sa_type=UtcTime)
    erased_at: datetime | None = Field(default=None, sa_type=UtcTime)
