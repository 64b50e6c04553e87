"""Words counted by base form, words in context, and words that come together.

A word counts once per answer, however often it is repeated in it: the size of a word
says how many answers (and people) used it. Concordance and collocations are NLTK's.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nltk.collocations import BigramCollocationFinder
from nltk.metrics import BigramAssocMeasures
from nltk.text import ConcordanceIndex

from survey_engine.themes.language import Guess, languages_of
from survey_engine.themes.tokens import Token, tokens_of

CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What is read of an answer: its id, its words, who said it ('' where unknown)."""

    id: str
    text: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as read: its language and its tokens, each with its place."""

    answer: Answer
    language: Guess
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class WordCount:
    """A lemma: in how many answers, by how many people (None where nobody is known), in which forms."""

    lemma: str
    language: str
    answers: int
    people: int | None
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance: the place of the word in its answer and what stands around it."""

    answer_id: str
    start: int
    end: int
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True)
class Collocation:
    """Two words that stand side by side oftener than chance would have it.

    `score` is Dunning's log-likelihood ratio (about 10.8 corresponds to p = 0.001).
    """

    words: tuple[str, str]
    together: int
    score: float


def read_answers(answers: Iterable[Answer], declared: str | None = None) -> tuple[Reading, ...]:
    """Return each answer with its language, tokens and lemmas; `declared` settles short ones."""
    kept = tuple(answers)
    guesses = languages_of([answer.text for answer in kept], declared)
    return tuple(
        Reading(answer, guess, tuple(tokens_of(answer.text, guess.language)))
        for answer, guess in zip(kept, guesses, strict=True)
    )


def count_lemmas(readings: Sequence[Reading], *, stop_words: bool = False) -> tuple[WordCount, ...]:
    """Return the lemmas by the number of answers, most first; stop words only on request."""
    within: dict[tuple[str, str], set[int]] = defaultdict(set)
    people: dict[tuple[str, str], set[str]] = defaultdict(set)
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for number, reading in enumerate(readings):
        for token in reading.tokens:
            if token.is_stop and not stop_words:
                continue
            key = (token.lemma, token.language)
            within[key].add(number)
            forms[key][token.form.lower()] += 1
            people[key].update({reading.answer.person} - {""})
    found = [
        WordCount(
            lemma,
            language,
            len(numbers),
            len(people[lemma, language]) or None,
            _ordered(forms[lemma, language]),
        )
        for (lemma, language), numbers in within.items()
    ]
    return tuple(sorted(found, key=lambda c: (-c.answers, c.lemma, c.language)))


def _ordered(forms: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(forms.items(), key=lambda item: (-item[1], item[0])))


def concordance(readings: Sequence[Reading], word: str, *, width: int = CONTEXT) -> tuple[Line, ...]:
    """Return every place where the lemma (or the very form) stands, with `width` characters around it."""
    wanted = word.strip().lower()
    flat = [(reading, token) for reading in readings for token in reading.tokens]
    places: set[int] = set()
    for keys in ([token.lemma for _, token in flat], [token.form.lower() for _, token in flat]):
        places.update(ConcordanceIndex(keys).offsets(wanted))
    return tuple(_line(*flat[place], width) for place in sorted(places))


def _line(reading: Reading, token: Token, width: int) -> Line:
    text = reading.answer.text
    left = text[max(0, token.start - width) : token.start]
    right = text[token.end : token.end + width]
    return Line(reading.answer.id, token.start, token.end, left, text[token.start : token.end], right)


def collocations(readings: Sequence[Reading], *, least: int = 2, limit: int = 50) -> tuple[Collocation, ...]:
    """Return pairs of neighbouring lemmas, by NLTK's likelihood ratio; never across two answers.

    `least` is how often a pair must occur. Pairs with a stop word are left out, but a stop
    word keeps its place, so that words around it do not become neighbours.
    """
    finder = BigramCollocationFinder.from_documents(
        [[token.lemma for token in reading.tokens] for reading in readings]
    )
    stops = {token.lemma for reading in readings for token in reading.tokens if token.is_stop}
    finder.apply_ngram_filter(lambda one, two: one in (None, *stops) or two in (None, *stops))
    finder.apply_freq_filter(least)
    scored = finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)
    found = [
        Collocation((one, two), finder.ngram_fd[one, two], score)
        for (one, two), score in scored
        if math.isfinite(score)
    ]
    return tuple(sorted(found, key=lambda c: (-c.score, c.words))[:limit])
