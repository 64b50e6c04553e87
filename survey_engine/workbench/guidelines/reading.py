"""Read what the evidence of a guideline says now, in one transaction and few queries."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from survey_engine.collect.kinds import Ranks
from survey_engine.collect.models import Origin, Session
from survey_engine.compare.shares import Share
from survey_engine.compare.tables import STANCES
from survey_engine.design.kinds import CANT_SAY, Question, Ranking, Scale
from survey_engine.design.kinds.base import place_of
from survey_engine.design.models import Study, groups_of
from survey_engine.errors import EngineError
from survey_engine.guidelines.backing import Backing, backing_of
from survey_engine.guidelines.drafts import Draft, DraftChapter, DraftRecommendation
from survey_engine.guidelines.facts import (
    ComparisonFact,
    EvidenceFact,
    QuoteFact,
    ResultFact,
    ResultLine,
    SourceFact,
    ThemeFact,
    Told,
    Voice,
    of_stance,
)
from survey_engine.guidelines.models import Chapter, Evidence, EvidenceKind, Guideline, Recommendation, Stance
from survey_engine.i18n import translations
from survey_engine.storage import compare as counts
from survey_engine.storage import guidelines as store
from survey_engine.storage import voices
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import ThemeRow
from survey_engine.texts import pick
from survey_engine.themes.models import ThemeState
from survey_engine.workbench.compare import ComparisonView
from survey_engine.workbench.guidelines.comparing import comparison_fact, protection, theme_comparison
from survey_engine.workbench.guidelines.lines import amount_lines
from survey_engine.workbench.guidelines.means import has_means, mean_lines, place_lines
from survey_engine.workbench.summaries import summary_of


class Reader:
    """One study, read in the language of a guideline within one transaction."""

    def __init__(self, transaction: Transaction, study: Study, language: str) -> None:
        self.transaction = transaction
        self.study = study
        self.language = language
        self.words = translations(language)
        self.group_labels: dict[str | None, str] = {
            group.key: pick(group.label, language) or group.key for group in groups_of(study)
        }
        self.group_labels[None] = self.words.gettext("group not stated")
        self._views: dict[tuple[str, ...], ComparisonView] = {}

    def draft(self, guideline: Guideline) -> Draft:
        """Return the guideline with everything its evidence says now."""
        chapters = store.chapters_of(self.transaction, guideline.id)
        recommendations = store.recommendations_of(self.transaction, [chapter.id for chapter in chapters])
        evidence = store.evidence_of(self.transaction, [each.id for each in recommendations])
        facts: dict[str, list[EvidenceFact]] = {}
        for fact in self.facts(evidence):
            facts.setdefault(fact.evidence.recommendation_id, []).append(fact)
        return Draft(
            guideline,
            tuple(
                self._chapter(number, chapter, recommendations, facts)
                for number, chapter in enumerate(chapters, start=1)
            ),
        )

    def facts(self, evidence: Sequence[Evidence]) -> tuple[EvidenceFact, ...]:
        """Return what each piece of evidence leads to now, in the same order."""
        quotes = self._quotes([each.quote_id for each in evidence if each.quote_id])
        themes = self._themes([each.theme_id for each in evidence if each.theme_id])
        chosen = voices.voices_of_codes(
            self.transaction, list({each.question_id for each in evidence if each.question_id and each.code})
        )
        return tuple(self._fact(each, quotes, themes, chosen) for each in evidence)

    def quotes(self, quote_ids: Sequence[str]) -> tuple[QuoteFact, ...]:
        """Return the quotes that can be picked, in this order, without those taken back."""
        found = self._quotes(quote_ids)
        facts = (found[id].fact for id in quote_ids if id in found)
        return tuple(fact for fact in facts if isinstance(fact, QuoteFact))

    def code_label(self, question: Question, code: str) -> str:
        """Return what a code of a question says, in the language of the guideline."""
        if code in STANCES:
            return self.words.gettext(STANCES[code])
        if code == CANT_SAY:
            return self.words.gettext("can't say")
        label = pick(question.label(code), self.language)
        return f"{code} ({label})" if label and isinstance(question, Scale) else label or code

    @cached_property
    def sessions(self) -> dict[str, Session]:
        """The sessions of the study by id, in the order in which they were held."""
        rows = voices.session_rows(self.transaction, self.study.id)
        return {id: Session.model_validate(row) for id, row in rows.items()}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question that was put to people, as it was last published, by id."""
        newest: dict[str, Question] = {}
        for form in counts.forms_of(self.transaction, list(self.sessions)):
            for question in form.questions:
                newest.setdefault(question.id, question)
        return newest

    def _chapter(
        self,
        number: int,
        chapter: Chapter,
        recommendations: Sequence[Recommendation],
        facts: dict[str, list[EvidenceFact]],
    ) -> DraftChapter:
        own = [each for each in recommendations if each.chapter_id == chapter.id]
        return DraftChapter(
            number,
            chapter,
            tuple(
                self._recommendation(f"{number}.{place}", each, tuple(facts.get(each.id, ())))
                for place, each in enumerate(own, start=1)
            ),
        )

    def _recommendation(
        self, number: str, record: Recommendation, facts: tuple[EvidenceFact, ...]
    ) -> DraftRecommendation:
        return DraftRecommendation(
            number, record, facts, self._backing(facts, Stance.FOR), self._backing(facts, Stance.AGAINST)
        )

    def _backing(self, facts: tuple[EvidenceFact, ...], stance: Stance) -> Backing:
        return backing_of(of_stance(facts, stance), self.group_labels, protection(self.study.k))

    def _fact(
        self,
        evidence: Evidence,
        quotes: dict[str, EvidenceFact],
        themes: dict[str, tuple[ThemeFact, tuple[Voice, ...]]],
        chosen: dict[tuple[str, str], tuple[Voice, ...]],
    ) -> EvidenceFact:
        match evidence.kind:
            case EvidenceKind.QUOTE if evidence.quote_id in quotes:
                found = quotes[evidence.quote_id]
                return EvidenceFact(evidence, found.fact, found.voices, found.taken_back_at)
            case EvidenceKind.THEME if evidence.theme_id in themes:
                return EvidenceFact(evidence, *themes[evidence.theme_id])
            case EvidenceKind.RESULT if evidence.question_id:
                behind = chosen.get((evidence.question_id, evidence.code or ""), ())
                within = tuple(v for v in behind if v.session_id in self._within(evidence.session_ids))
                return EvidenceFact(evidence, self._result(evidence), within)
            case EvidenceKind.COMPARISON:
                return EvidenceFact(evidence, self._comparison(evidence))
            case EvidenceKind.SOURCE:
                return EvidenceFact(evidence, SourceFact())
        return EvidenceFact(evidence, None)

    def _quotes(self, quote_ids: Sequence[str]) -> dict[str, EvidenceFact]:
        found = voices.quotes_with_answers(self.transaction, quote_ids)
        themes = [each.quote.theme_id for each in found.values() if each.quote.theme_id]
        names = {theme: row.name for theme, row in self._theme_rows(themes).items()}
        return {id: self._quote(each, names.get(each.quote.theme_id or "", "")) for id, each in found.items()}

    def _quote(self, found: voices.QuotedAnswer, theme: str) -> EvidenceFact:
        quote, answer, voice = found.quote, found.answer, found.voice
        # The link is only a carrier here; `_fact` puts the real one in its place.
        carrier = Evidence(
            recommendation_id="",
            kind=EvidenceKind.QUOTE,
            quote_id=quote.id,
            made_by="",
            made_at=quote.made_at,
        )
        if answer is None or voice is None or answer.text is None:
            return EvidenceFact(carrier, None, taken_back_at=quote.erased_at)
        session = self.sessions[answer.session_id]
        fact = QuoteFact(
            quote_id=quote.id,
            answer_id=answer.id,
            start=quote.start,
            end=quote.end,
            text=answer.text[quote.start : quote.end],
            language=answer.language,
            group=self.group_labels.get(voice.group_key, voice.group_key or ""),
            session=session.title,
            held_on=(session.held_at or session.created_at).date(),
            theme=theme,
            said_aloud=answer.origin in (Origin.NOTE, Origin.TRANSCRIPT),
            changed_since=not answer.is_current,
        )
        return EvidenceFact(carrier, fact, (voice,))

    def _themes(self, theme_ids: Sequence[str]) -> dict[str, tuple[ThemeFact, tuple[Voice, ...]]]:
        rows = self._theme_rows(theme_ids)
        behind = voices.voices_of_themes(self.transaction, list(rows))
        asked = counts.questions_by_theme(self.transaction, list(self.sessions), list(rows))
        spoke = {questions: self._spoke(questions) for questions in set(asked.values())}
        found = {}
        for theme, row in rows.items():
            said = behind.get(theme, ())
            people = {voice.person_id for voice in said if voice.person_id}
            told = _told(len(people), spoke[asked[theme]]) if people and theme in asked else None
            notes = sum(voice.person_id is None for voice in said)
            found[theme] = (ThemeFact(row.name, row.definition, told, notes), said)
        return found

    def _theme_rows(self, theme_ids: Sequence[str]) -> dict[str, ThemeRow]:
        rows = (self.transaction.get(ThemeRow, theme) for theme in dict.fromkeys(theme_ids))
        return {row.id: row for row in rows if row is not None and row.state != ThemeState.DISMISSED}

    def _spoke(self, questions: frozenset[str]) -> int:
        return sum(counts.spoke_by_group(self.transaction, list(self.sessions), questions).values())

    def _result(self, evidence: Evidence) -> ResultFact | None:
        question = self.questions.get(evidence.question_id or "")
        if question is None:
            return None
        within = self._within(evidence.session_ids)
        in_words = question.takes_text and not question.takes_contributions
        count = counts.spoke_by_group if in_words else _answered
        answered = sum(count(self.transaction, within, [question.id]).values())
        chosen = counts.chosen_by_group(self.transaction, within, [question.id])
        by_code = {code: sum(by_group.values()) for (_question, code), by_group in chosen.items()}
        return ResultFact(
            question=pick(question.text, self.language),
            sessions=self._titles(evidence.session_ids),
            answered=answered,
            lines=tuple(
                self._places(question, within, answered)
                if isinstance(question, Ranking)
                else self._result_lines(question, evidence.code, by_code, answered)
            ),
        )

    def _places(self, question: Ranking, within: Sequence[str], answered: int) -> Iterator[ResultLine]:
        ranks = summary_of(self.transaction, within, question, self.study)
        if isinstance(ranks, Ranks):
            yield from place_lines(ranks, answered, _told, self.language)

    def _result_lines(
        self, question: Question, code: str | None, by_code: Mapping[str, int], answered: int
    ) -> Iterator[ResultLine]:
        if code is None and has_means(question):
            yield from mean_lines(question, by_code, answered, _told, self.language)
            return
        for one in question.codes() if code is None else (code,):
            n = _voted(one, by_code) if question.takes_contributions else answered
            yield ResultLine(self.code_label(question, one), _told(by_code.get(one, 0), n))
        for label, people in amount_lines(question, by_code, answered, self.language):
            yield ResultLine(label, _told(people, answered))

    def _comparison(self, evidence: Evidence) -> ComparisonFact | None:
        view = self._view(tuple(evidence.session_ids))
        within = self._titles(evidence.session_ids)
        if evidence.theme_id:
            return theme_comparison(view, evidence.theme_id, within)
        question = self.questions.get(evidence.question_id or "")
        if question is None or (question.takes_text and not question.takes_contributions):
            return None
        try:
            compared = view.comparison(question.id)
        except EngineError:
            # The question was asked in none of these sessions: the link leads nowhere.
            return None
        # What people wrote is quoted, so that it can be taken back; here stand our own words alone.
        known = set(question.codes())
        is_pool = question.takes_contributions
        lines = [line for line in compared.lines if line.line_id in known] if is_pool else compared.lines
        about = compared.label or pick(question.text, self.language)
        return comparison_fact(about, lines, evidence.code, question.codes(), within)

    def _view(self, session_ids: tuple[str, ...]) -> ComparisonView:
        if session_ids not in self._views:
            view = ComparisonView(self.transaction, self.study, session_ids, self.language)
            # A published guideline names totals beside the groups.
            view.totals_known = True
            self._views[session_ids] = view
        return self._views[session_ids]

    def _within(self, session_ids: Sequence[str]) -> list[str]:
        return [id for id in self.sessions if not session_ids or id in session_ids]

    def _titles(self, session_ids: Sequence[str]) -> tuple[str, ...]:
        within = self._within(session_ids)
        # Over everything there is nothing to name.
        return tuple(self.sessions[id].title for id in within) if len(within) < len(self.sessions) else ()


def _answered(
    transaction: Transaction, session_ids: Sequence[str], question_ids: Sequence[str]
) -> dict[str, int]:
    return counts.answered_by_group(transaction, session_ids, question_ids).get(question_ids[0], {})


def _voted(code: str, by_code: Mapping[str, int]) -> int:
    """Return how many people voted on the statement of a vote."""
    text = place_of(code)[0]
    return sum(people for vote, people in by_code.items() if place_of(vote)[0] == text)


def _told(people: int, n: int) -> Told:
    if not n:
        return Told(0, 0, 0.0, 1.0)
    share = Share(people, n)
    return Told(people, n, *share.interval)
