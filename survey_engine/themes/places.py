"""Find a passage in an answer: every place where the very words stand."""

from collections.abc import Sequence

from survey_engine.themes.excerpts import SENTENCES


def places_of(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each place where `words` stand in `text`, in code points, end-exclusive.

    White space around the words is not part of them. Nothing but the very same words is found.
    """
    sought = words.strip()
    found = []
    start = text.find(sought) if sought else -1
    while start >= 0:
        found.append((start, start + len(sought)))
        start = text.find(sought, start + 1)
    return tuple(found)


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence, by NLTK's untrained Punkt; line breaks end one too."""
    found = []
    for start, end in SENTENCES.span_tokenize(text):
        place = start
        for line in text[start:end].splitlines(keepends=True):
            if line.strip():
                left = place + len(line) - len(line.lstrip())
                found.append((left, place + len(line.rstrip())))
            place += len(line)
    return tuple(found)


def spanned(places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the one place that reaches from the first to the last of these."""
    return min(start for start, _ in places), max(end for _, end in places)
