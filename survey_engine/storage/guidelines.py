"""Guidelines in the database: what stands in a draft, where a part of it belongs, and what is taken back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select

from survey_engine.guidelines.document import Document
from survey_engine.guidelines.erasure import blank_quotes
from survey_engine.guidelines.models import Chapter, Evidence, Guideline, Publication, Recommendation
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AnswerRow,
    ChapterRow,
    EvidenceRow,
    GuidelineRow,
    PublicationRow,
    QuoteRow,
    RecommendationRow,
    SessionRow,
)


def guidelines_of(transaction: Transaction, study_id: str) -> tuple[Guideline, ...]:
    """Return the guidelines of a study that were not deleted, the oldest first."""
    statement = (
        select(GuidelineRow)
        .where(GuidelineRow.study_id == study_id, col(GuidelineRow.removed_at).is_(None))
        .order_by(col(GuidelineRow.created_at), col(GuidelineRow.id))
    )
    return tuple(Guideline.model_validate(row) for row in transaction.exec(statement))


def count_recommendations(transaction: Transaction, study_id: str) -> dict[str, int]:
    """Return how many recommendations stand in each guideline of a study."""
    statement = (
        select(ChapterRow.guideline_id, func.count(col(RecommendationRow.id)))
        .join(RecommendationRow, col(RecommendationRow.chapter_id) == col(ChapterRow.id))
        .join(GuidelineRow, col(GuidelineRow.id) == col(ChapterRow.guideline_id))
        .where(
            GuidelineRow.study_id == study_id,
            col(ChapterRow.removed_at).is_(None),
            col(RecommendationRow.removed_at).is_(None),
        )
        .group_by(col(ChapterRow.guideline_id))
    )
    return {guideline: int(count) for guideline, count in transaction.exec(statement)}


def chapters_of(transaction: Transaction, guideline_id: str) -> tuple[Chapter, ...]:
    """Return the chapters of a guideline in order, without deleted ones."""
    return tuple(Chapter.model_validate(row) for row in chapter_rows(transaction, guideline_id))


def chapter_rows(transaction: Transaction, guideline_id: str) -> list[ChapterRow]:
    """Return the rows of the chapters of a guideline in order, without deleted ones."""
    statement = (
        select(ChapterRow)
        .where(ChapterRow.guideline_id == guideline_id, col(ChapterRow.removed_at).is_(None))
        .order_by(col(ChapterRow.position), col(ChapterRow.id))
    )
    return list(transaction.exec(statement))


def recommendations_of(transaction: Transaction, chapter_ids: Sequence[str]) -> tuple[Recommendation, ...]:
    """Return the recommendations of some chapters in order, without deleted ones."""
    return tuple(Recommendation.model_validate(row) for row in recommendation_rows(transaction, chapter_ids))


def recommendation_rows(transaction: Transaction, chapter_ids: Sequence[str]) -> list[RecommendationRow]:
    """Return the rows of the recommendations of some chapters in order, without deleted ones."""
    statement = (
        select(RecommendationRow)
        .where(
            col(RecommendationRow.chapter_id).in_(chapter_ids), col(RecommendationRow.removed_at).is_(None)
        )
        .order_by(col(RecommendationRow.position), col(RecommendationRow.id))
    )
    return list(transaction.exec(statement))


def evidence_of(transaction: Transaction, recommendation_ids: Sequence[str]) -> tuple[Evidence, ...]:
    """Return the evidence of some recommendations in order, without what was removed."""
    statement = (
        select(EvidenceRow)
        .where(
            col(EvidenceRow.recommendation_id).in_(recommendation_ids), col(EvidenceRow.removed_at).is_(None)
        )
        .order_by(col(EvidenceRow.position), col(EvidenceRow.made_at), col(EvidenceRow.id))
    )
    return tuple(Evidence.model_validate(row) for row in transaction.exec(statement))


def removed_evidence_of(transaction: Transaction, recommendation_id: str) -> tuple[Evidence, ...]:
    """Return the evidence that was taken off a recommendation, what went last first."""
    statement = (
        select(EvidenceRow)
        .where(EvidenceRow.recommendation_id == recommendation_id, col(EvidenceRow.removed_at).is_not(None))
        .order_by(col(EvidenceRow.removed_at).desc())
    )
    return tuple(Evidence.model_validate(row) for row in transaction.exec(statement))


def next_chapter_position(transaction: Transaction, guideline_id: str) -> int:
    """Return the position behind every chapter of a guideline, deleted or not."""
    return _behind(transaction, ChapterRow.position, ChapterRow.guideline_id == guideline_id)


def next_recommendation_position(transaction: Transaction, chapter_id: str) -> int:
    """Return the position behind every recommendation of a chapter, deleted or not."""
    return _behind(transaction, RecommendationRow.position, RecommendationRow.chapter_id == chapter_id)


def next_evidence_position(transaction: Transaction, recommendation_id: str) -> int:
    """Return the position behind all evidence of a recommendation, removed or not."""
    return _behind(transaction, EvidenceRow.position, EvidenceRow.recommendation_id == recommendation_id)


def _behind(transaction: Transaction, position: Any, where: Any) -> int:
    last = transaction.exec(select(func.max(position)).where(where)).one()
    return 0 if last is None else int(last) + 1


def publications_of(transaction: Transaction, guideline_id: str) -> tuple[Publication, ...]:
    """Return the published versions of a guideline, the newest first."""
    statement = (
        select(PublicationRow)
        .where(PublicationRow.guideline_id == guideline_id)
        .order_by(col(PublicationRow.number).desc())
    )
    return tuple(Publication.model_validate(row) for row in transaction.exec(statement))


def find_quote(
    transaction: Transaction, study_id: str, answer_id: str, start: int, end: int
) -> QuoteRow | None:
    """Return the quote that was kept of this very passage, or None."""
    statement = select(QuoteRow).where(
        QuoteRow.study_id == study_id,
        QuoteRow.answer_id == answer_id,
        QuoteRow.start == start,
        QuoteRow.end == end,
    )
    return transaction.exec(statement).first()


def blank_quotes_of(transaction: Transaction, answer_ids: Collection[str], *, at: datetime) -> int:
    """Mark the quotes of these answers as taken back, and take their words out of published versions.

    To be called before the answers are deleted, in the same transaction. Returns how many
    published versions changed; see `docs/decisions/erasure-and-published-guidelines.md`.
    """
    for quote in transaction.exec(select(QuoteRow).where(col(QuoteRow.answer_id).in_(answer_ids))):
        quote.erased_at, quote.answer_id = at, None
    transaction.flush()
    # By the sessions and not by the quotes: a quote may have been discarded after it was published.
    studies = (
        select(SessionRow.study_id)
        .join(AnswerRow, col(AnswerRow.session_id) == col(SessionRow.id))
        .where(col(AnswerRow.id).in_(answer_ids))
    )
    published = (
        select(PublicationRow)
        .join(GuidelineRow, col(GuidelineRow.id) == col(PublicationRow.guideline_id))
        .where(col(GuidelineRow.study_id).in_(studies))
    )
    return sum(_blank_publication(row, answer_ids, at) for row in transaction.exec(published))


def _blank_publication(row: PublicationRow, answer_ids: Collection[str], at: datetime) -> bool:
    document = Document.model_validate(row.content)
    blanked = blank_quotes(document, answer_ids, at.date())
    if blanked == document:
        return False
    row.content = blanked.model_dump(mode="json")
    return True
