"""What to look at before publishing: one thing that stops it, and others that are worth a thought."""

from dataclasses import dataclass
from enum import StrEnum

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.drafts import Draft, DraftRecommendation
from survey_engine.i18n import mark


class Check(StrEnum):
    """What was found; its words are in CHECK_WORDS."""

    NO_EVIDENCE = "no-evidence"
    EVIDENCE_GONE = "evidence-gone"
    NO_ADDRESSEE = "no-addressee"
    ONE_GROUP = "one-group"


CHECK_WORDS: dict[Check, str] = {
    Check.NO_EVIDENCE: mark("Nothing stands behind it: attach evidence, or delete it."),
    Check.EVIDENCE_GONE: mark("Some of its evidence was taken back or is gone: look whether it still holds."),
    Check.NO_ADDRESSEE: mark("It does not say who should do it."),
    Check.ONE_GROUP: mark("Only one group was heard on it."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one recommendation; `stops` says that it cannot be published so."""

    check: Check
    recommendation_id: str
    number: str
    text: str

    @property
    def stops(self) -> bool:
        """Say whether publishing is refused."""
        return self.check is Check.NO_EVIDENCE


def findings_in(draft: Draft) -> tuple[Finding, ...]:
    """Return what to look at, in the order of the document; what stops publishing comes first."""
    found = [
        Finding(check, each.record.id, each.number, each.record.text)
        for each in draft.recommendations
        for check in _checks(each)
    ]
    return tuple(sorted(found, key=lambda finding: not finding.stops))


def check_ready(draft: Draft) -> None:
    """Raise GUIDELINE_EMPTY, or EVIDENCE_MISSING with every recommendation that nothing stands behind."""
    if not draft.recommendations:
        raise EngineError(Problem.GUIDELINE_EMPTY)
    bare = [
        f"{each.number} {each.record.text.rstrip('.')}"
        for each in draft.recommendations
        if not each.has_evidence
    ]
    if bare:
        raise EngineError(Problem.EVIDENCE_MISSING, recommendations="; ".join(bare))


def _checks(each: DraftRecommendation) -> list[Check]:
    found = [] if each.has_evidence else [Check.NO_EVIDENCE]
    if any(not fact.stands for fact in each.evidence):
        found.append(Check.EVIDENCE_GONE)
    if not each.record.addressee.strip():
        found.append(Check.NO_ADDRESSEE)
    if len({*_groups(each)}) == 1:
        found.append(Check.ONE_GROUP)
    return found


def _groups(each: DraftRecommendation) -> list[str]:
    return [group.label for backing in (each.behind, each.against) for group in backing.groups]
