"""Answers to a question summed up within a transaction: people counted by SQL, words by their lemma.

Joins collecting with the language of the themes; nobody is asked here who may see it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from survey_engine.collect.kinds import KINDS, Counts, Summary, summarise
from survey_engine.collect.kinds.base import listed_words
from survey_engine.collect.kinds.words import count_words, entries_of, fold
from survey_engine.collect.models import Answer, Shown
from survey_engine.collect.moderation import state_of
from survey_engine.design.kinds import Contributing, Question
from survey_engine.design.kinds.choice import OpenChoice
from survey_engine.design.models import Study
from survey_engine.storage import collect as stored
from survey_engine.storage.database import Transaction
from survey_engine.themes.language import languages_of
from survey_engine.themes.tokens import tokens_of
from survey_engine.workbench.pools import summary_of_pool


def summary_of(
    transaction: Transaction,
    session_ids: Sequence[str],
    question: Question,
    study: Study,
    *,
    group: str | None = None,
    shown_only: bool = False,
) -> Summary:
    """Return what was answered to a question in one session or several, each person once.

    `shown_only` keeps to the words that were let through; counts of choices hold nobody's words.
    Who preferred not to say is counted apart, and in nothing else. Votes on what others wrote count only where it was let through, whoever looks.
    """
    summary = _summary(transaction, session_ids, question, study, group, shown_only)
    if not question.decline:
        return summary
    declined = stored.count_declined(transaction, session_ids, question.id, group)
    return replace(summary, declined=declined)


def _summary(
    transaction: Transaction,
    session_ids: Sequence[str],
    question: Question,
    study: Study,
    group: str | None,
    shown_only: bool,
) -> Summary:
    if not question.takes_answers:
        return summarise(question, ())
    if isinstance(question, Contributing):
        return summary_of_pool(transaction, session_ids, question, group)
    if of_counts := KINDS[question.kind].of_counts:
        people = stored.count_people(transaction, session_ids, question.id, group)
        by_code = stored.people_by_code(transaction, session_ids, question.id, group)
        counts = of_counts(question, by_code, people)
        return counts if shown_only else _with_words(transaction, session_ids, question, group, counts)
    answers = stored.answers_to(transaction, session_ids, question.id, group)
    if shown_only and question.takes_text:
        answers = let_through(transaction, session_ids, answers)
    if question.kind == "words":
        return count_words(answers, lemmas_by(answers, study))
    return summarise(question, answers)


def let_through(
    transaction: Transaction, session_ids: Sequence[str], answers: Sequence[Answer]
) -> tuple[Answer, ...]:
    """Return the answers that the room may see."""
    decided = stored.moderations_of(transaction, session_ids)
    states = {session_id: stored.states_of(transaction, session_id) for session_id in session_ids}

    def is_shown(answer: Answer) -> bool:
        state = states[answer.session_id].get(answer.question_id)
        decision = decided.get(answer.id)
        opened = bool(state and state.let_through)
        return state_of(decision.state if decision else None, opened) == Shown.SHOWN

    return tuple(answer for answer in answers if is_shown(answer))


def lemmas_by(answers: Sequence[Answer], study: Study) -> Callable[[str], str]:
    """Return a function from an entry to its lemma, word by word, in the language of each entry."""
    entries = sorted({fold(entry) for answer in answers for entry in entries_of(answer.text)})
    declared = study.languages[0] if study.languages else None
    guesses = languages_of(entries, declared)
    lemmas = {
        entry: " ".join(token.lemma for token in tokens_of(entry, guess.language)) or entry
        for entry, guess in zip(entries, guesses, strict=True)
    }
    return lambda entry: lemmas[fold(entry)]


def _with_words(
    transaction: Transaction,
    session_ids: Sequence[str],
    question: Question,
    group: str | None,
    counts: Summary,
) -> Summary:
    """Return the counts with the words beside "other", for those who lead the study."""
    if not (isinstance(counts, Counts) and isinstance(question, OpenChoice) and question.other):
        return counts
    return replace(
        counts, others=listed_words(stored.answers_to(transaction, session_ids, question.id, group))
    )
