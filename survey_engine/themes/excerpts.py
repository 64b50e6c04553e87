"""Representative quotes of a theme: places in answers, near its middle and unlike one another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from nltk.tokenize import PunktSentenceTokenizer

from survey_engine.themes.clusters import Weights
from survey_engine.themes.features import Points, unit
from survey_engine.themes.words import Reading

QUOTES = 3
WHOLE_UP_TO = 240
TOO_ALIKE = 0.9
SENTENCES = PunktSentenceTokenizer()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage: which reading, and its start and end in code points, end-exclusive."""

    reading: int
    start: int
    end: int


def excerpts_of(
    members: Sequence[int],
    readings: Sequence[Reading],
    points: Points,
    weights: Weights,
    terms: Sequence[str],
    *,
    limit: int = QUOTES,
) -> tuple[Excerpt, ...]:
    """Return up to `limit` passages of the members nearest to the middle of the theme."""
    where = np.asarray(members, dtype=np.int64)
    middle = unit(np.average(points[where], axis=0, weights=weights[where])[None, :])[0]
    order = where[np.argsort(-(points[where] @ middle), kind="stable")]
    chosen: list[int] = []
    for i in order.tolist():
        if len(chosen) < limit and all(points[i] @ points[j] < TOO_ALIKE for j in chosen):
            chosen.append(i)
    return tuple(Excerpt(i, *passage(readings[i].answer.text, terms)) for i in chosen)


def passage(text: str, terms: Sequence[str]) -> tuple[int, int]:
    """Return the place of the whole answer when it is short, else of its most typical sentence."""
    start, end = _trimmed(text, 0, len(text))
    if end - start <= WHOLE_UP_TO:
        return start, end
    sentences = [_trimmed(text, *span) for span in SENTENCES.span_tokenize(text)]
    best = max(sentences, key=lambda span: (_typical(text[span[0] : span[1]], terms), -span[0]))
    return best if best[1] - best[0] <= WHOLE_UP_TO else _cut(text, *best)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))


def _typical(sentence: str, terms: Sequence[str]) -> float:
    words = sentence.lower().split()
    found = sum(any(word.startswith(term[: max(4, len(term) - 2)]) for word in words) for term in terms)
    return found / (1 + len(sentence) / WHOLE_UP_TO)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Shorten a passage at a space where there is one; what is left out stays in the answer."""
    limit = min(end, start + WHOLE_UP_TO)
    space = text.rfind(" ", start + WHOLE_UP_TO // 2, limit)
    return _trimmed(text, start, space if space > start else limit)
