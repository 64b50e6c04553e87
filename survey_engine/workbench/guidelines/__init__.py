"""Guidelines, recommendations, evidence, publications: everything a page or a command can ask for."""

from dataclasses import dataclass

from survey_engine.design.limits import clean_text, clean_title
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.drafts import Draft
from survey_engine.guidelines.facts import EvidenceFact
from survey_engine.guidelines.models import Chapter, Guideline
from survey_engine.guidelines.outlines import outline_titles
from survey_engine.i18n import mark
from survey_engine.storage import compare as counts
from survey_engine.storage import guidelines as store
from survey_engine.storage.tables import ChapterRow, GuidelineRow
from survey_engine.texts import INTERFACE_LANGUAGES
from survey_engine.workbench.guidelines.choices import Choices, choices_in
from survey_engine.workbench.guidelines.deleted import Deleted, deleted_from
from survey_engine.workbench.guidelines.linking import Linking
from survey_engine.workbench.guidelines.publishing import Publishing
from survey_engine.workbench.guidelines.writing import Writing

__all__ = ["Choices", "GuidelineSummary", "Guidelines"]


@dataclass(frozen=True, slots=True)
class GuidelineSummary:
    """A guideline in a list, with how many recommendations stand in it."""

    guideline: Guideline
    recommendations: int


class Guidelines(Writing, Linking, Publishing):
    """Guidelines of a study, from the first chapter to the published version."""

    def revision(self, study_id: str) -> int:
        """Return a number that rises whenever a guideline, or what its evidence says, may have changed."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return counts.revision_of(transaction, study_id)

    def listed(self, study_id: str) -> tuple[GuidelineSummary, ...]:
        """Return the guidelines of a study, the oldest first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            count = store.count_recommendations(transaction, study_id)
            found = store.guidelines_of(transaction, study_id)
            return tuple(GuidelineSummary(each, count.get(each.id, 0)) for each in found)

    def get(self, guideline_id: str) -> Guideline:
        """Return a guideline; raise NOT_FOUND where there is none, or it was deleted."""
        with self.database.reading() as transaction:
            row = self.guideline_row(transaction, guideline_id)
            if row.removed_at is not None:
                raise EngineError(Problem.NOT_FOUND, what=mark("guideline"))
            return Guideline.model_validate(row)

    def draft(self, guideline_id: str) -> Draft:
        """Return a guideline with its recommendations and what their evidence says now; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            return self.read(transaction, guideline_id)[1]

    def choices(self, guideline_id: str) -> Choices:
        """Return what can be picked as evidence, in the language of the guideline."""
        with self.database.reading() as transaction:
            return choices_in(self.read(transaction, guideline_id)[0])

    def deleted(self, guideline_id: str) -> tuple[Deleted, ...]:
        """Return the chapters and recommendations that were deleted and can be brought back, newest first."""
        with self.database.reading() as transaction:
            return deleted_from(transaction, self.guideline_row(transaction, guideline_id).id)

    def removed_evidence(self, recommendation_id: str) -> tuple[EvidenceFact, ...]:
        """Return the evidence that was taken off a recommendation and can be put back."""
        with self.database.reading() as transaction:
            row, guideline = self.recommendation_row(transaction, recommendation_id)
            reader = self.read(transaction, guideline.id)[0]
            return reader.facts(store.removed_evidence_of(transaction, row.id))

    def create(
        self,
        study_id: str,
        *,
        title: str,
        language: str = "lv",
        purpose: str = "",
        audience: str = "",
        how_made: str = "",
        outline: str | None = None,
    ) -> Guideline:
        """Start a guideline, with the chapters of the outline in a language (lv, en, ru) or without any.

        Raises TITLE_EMPTY, LANGUAGE_UNKNOWN.
        """
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            guideline = Guideline(
                study_id=study_id,
                title=clean_title(title),
                language=_clean_language(language),
                purpose=clean_text(purpose),
                audience=clean_text(audience),
                how_made=clean_text(how_made),
                created_at=self.now(),
            )
            transaction.add(GuidelineRow(**guideline.model_dump()))
            transaction.flush()
            titles = outline_titles(_clean_language(outline)) if outline else ()
            for position, chapter in enumerate(titles):
                record = Chapter(guideline_id=guideline.id, title=chapter, position=position)
                transaction.add(ChapterRow(**record.model_dump()))
            transaction.touch_study(study_id)
            return guideline

    def edit(
        self,
        guideline_id: str,
        *,
        title: str | None = None,
        language: str | None = None,
        purpose: str | None = None,
        audience: str | None = None,
        how_made: str | None = None,
    ) -> Guideline:
        """Change what a guideline says about itself; None leaves a part as it is. Raises TITLE_EMPTY."""
        with self.database.writing() as transaction:
            row = self.guideline_row(transaction, guideline_id)
            row.title = row.title if title is None else clean_title(title)
            row.language = row.language if language is None else _clean_language(language)
            row.purpose = row.purpose if purpose is None else clean_text(purpose)
            row.audience = row.audience if audience is None else clean_text(audience)
            row.how_made = row.how_made if how_made is None else clean_text(how_made)
            transaction.touch_study(row.study_id)
            return Guideline.model_validate(row)

    def remove(self, guideline_id: str, *, reason: str = "") -> None:
        """Delete a guideline; `restore` brings it back with everything in it. Published versions stay."""
        with self.database.writing() as transaction:
            row = self.guideline_row(transaction, guideline_id)
            row.removed_at = self.now()
            self._log(transaction, row, "guideline-deleted", row.id, reason, row.title)

    def restore(self, guideline_id: str) -> Guideline:
        """Bring a deleted guideline back."""
        with self.database.writing() as transaction:
            row = self.guideline_row(transaction, guideline_id)
            row.removed_at = None
            self._log(transaction, row, "guideline-restored", row.id, "", row.title)
            return Guideline.model_validate(row)


def _clean_language(language: str) -> str:
    if language not in INTERFACE_LANGUAGES:
        raise EngineError(Problem.LANGUAGE_UNKNOWN, language=language)
    return language
