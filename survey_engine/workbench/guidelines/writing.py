"""Writing a draft: chapters and recommendations added, changed, moved, deleted and brought back."""

from typing import TypeVar

from survey_engine.design.limits import clean_text, clean_title
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.models import Chapter, Recommendation
from survey_engine.i18n import mark
from survey_engine.storage import guidelines as store
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import ChapterRow, GuidelineRow, RecommendationRow
from survey_engine.workbench.guidelines.part import GuidelinePart

Row = TypeVar("Row", ChapterRow, RecommendationRow)

LONGEST_RECOMMENDATION = 2_000


class Writing(GuidelinePart):
    """Chapters and recommendations. Every change raises the revision of the study."""

    def add_chapter(self, guideline_id: str, *, title: str, introduction: str = "") -> Chapter:
        """Add a chapter at the end; raise TITLE_EMPTY."""
        with self.database.writing() as transaction:
            guideline = self.guideline_row(transaction, guideline_id)
            chapter = Chapter(
                guideline_id=guideline.id,
                title=clean_title(title),
                introduction=clean_text(introduction),
                position=store.next_chapter_position(transaction, guideline.id),
            )
            transaction.add(ChapterRow(**chapter.model_dump()))
            transaction.touch_study(guideline.study_id)
            return chapter

    def edit_chapter(
        self, chapter_id: str, *, title: str | None = None, introduction: str | None = None
    ) -> Chapter:
        """Change the title or the introduction of a chapter; None leaves it. Raises TITLE_EMPTY."""
        with self.database.writing() as transaction:
            row, guideline = self.chapter_row(transaction, chapter_id)
            row.title = row.title if title is None else clean_title(title)
            row.introduction = row.introduction if introduction is None else clean_text(introduction)
            transaction.touch_study(guideline.study_id)
            return Chapter.model_validate(row)

    def move_chapter(self, chapter_id: str, *, by: int) -> None:
        """Move a chapter by so many places, up (negative) or down, as far as there are places."""
        with self.database.writing() as transaction:
            row, guideline = self.chapter_row(transaction, chapter_id)
            _move(store.chapter_rows(transaction, guideline.id), row, by)
            transaction.touch_study(guideline.study_id)

    def remove_chapter(self, chapter_id: str, *, reason: str = "") -> None:
        """Delete a chapter with its recommendations; `restore_chapter` brings all of it back."""
        with self.database.writing() as transaction:
            row, guideline = self.chapter_row(transaction, chapter_id)
            row.removed_at = self.now()
            self._log(transaction, guideline, "chapter-deleted", row.id, reason, row.title)

    def restore_chapter(self, chapter_id: str) -> Chapter:
        """Bring a deleted chapter back where it was."""
        with self.database.writing() as transaction:
            row, guideline = self.chapter_row(transaction, chapter_id)
            row.removed_at = None
            self._log(transaction, guideline, "chapter-restored", row.id, "", row.title)
            return Chapter.model_validate(row)

    def add_recommendation(
        self,
        chapter_id: str,
        *,
        text: str,
        addressee: str = "",
        due: str = "",
        indicator: str = "",
        rationale: str = "",
    ) -> Recommendation:
        """Add a recommendation at the end of a chapter; raise RECOMMENDATION_EMPTY."""
        with self.database.writing() as transaction:
            chapter, guideline = self.chapter_row(transaction, chapter_id)
            recommendation = Recommendation(
                chapter_id=chapter.id,
                text=_clean_recommendation(text),
                addressee=clean_text(addressee),
                due=clean_text(due),
                indicator=clean_text(indicator),
                rationale=clean_text(rationale),
                position=store.next_recommendation_position(transaction, chapter.id),
                changed_at=self.now(),
            )
            transaction.add(RecommendationRow(**recommendation.model_dump()))
            transaction.touch_study(guideline.study_id)
            return recommendation

    def edit_recommendation(
        self,
        recommendation_id: str,
        *,
        text: str | None = None,
        addressee: str | None = None,
        due: str | None = None,
        indicator: str | None = None,
        rationale: str | None = None,
    ) -> Recommendation:
        """Change a recommendation; None leaves a part as it is. Raises RECOMMENDATION_EMPTY."""
        with self.database.writing() as transaction:
            row, guideline = self.recommendation_row(transaction, recommendation_id)
            row.text = row.text if text is None else _clean_recommendation(text)
            row.addressee = row.addressee if addressee is None else clean_text(addressee)
            row.due = row.due if due is None else clean_text(due)
            row.indicator = row.indicator if indicator is None else clean_text(indicator)
            row.rationale = row.rationale if rationale is None else clean_text(rationale)
            row.changed_at = self.now()
            transaction.touch_study(guideline.study_id)
            return Recommendation.model_validate(row)

    def move_recommendation(
        self, recommendation_id: str, *, by: int = 0, to_chapter_id: str | None = None
    ) -> None:
        """Move a recommendation within its chapter, or to the end of another one of the same guideline."""
        with self.database.writing() as transaction:
            row, guideline = self.recommendation_row(transaction, recommendation_id)
            if to_chapter_id is not None and to_chapter_id != row.chapter_id:
                chapter, other = self.chapter_row(transaction, to_chapter_id)
                if other.id != guideline.id or chapter.removed_at is not None:
                    raise EngineError(Problem.NOT_FOUND, what=mark("chapter"))
                row.position = store.next_recommendation_position(transaction, chapter.id)
                row.chapter_id = chapter.id
                transaction.flush()
            _move(store.recommendation_rows(transaction, [row.chapter_id]), row, by)
            transaction.touch_study(guideline.study_id)

    def remove_recommendation(self, recommendation_id: str, *, reason: str = "") -> None:
        """Delete a recommendation with its evidence; `restore_recommendation` brings all of it back."""
        with self.database.writing() as transaction:
            row, guideline = self.recommendation_row(transaction, recommendation_id)
            row.removed_at = self.now()
            self._log(transaction, guideline, "recommendation-deleted", row.id, reason, row.text)

    def restore_recommendation(self, recommendation_id: str) -> Recommendation:
        """Bring a deleted recommendation back where it was."""
        with self.database.writing() as transaction:
            row, guideline = self.recommendation_row(transaction, recommendation_id)
            row.removed_at = None
            self._log(transaction, guideline, "recommendation-restored", row.id, "", row.text)
            return Recommendation.model_validate(row)

    def _log(
        self,
        transaction: Transaction,
        guideline: GuidelineRow,
        action: str,
        subject: str,
        reason: str,
        text: str,
    ) -> None:
        self.record(
            transaction,
            guideline.study_id,
            action,
            subject,
            reason=reason,
            guideline_id=guideline.id,
            text=text,
        )
        transaction.touch_study(guideline.study_id)


def _clean_recommendation(text: str) -> str:
    cleaned = clean_text(text, LONGEST_RECOMMENDATION)
    if not cleaned:
        raise EngineError(Problem.RECOMMENDATION_EMPTY)
    return cleaned


def _move(rows: list[Row], row: Row, by: int) -> None:
    place = next((place for place, each in enumerate(rows) if each.id == row.id), None)
    if place is None:
        return
    rows.insert(max(0, min(place + by, len(rows) - 1)), rows.pop(place))
    for position, each in enumerate(rows):
        each.position = position
