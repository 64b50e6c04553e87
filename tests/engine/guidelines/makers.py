"""Plain makers of evidence, drafts and documents, without a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from survey_engine.guidelines.annex import MethodFacts
from survey_engine.guidelines.assembly import assemble
from survey_engine.guidelines.backing import backing_of
from survey_engine.guidelines.document import Document
from survey_engine.guidelines.drafts import Draft, DraftChapter, DraftRecommendation
from survey_engine.guidelines.facts import EvidenceFact, Known, QuoteFact, SourceFact, Voice, of_stance
from survey_engine.guidelines.models import Chapter, Evidence, EvidenceKind, Guideline, Recommendation, Stance
from survey_engine.i18n import translations

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
LABELS = {"ngo": "NVO", "council": "Dome", None: "grupa nav norādīta"}


def exactly(people: Sequence[int]) -> list[Known]:
    return [Known(n, n) for n in people]


def voice(answer: str, person: str | None = None, group: str | None = "ngo", session: str = "s1") -> Voice:
    return Voice(answer, person, group, session)


def evidence(kind: EvidenceKind = EvidenceKind.SOURCE, **changes: object) -> Evidence:
    return Evidence(
        **{"recommendation_id": "r1", "kind": kind, "made_by": "test", "made_at": NOON, **changes}
    )


def behind(*voices: Voice, stance: Stance = Stance.FOR) -> EvidenceFact:
    return EvidenceFact(evidence(stance=stance), SourceFact(), voices)


def quote(text: str, *, stance: Stance = Stance.FOR, start: int = 0, **changes: object) -> EvidenceFact:
    fact = QuoteFact("q1", "a1", start, start + len(text), text, "lv", "NVO", "1. fokusgrupa", NOON.date())
    link = evidence(EvidenceKind.QUOTE, stance=stance, quote_id="q1")
    return EvidenceFact(link, replace(fact, **changes), (voice("a1", "p1"),))


def source(title: str = "Pašvaldību likums", url: str = "", stance: Stance = Stance.FOR) -> EvidenceFact:
    link = evidence(stance=stance, source_kind="law", source_title=title, source_url=url)
    return EvidenceFact(link, SourceFact())


def gone(stance: Stance = Stance.FOR, taken_back_at: datetime | None = NOON) -> EvidenceFact:
    return EvidenceFact(evidence(EvidenceKind.QUOTE, stance=stance), None, taken_back_at=taken_back_at)


def recommendation(*facts: EvidenceFact, number: str = "1.1", **changes: object) -> DraftRecommendation:
    record = Recommendation(
        **{
            "chapter_id": "c1",
            "text": "Izveidot vienu kārtību.",
            "addressee": "Domei",
            "changed_at": NOON,
            **changes,
        }
    )
    sides = [backing_of(of_stance(facts, stance), LABELS, exactly) for stance in Stance]
    return DraftRecommendation(number, record, facts, *sides)


def draft(*recommendations: DraftRecommendation, language: str = "lv") -> Draft:
    guideline = Guideline(study_id="s", title="Vadlīnijas", language=language, created_at=NOON)
    chapter = Chapter(guideline_id=guideline.id, title="Finansējums")
    return Draft(guideline, (DraftChapter(1, chapter, recommendations),))


METHOD = MethodFacts("Sadarbība", "", "Ķekava", k=3, sample=False, people=Known(26, 26))


def document(*facts: EvidenceFact, language: str = "lv", method: MethodFacts = METHOD) -> Document:
    made = draft(recommendation(*facts), language=language)
    return assemble(made, method, translations(language), dated=TODAY)
