"""Suggested themes: proposed over chosen answers, stored as proposals, replaced by the next run."""

from collections.abc import Iterable, Sequence

import numpy as np

from survey_engine.design.models import Study
from survey_engine.storage import themes as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import ThemeRow
from survey_engine.themes import vectors
from survey_engine.themes.clusters import usual_count
from survey_engine.themes.codings import Member, ThemeCard, Voice, card_of, decided_rows, is_dismissed
from survey_engine.themes.models import Coding, Theme, ThemeState
from survey_engine.themes.suggest import Progress, SuggestedTheme, Suggestion, suggest_themes
from survey_engine.workbench.wording import Wording, only_language, voices_within

BATCH = 64


class Suggesting(Wording):
    """Themes as they stand, and new proposals of the machine."""

    def cards(self, study_id: str, *, session_ids: Sequence[str] = ()) -> tuple[ThemeCard, ...]:
        """Return the themes with their answers: those that people kept in their order, then the suggested by size."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            themes = [t for t in stored.themes_of(transaction, study_id) if t.state != ThemeState.DISMISSED]
            voices = {v.id: v for v in voices_within(transaction, study_id, (), session_ids)}
            codings = stored.codings_of(transaction, [t.id for t in themes])
        cards = [card_of(t, [c for c in codings if c.theme_id == t.id], voices) for t in themes]
        return tuple(
            sorted(cards, key=lambda c: (c.theme.state is not ThemeState.KEPT, c.theme.position, c.theme.id))
        )

    def ungrouped(self, study_id: str, question_ids: Sequence[str] = ()) -> tuple[Member, ...]:
        """Return the answers in words that are in no theme."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            themes = [t for t in stored.themes_of(transaction, study_id) if t.state != ThemeState.DISMISSED]
            grouped = {
                c.answer_id for c in stored.codings_of(transaction, [t.id for t in themes]) if c.accepted
            }
            voices = voices_within(transaction, study_id, question_ids, ())
        return tuple(Member(voice, False, None) for voice in voices if voice.id not in grouped)

    def dismissed(self, study_id: str) -> tuple[Theme, ...]:
        """Return the themes that people dismissed."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return tuple(
                t for t in stored.themes_of(transaction, study_id) if t.state == ThemeState.DISMISSED
            )

    def usual_count(self, study_id: str, question_ids: Sequence[str] = ()) -> int:
        """Return how many new themes a run looks for, where nobody says how many."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            kept = [t.id for t in stored.themes_of(transaction, study_id) if t.state == ThemeState.KEPT]
            within = {c.answer_id for c in stored.codings_of(transaction, kept) if c.accepted}
            voices = voices_within(transaction, study_id, question_ids, ())
        return usual_count(sum(voice.id not in within for voice in voices))

    def suggest(
        self,
        study_id: str,
        question_ids: Sequence[str] = (),
        *,
        session_ids: Sequence[str] = (),
        count: int | None = None,
        progress: Progress | None = None,
    ) -> Suggestion:
        """Propose themes over these answers (all where nothing is named), and store them as suggestions.

        Kept themes stay as they are and may be proposed for more answers; earlier suggestions
        over any of these questions give way; a suggestion that was dismissed does not come back.
        `count` is how many new themes are looked for beside the kept ones.
        `progress` hears shares from 0 to 1; raising in it stops the run, and nothing is changed.
        """
        with self.database.reading() as transaction:
            study = self.allow(transaction, study_id)
            voices = voices_within(transaction, study_id, question_ids, session_ids)
            themes = stored.themes_of(transaction, study_id)
            decided = decided_rows(voices, themes, stored.codings_of(transaction, [t.id for t in themes]))
        found = suggest_themes(
            [voice.text for voice in voices],
            declared=only_language(study),
            language=study.languages[0] if study.languages else None,
            count=count,
            decided=decided,
            embed=(lambda texts: self._vectors(texts, progress)) if vectors.available() else None,
        )
        self._store(study, voices, found, sorted(question_ids))
        return found

    def _vectors(self, texts: Sequence[str], progress: Progress | None) -> vectors.Vectors:
        """Return the vectors of texts, computing and keeping those that are new."""
        hashes = [vectors.text_hash(text) for text in texts]
        with self.database.reading() as transaction:
            known = stored.vectors_by_hash(transaction, hashes, vectors.MODEL)
        new = vectors.missing(texts, known)
        for start in range(0, len(new), BATCH):
            if progress:
                progress(start / len(new))
            part = new[start : start + BATCH]
            made = dict(zip((vectors.text_hash(t) for t in part), vectors.vectors_of(part), strict=True))
            with self.database.writing() as transaction:
                stored.put_vectors(transaction, made, vectors.MODEL)
            known.update(made)
        if progress:
            progress(1.0)
        return np.vstack([known[key] for key in hashes])

    def _store(
        self, study: Study, voices: Sequence[Voice], found: Suggestion, question_ids: Sequence[str]
    ) -> None:
        with self.database.writing() as transaction:
            themes = stored.themes_of(transaction, study.id)
            self._clear_suggestions(transaction, themes, question_ids)
            old = [t.id for t in themes if t.state == ThemeState.DISMISSED]
            codings = stored.codings_of(transaction, old)
            dismissed = [{c.answer_id for c in codings if c.theme_id == id} for id in old]
            position = 1 + max((t.position for t in themes if t.state == ThemeState.KEPT), default=-1)
            still_there = stored.existing_answers(transaction, [voice.id for voice in voices])
            kept = {t.id for t in themes if t.state == ThemeState.KEPT}
            for suggested in found.themes:
                answers = {row: voices[row].id for row in suggested.rows if voices[row].id in still_there}
                theme_id = suggested.key if suggested.key in kept else ""
                if not theme_id and not is_dismissed(set(answers.values()), dismissed):
                    theme_id = self._add_suggestion(transaction, study, suggested, position, question_ids)
                    position += 1
                if theme_id:
                    self._propose(transaction, theme_id, answers, found.fits)
            self.record(
                transaction, study.id, "themes.suggested", study.id,
                answers=len(voices), themes=len(found.themes), model=vectors.MODEL if found.with_vectors else "",
            )  # fmt: skip
            transaction.touch_study(study.id)

    def _clear_suggestions(
        self, transaction: Transaction, themes: Iterable[Theme], question_ids: Sequence[str]
    ) -> None:
        for theme in themes:
            scope = set(theme.scope.split()) if theme.scope else set()
            if theme.state == ThemeState.SUGGESTED and (
                not scope or not question_ids or scope & set(question_ids)
            ):
                stored.clear_codings(transaction, [theme.id])
                transaction.delete(transaction.get(ThemeRow, theme.id))
        transaction.flush()

    def _add_suggestion(
        self,
        transaction: Transaction,
        study: Study,
        suggested: SuggestedTheme,
        position: int,
        question_ids: Sequence[str],
    ) -> str:
        theme = Theme(
            study_id=study.id,
            name=suggested.name,
            terms=list(suggested.terms),
            scope=" ".join(question_ids),
            position=position,
            created_at=self.now(),
        )
        transaction.add(ThemeRow(**theme.model_dump()))
        transaction.flush()
        return theme.id

    def _propose(
        self, transaction: Transaction, theme_id: str, answers: dict[int, str], fits: Sequence[float]
    ) -> None:
        for row, answer_id in answers.items():
            weight = max(0.0, min(1.0, fits[row]))
            coding = Coding(theme_id=theme_id, answer_id=answer_id, weight=weight, made_at=self.now())
            stored.put_coding(transaction, coding)
