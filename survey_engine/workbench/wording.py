"""Words: what was said in answers, counted by base form, in context, and side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey_engine.collect.models import SAID_ALOUD
from survey_engine.design.kinds import Question
from survey_engine.design.models import Study
from survey_engine.storage import collect as sessions_store
from survey_engine.storage import themes as stored
from survey_engine.storage.compare import forms_of, revision_of
from survey_engine.storage.database import Transaction
from survey_engine.themes import vectors
from survey_engine.themes import words as reading
from survey_engine.themes.codings import Voice
from survey_engine.themes.dictionaries import has_latvian_dictionary
from survey_engine.themes.words import Collocation, Line, Reading, WordCount
from survey_engine.workbench.service import Service


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from: a question, or what was said aloud (`question` None); answers in words."""

    id: str
    question: Question | None
    answers: int


@dataclass(frozen=True, slots=True)
class Equipment:
    """What this machine has: without either, Balsis works more coarsely and says so."""

    multilingual_model: bool
    latvian_dictionary: bool


class Wording(Service):
    """What people said, word by word. Nothing here changes an answer."""

    def revision(self, study_id: str) -> int:
        """Return a number that rises whenever the words or themes of a study may have changed."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return revision_of(transaction, study_id)

    def equipment(self) -> Equipment:
        """Return which of the two helpers for language are on this machine."""
        return Equipment(vectors.available(), has_latvian_dictionary())

    def sources(self, study_id: str) -> tuple[Source, ...]:
        """Return the questions that were answered in words, in the order they are asked; what was said aloud last."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            sessions = _session_ids(transaction, study_id)
            counts = stored.answers_in_words(transaction, sessions)
            questions = {
                q.id: q for form in reversed(forms_of(transaction, sessions)) for q in form.questions
            }
            asked = [Source(id, q, counts[id]) for id, q in questions.items() if id in counts]
            rest = [Source(id, None, n) for id, n in sorted(counts.items()) if id not in questions]
            return (*asked, *(source for source in rest if source.id == SAID_ALOUD))

    def voices(
        self, study_id: str, question_ids: Sequence[str] = (), *, session_ids: Sequence[str] = ()
    ) -> tuple[Voice, ...]:
        """Return the answers in words to these questions (all where none is named) over these sessions (all)."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return voices_within(transaction, study_id, question_ids, session_ids)

    def words(
        self, study_id: str, question_ids: Sequence[str] = (), *, session_ids: Sequence[str] = ()
    ) -> tuple[WordCount, ...]:
        """Return the words by base form, with their forms: in how many answers, by how many people."""
        return reading.count_lemmas(self._readings(study_id, question_ids, session_ids))

    def concordance(
        self,
        study_id: str,
        word: str,
        question_ids: Sequence[str] = (),
        *,
        session_ids: Sequence[str] = (),
        width: int = reading.CONTEXT,
    ) -> tuple[Line, ...]:
        """Return every place where a word stands, in any of its forms, with what stands around it."""
        return reading.concordance(self._readings(study_id, question_ids, session_ids), word, width=width)

    def collocations(
        self, study_id: str, question_ids: Sequence[str] = (), *, session_ids: Sequence[str] = ()
    ) -> tuple[Collocation, ...]:
        """Return pairs of words that stand side by side oftener than by chance."""
        return reading.collocations(self._readings(study_id, question_ids, session_ids))

    def _readings(
        self, study_id: str, question_ids: Sequence[str], session_ids: Sequence[str]
    ) -> tuple[Reading, ...]:
        with self.database.reading() as transaction:
            study = self.allow(transaction, study_id)
            voices = voices_within(transaction, study_id, question_ids, session_ids)
        return reading.read_answers((voice.as_read() for voice in voices), only_language(study))


def only_language(study: Study) -> str | None:
    """Return the language of a study that is held in one language alone, else None."""
    return study.languages[0] if len(study.languages) == 1 else None


def voices_within(
    transaction: Transaction, study_id: str, question_ids: Sequence[str], session_ids: Sequence[str]
) -> tuple[Voice, ...]:
    """Return the answers in words within a study, whatever sessions and questions are named."""
    own = _session_ids(transaction, study_id)
    looked_in = [one for one in own if not session_ids or one in session_ids]
    return stored.voices(transaction, looked_in, question_ids)


def _session_ids(transaction: Transaction, study_id: str) -> list[str]:
    return [session.id for session in sessions_store.sessions_of(transaction, study_id)]
