"""A guideline, its chapters and recommendations, and the evidence that each stands on."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, String
from sqlmodel import Field

from survey_engine.ids import new_id
from survey_engine.records import Record, UtcTime


class Guideline(Record):
    """A document in the making: why, for whom, and how it came about (in the author's words).

    Here and below, `removed_at` marks what was deleted, so that deleting can be undone.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    title: str
    language: str = "lv"
    purpose: str = ""
    audience: str = ""
    how_made: str = ""
    published: int = 0
    created_at: datetime = Field(sa_type=UtcTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Chapter(Record):
    """A chapter of a guideline."""

    id: str = Field(default_factory=new_id, primary_key=True)
    guideline_id: str = Field(foreign_key="guideline.id", index=True, ondelete="CASCADE")
    title: str
    introduction: str = ""
    position: int = 0
    removed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Recommendation(Record):
    """What should be done, by whom, by when (`due`), why, and how it will be seen (`indicator`).

    The unit of change of a guideline.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    chapter_id: str = Field(foreign_key="chapter.id", index=True, ondelete="CASCADE")
    text: str
    addressee: str = ""
    due: str = Field(default="", sa_column_kwargs={"server_default": ""})
    indicator: str = Field(default="", sa_column_kwargs={"server_default": ""})
    rationale: str = ""
    position: int = 0
    changed_at: datetime = Field(sa_type=UtcTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Stance(StrEnum):
    """Whether a piece of evidence speaks for a recommendation or against it."""

    FOR = "for"
    AGAINST = "against"


class EvidenceKind(StrEnum):
    """What a recommendation can stand on."""

    QUOTE = "quote"
    THEME = "theme"
    RESULT = "result"
    COMPARISON = "comparison"
    SOURCE = "source"


class SourceKind(StrEnum):
    """Where an outside source comes from."""

    LAW = "law"
    STANDARD = "standard"
    STUDY = "study"
    PRACTICE = "practice"


class Evidence(Record):
    """One link from a recommendation to what it stands on, or to what speaks against it.

    Which fields are set depends on `kind`: quote_id; theme_id; question_id with optional
    `code` (result, comparison); source_* for an outside source. `why` says why it matters.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    recommendation_id: str = Field(foreign_key="recommendation.id", index=True, ondelete="CASCADE")
    stance: Stance = Field(default=Stance.FOR, sa_type=String)
    kind: EvidenceKind = Field(sa_type=String)
    quote_id: str | None = Field(default=None, foreign_key="quote.id", ondelete="SET NULL")
    theme_id: str | None = Field(default=None, foreign_key="theme.id", ondelete="SET NULL")
    question_id: str | None = None
    code: str | None = None
    session_ids: list[str] = Field(default_factory=list, sa_type=JSON)
    source_kind: SourceKind | None = Field(default=None, sa_type=String)
    source_title: str = ""
    source_place: str = ""
    source_url: str = ""
    why: str = ""
    position: int = 0
    made_by: str
    made_at: datetime = Field(sa_type=UtcTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcTime)


class Publication(Record):
    """A published version of a guideline: frozen, numbered, dated; `content` is the whole document."""

    id: str = Field(default_factory=new_id, primary_key=True)
    guideline_id: str = Field(foreign_key="guideline.id", index=True, ondelete="CASCADE")
    number: int
    content: dict = Field(default_factory=dict, sa_type=JSON)
    published_at: datetime = Field(sa_type=UtcTime)
    published_by: str
