"""What was deleted from a guideline and can be brought back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select

from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import ChapterRow, RecommendationRow


class Part(StrEnum):
    """Which part of a guideline."""

    CHAPTER = "chapter"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class Deleted:
    """A deleted part with its words. A recommendation comes back with its chapter, where that was deleted."""

    part: Part
    id: str
    text: str
    at: datetime


def deleted_from(transaction: Transaction, guideline_id: str) -> tuple[Deleted, ...]:
    """Return the deleted chapters, and the deleted recommendations of chapters still there, newest first."""
    chapters = select(ChapterRow).where(ChapterRow.guideline_id == guideline_id)
    recommendations = (
        select(RecommendationRow)
        .join(ChapterRow, col(ChapterRow.id) == col(RecommendationRow.chapter_id))
        .where(ChapterRow.guideline_id == guideline_id, col(ChapterRow.removed_at).is_(None))
    )
    found = [
        Deleted(Part.CHAPTER, row.id, row.title, row.removed_at)
        for row in transaction.exec(chapters)
        if row.removed_at is not None
    ]
    found += [
        Deleted(Part.RECOMMENDATION, row.id, row.text, row.removed_at)
        for row in transaction.exec(recommendations)
        if row.removed_at is not None
    ]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))
