"""Quotes: passages of answers kept under a theme, as places and never as copies."""

from dataclasses import dataclass

from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import themes as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import QuoteRow, ThemeRow
from survey_engine.themes.codings import Voice
from survey_engine.themes.models import Quote, Theme
from survey_engine.workbench.service import Service


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote as it is shown: its words and whose they are (None where the answer was taken back)."""

    quote: Quote
    text: str
    voice: Voice | None
    theme: Theme | None


class Quotes(Service):
    """Passages that people keep from answers."""

    def of_study(self, study_id: str, *, theme_id: str | None = None) -> tuple[KeptQuote, ...]:
        """Return the quotes of a study (or of one theme), the earliest kept first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            quotes = stored.quotes_of(transaction, study_id)
            themes = {theme.id: theme for theme in stored.themes_of(transaction, study_id)}
            voices = stored.voices_by_id(transaction, [q.answer_id for q in quotes if q.answer_id])
        return tuple(
            _kept(quote, voices, themes) for quote in quotes if theme_id is None or quote.theme_id == theme_id
        )

    def keep_quote(
        self, study_id: str, *, answer_id: str, start: int, end: int, theme_id: str | None = None
    ) -> Quote:
        """Keep a passage of an answer, under a theme if one is named.

        `start` and `end` count code points, end-exclusive. The same passage under the same theme is
        kept once. Raises NOT_FOUND, and QUOTE_OUTSIDE where nothing of the answer stands there.
        """
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            self._check_place(transaction, study_id, answer_id, start, end)
            self._check_theme(transaction, study_id, theme_id)
            for known in stored.quotes_of(transaction, study_id):
                if (known.answer_id, known.start, known.end, known.theme_id) == (
                    answer_id,
                    start,
                    end,
                    theme_id,
                ):
                    return known
            quote = Quote(
                study_id=study_id,
                answer_id=answer_id,
                start=start,
                end=end,
                theme_id=theme_id,
                made_by=self.maker,
                made_at=self.now(),
            )
            transaction.add(QuoteRow(**quote.model_dump()))
            self.record(transaction, study_id, "quote.kept", quote.id, answer=answer_id, theme=theme_id or "")
            transaction.touch_study(study_id)
            return quote

    def delete(self, quote_id: str) -> None:
        """Let a quote go; the answer stays. Evidence that rests on it refuses: raise QUOTE_IN_USE."""
        with self.database.writing() as transaction:
            row = self._row(transaction, quote_id)
            if used := stored.count_evidence_on(transaction, quote_id):
                raise EngineError(Problem.QUOTE_IN_USE, number=used)
            self.record(transaction, row.study_id, "quote.deleted", quote_id, start=row.start, end=row.end)
            transaction.delete(row)
            transaction.touch_study(row.study_id)

    def _row(self, transaction: Transaction, quote_id: str) -> QuoteRow:
        row = transaction.get(QuoteRow, quote_id)
        if row is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("quote"))
        self.allow(transaction, row.study_id)
        return row

    def _check_place(
        self, transaction: Transaction, study_id: str, answer_id: str, start: int, end: int
    ) -> None:
        answer = stored.answer_in_study(transaction, study_id, answer_id)
        if answer is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("answer"))
        text = answer.text or ""
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise EngineError(Problem.QUOTE_OUTSIDE, start=start, end=end, length=len(text))

    def _check_theme(self, transaction: Transaction, study_id: str, theme_id: str | None) -> None:
        theme = transaction.get(ThemeRow, theme_id) if theme_id else None
        if theme_id and (theme is None or theme.study_id != study_id):
            raise EngineError(Problem.NOT_FOUND, what=mark("theme"))


def _kept(quote: Quote, voices: dict[str, Voice], themes: dict[str, Theme]) -> KeptQuote:
    voice = voices.get(quote.answer_id or "")
    text = voice.text[quote.start : quote.end] if voice else ""
    return KeptQuote(quote, text, voice, themes.get(quote.theme_id or ""))
