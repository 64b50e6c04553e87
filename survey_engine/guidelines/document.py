"""The guideline as a document: typed, complete, and independent of the database once it is made.

A publication stores it as JSON. Sentences are written in the guideline's language when
the document is made; the figures they tell stand beside them, for programs.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from survey_engine.guidelines.models import SourceKind
from survey_engine.records import Value


class QuoteParagraph(Value):
    """A quote with its place; `caption` names group and session. Taken back, it has no words left."""

    kind: Literal["quote"] = "quote"
    evidence_id: str
    quote_id: str
    answer_id: str | None
    start: int
    end: int
    text: str
    language: str | None = None
    caption: str = ""
    why: str = ""
    taken_back_on: date | None = None


class FigureRow(Value):
    """One counted line: `people` out of `n`, its 95 % interval, and the sentence that says so."""

    label: str
    people: int
    n: int
    low: float
    high: float
    line: str


class FigureParagraph(Value):
    """A theme or a result: what was counted, over which sessions."""

    kind: Literal["figure"] = "figure"
    evidence_id: str
    about: str
    note: str = ""
    rows: tuple[FigureRow, ...] = ()
    why: str = ""


class ComparisonRow(Value):
    """One line of a comparison: what may be told of each group, in words."""

    label: str
    cells: tuple[str, ...]


class ComparisonParagraph(Value):
    """A question or a theme by group, with small groups protected."""

    kind: Literal["comparison"] = "comparison"
    evidence_id: str
    about: str
    note: str = ""
    groups: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    why: str = ""


class SourceParagraph(Value):
    """An outside source; `line` names it with its place."""

    kind: Literal["source"] = "source"
    evidence_id: str
    source: SourceKind
    line: str
    url: str = ""
    why: str = ""


class GoneParagraph(Value):
    """Evidence that is not there any more; `line` says so."""

    kind: Literal["gone"] = "gone"
    evidence_id: str
    line: str


Paragraph = Annotated[
    QuoteParagraph | FigureParagraph | ComparisonParagraph | SourceParagraph | GoneParagraph,
    Field(discriminator="kind"),
]


class Side(Value):
    """What speaks for a recommendation, or against it; `voices` says who stands behind that.

    `people` is None where they are too few to be told.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    people: int | None = 0
    notes: int = 0
    sessions: int = 0
    voices: str = ""


class DocumentRecommendation(Value):
    """A recommendation with both sides of its evidence."""

    id: str
    number: str
    text: str
    addressee: str = ""
    due: str = ""
    indicator: str = ""
    rationale: str = ""
    supporting: Side = Side()
    opposing: Side = Side()


class DocumentChapter(Value):
    """A chapter with its number."""

    number: int
    title: str
    introduction: str = ""
    recommendations: tuple[DocumentRecommendation, ...] = ()


class Table(Value):
    """A small table of the annex."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Annex(Value):
    """How the guideline came about, written from the data."""

    paragraphs: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


class Document(Value):
    """The whole guideline. `version` is 0 for a draft; `sample` says that the voices are invented."""

    guideline_id: str
    title: str
    language: str
    version: int
    dated: date
    sample: bool = False
    purpose: str = ""
    audience: str = ""
    how_made: str = ""
    study: str = ""
    place: str = ""
    chapters: tuple[DocumentChapter, ...] = ()
    annex: Annex = Annex()

    @property
    def recommendations(self) -> tuple[DocumentRecommendation, ...]:
        """All recommendations, in order."""
        return tuple(each for chapter in self.chapters for each in chapter.recommendations)

    @property
    def quotes(self) -> tuple[QuoteParagraph, ...]:
        """All quotes, for and against, in order."""
        return tuple(
            paragraph
            for each in self.recommendations
            for side in (each.supporting, each.opposing)
            for paragraph in side.paragraphs
            if isinstance(paragraph, QuoteParagraph)
        )
