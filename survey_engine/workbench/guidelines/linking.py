"""Attaching evidence to a recommendation, for it or against it, and taking it off again."""

from survey_engine.design.limits import clean_text
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.models import Evidence, EvidenceKind, Stance
from survey_engine.guidelines.picks import (
    KeptQuote,
    OutsideSource,
    Passage,
    Pick,
    PickedComparison,
    PickedResult,
    PickedTheme,
    check_source,
    point_at_the_same,
    pointing_at,
)
from survey_engine.i18n import Marked, mark
from survey_engine.storage import guidelines as store
from survey_engine.storage.compare import forms_of
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, EvidenceRow, GuidelineRow, QuoteRow, SessionRow, ThemeRow
from survey_engine.storage.voices import session_rows
from survey_engine.themes.models import Quote
from survey_engine.workbench.guidelines.part import GuidelinePart

WHERE: dict[Stance, Marked] = {
    Stance.FOR: mark("as what it rests on"),
    Stance.AGAINST: mark("as what speaks against it"),
}
WHAT: dict[EvidenceKind, Marked] = {
    EvidenceKind.QUOTE: mark("quote"),
    EvidenceKind.THEME: mark("theme"),
    EvidenceKind.RESULT: mark("result"),
    EvidenceKind.COMPARISON: mark("comparison"),
    EvidenceKind.SOURCE: mark("source"),
}


class Linking(GuidelinePart):
    """Evidence and counter-evidence. What is picked must belong to the study of the guideline."""

    def attach(
        self, recommendation_id: str, pick: Pick | Passage, *, stance: Stance = Stance.FOR, why: str = ""
    ) -> Evidence:
        """Attach what was picked to a recommendation; a passage of an answer is kept as a quote first.

        Raises NOT_FOUND (nothing of the kind in this study), EVIDENCE_TWICE (whatever its
        stance), SOURCE_UNNAMED, LINK_UNFIT, ENTRY_TOO_LONG.
        """
        with self.database.writing() as transaction:
            recommendation, guideline = self.recommendation_row(transaction, recommendation_id)
            evidence = Evidence(
                recommendation_id=recommendation.id,
                stance=stance,
                kind=EvidenceKind.SOURCE,
                why=clean_text(why),
                position=store.next_evidence_position(transaction, recommendation.id),
                made_by=self.maker,
                made_at=self.now(),
            )
            evidence = pointing_at(evidence, self._checked(transaction, guideline.study_id, pick))
            _refuse_twice(transaction, evidence)
            transaction.add(EvidenceRow(**evidence.model_dump()))
            transaction.touch_study(guideline.study_id)
            return evidence

    def edit_evidence(
        self, evidence_id: str, *, why: str | None = None, stance: Stance | None = None
    ) -> Evidence:
        """Change why a piece of evidence matters, or move it to the other side; None leaves a part."""
        with self.database.writing() as transaction:
            row, guideline = self.evidence_row(transaction, evidence_id)
            row.why = row.why if why is None else clean_text(why)
            row.stance = row.stance if stance is None else stance
            transaction.touch_study(guideline.study_id)
            return Evidence.model_validate(row)

    def remove_evidence(self, evidence_id: str, *, reason: str = "") -> None:
        """Take a piece of evidence off its recommendation; `restore_evidence` brings it back."""
        with self.database.writing() as transaction:
            row, guideline = self.evidence_row(transaction, evidence_id)
            row.removed_at = self.now()
            self._log_link(transaction, guideline, "evidence-removed", row, reason)

    def restore_evidence(self, evidence_id: str) -> Evidence:
        """Bring removed evidence back; raise EVIDENCE_TWICE where the same was attached since."""
        with self.database.writing() as transaction:
            row, guideline = self.evidence_row(transaction, evidence_id)
            if row.removed_at is not None:
                _refuse_twice(transaction, Evidence.model_validate(row))
            row.removed_at = None
            self._log_link(transaction, guideline, "evidence-restored", row, "")
            return Evidence.model_validate(row)

    def _log_link(
        self, transaction: Transaction, guideline: GuidelineRow, action: str, row: EvidenceRow, reason: str
    ) -> None:
        self.record(
            transaction,
            guideline.study_id,
            action,
            row.id,
            reason=reason,
            guideline_id=guideline.id,
            recommendation_id=row.recommendation_id,
            kind=row.kind,
        )
        transaction.touch_study(guideline.study_id)

    def _checked(self, transaction: Transaction, study_id: str, pick: Pick | Passage) -> Pick:
        match pick:
            case Passage():
                return KeptQuote(self._kept(transaction, study_id, pick).id)
            case KeptQuote():
                quote = transaction.get(QuoteRow, pick.quote_id)
                _must(quote is not None and quote.study_id == study_id, mark("quote"))
            case PickedTheme():
                _check_theme(transaction, study_id, pick.theme_id)
            case PickedResult():
                _check_question(transaction, study_id, pick.question_id, pick.code, pick.session_ids)
            case PickedComparison():
                if pick.theme_id is not None:
                    _check_theme(transaction, study_id, pick.theme_id)
                else:
                    asked = pick.question_id or ""
                    _check_question(transaction, study_id, asked, pick.code, pick.session_ids)
            case OutsideSource():
                return check_source(pick)
        return pick

    def _kept(self, transaction: Transaction, study_id: str, passage: Passage) -> QuoteRow:
        answer = transaction.get(AnswerRow, passage.answer_id)
        session = transaction.get(SessionRow, answer.session_id) if answer else None
        _must(session is not None and session.study_id == study_id, mark("answer"))
        text = (answer.text if answer else None) or ""
        _must(0 <= passage.start < passage.end <= len(text), mark("passage"))
        place = (passage.answer_id, passage.start, passage.end)
        if (found := store.find_quote(transaction, study_id, *place)) is not None:
            return found
        quote = Quote(
            study_id=study_id,
            answer_id=passage.answer_id,
            start=passage.start,
            end=passage.end,
            made_by=self.maker,
            made_at=self.now(),
        )
        row = QuoteRow(**quote.model_dump())
        transaction.add(row)
        transaction.flush()
        return row


def _refuse_twice(transaction: Transaction, evidence: Evidence) -> None:
    for other in store.evidence_of(transaction, [evidence.recommendation_id]):
        if other.id != evidence.id and point_at_the_same(other, evidence):
            raise EngineError(
                Problem.EVIDENCE_TWICE,
                where=WHERE[Stance(other.stance)],
                what=_named(transaction, other),
            )


def _named(transaction: Transaction, evidence: Evidence) -> str:
    if evidence.kind == EvidenceKind.SOURCE:
        return evidence.source_title
    quote = transaction.get(QuoteRow, evidence.quote_id) if evidence.quote_id else None
    answer = transaction.get(AnswerRow, quote.answer_id) if quote and quote.answer_id else None
    if quote and answer and answer.text:
        return answer.text[quote.start : quote.end]
    theme = transaction.get(ThemeRow, evidence.theme_id) if evidence.theme_id else None
    return theme.name if theme else WHAT[EvidenceKind(evidence.kind)]


def _check_theme(transaction: Transaction, study_id: str, theme_id: str) -> None:
    theme = transaction.get(ThemeRow, theme_id)
    _must(theme is not None and theme.study_id == study_id, mark("theme"))


def _check_question(
    transaction: Transaction, study_id: str, question_id: str, code: str | None, session_ids: tuple[str, ...]
) -> None:
    known = list(session_rows(transaction, study_id))
    _must(all(session in known for session in session_ids), mark("session"))
    asked = [form.question(question_id) for form in forms_of(transaction, session_ids or known)]
    questions = [question for question in asked if question is not None]
    _must(bool(questions), mark("question"))
    # An option that only an older version had can still be pointed at: people chose it.
    _must(code is None or any(code in question.codes() for question in questions), mark("answer option"))


def _must(holds: bool, what: Marked) -> None:
    if not holds:
        raise EngineError(Problem.NOT_FOUND, what=what)
