"""What the services on guidelines share: finding a part of a guideline that the visitor may work on."""

from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import Marked, mark
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import ChapterRow, EvidenceRow, GuidelineRow, RecommendationRow
from survey_engine.workbench.service import Service


class GuidelinePart(Service):
    """Rows by id, each only for those who may work on its study. All raise NOT_FOUND."""

    def guideline_row(self, transaction: Transaction, guideline_id: str) -> GuidelineRow:
        """Return the row of a guideline, also where it was deleted."""
        row = transaction.get(GuidelineRow, guideline_id)
        if row is None:
            raise _not_found(mark("guideline"))
        self.allow(transaction, row.study_id)
        return row

    def chapter_row(self, transaction: Transaction, chapter_id: str) -> tuple[ChapterRow, GuidelineRow]:
        """Return the row of a chapter and its guideline."""
        row = transaction.get(ChapterRow, chapter_id)
        if row is None:
            raise _not_found(mark("chapter"))
        return row, self.guideline_row(transaction, row.guideline_id)

    def recommendation_row(
        self, transaction: Transaction, recommendation_id: str
    ) -> tuple[RecommendationRow, GuidelineRow]:
        """Return the row of a recommendation and its guideline."""
        row = transaction.get(RecommendationRow, recommendation_id)
        if row is None:
            raise _not_found(mark("recommendation"))
        return row, self.chapter_row(transaction, row.chapter_id)[1]

    def evidence_row(self, transaction: Transaction, evidence_id: str) -> tuple[EvidenceRow, GuidelineRow]:
        """Return the row of a piece of evidence and its guideline."""
        row = transaction.get(EvidenceRow, evidence_id)
        if row is None:
            raise _not_found(mark("evidence"))
        return row, self.recommendation_row(transaction, row.recommendation_id)[1]


def _not_found(what: Marked) -> EngineError:
    return EngineError(Problem.NOT_FOUND, what=what)
