"""A guideline in the making: its chapters and recommendations with their evidence, as read at one moment."""

from dataclasses import dataclass

from survey_engine.guidelines.backing import Backing
from survey_engine.guidelines.facts import EvidenceFact, of_stance
from survey_engine.guidelines.models import Chapter, Guideline, Recommendation, Stance


@dataclass(frozen=True, slots=True)
class DraftRecommendation:
    """A recommendation with its number in the document, its evidence, and who stands behind it."""

    number: str
    record: Recommendation
    evidence: tuple[EvidenceFact, ...]
    behind: Backing
    against: Backing

    @property
    def supporting(self) -> tuple[EvidenceFact, ...]:
        """What it rests on."""
        return of_stance(self.evidence, Stance.FOR)

    @property
    def opposing(self) -> tuple[EvidenceFact, ...]:
        """What speaks against it."""
        return of_stance(self.evidence, Stance.AGAINST)

    @property
    def has_evidence(self) -> bool:
        """Say whether anything that is still there speaks for it."""
        return any(fact.stands for fact in self.supporting)


@dataclass(frozen=True, slots=True)
class DraftChapter:
    """A chapter with its number and its recommendations."""

    number: int
    record: Chapter
    recommendations: tuple[DraftRecommendation, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole guideline."""

    guideline: Guideline
    chapters: tuple[DraftChapter, ...]

    @property
    def recommendations(self) -> tuple[DraftRecommendation, ...]:
        """All recommendations, in the order of the document."""
        return tuple(each for chapter in self.chapters for each in chapter.recommendations)

    def recommendation(self, recommendation_id: str) -> DraftRecommendation | None:
        """Return the recommendation with this id, or None."""
        return next((each for each in self.recommendations if each.record.id == recommendation_id), None)

    def chapter_of(self, recommendation_id: str) -> DraftChapter | None:
        """Return the chapter in which a recommendation stands, or None."""
        for chapter in self.chapters:
            if any(each.record.id == recommendation_id for each in chapter.recommendations):
                return chapter
        return None
