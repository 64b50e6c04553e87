"""Options that overlap, and options that leave out numbers between or above them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from survey_engine.design.kinds import Question
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.lexicons import has, lines
from survey_engine.design.wording.ranges import HIGHEST, Range, range_of
from survey_engine.design.wording.texts import Text, labels_of

FEWEST_RANGES = 3
ALL_OF_IT = 100
SHORTEST_PART = 4

Ranged = list[tuple[Text, Range]]


def options_overlap(question: Question, language: str) -> Iterator[Advice]:
    """Advise where two options hold the same number, or one option is part of another."""
    ranged = _ranges(question, language)
    for (first, one), (second, other) in pairwise(ranged):
        if one.meets(other):
            yield _about(question, language, second, WordingCheck.OPTIONS_OVERLAP, first.text)
            return
    if not ranged and isinstance(question, Choice):
        yield from _contained(question, language)


def options_gap(question: Question, language: str) -> Iterator[Advice]:
    """Advise where whole numbers between two ranges, or above the last, find no option."""
    ranged = _ranges(question, language)
    if len(ranged) < FEWEST_RANGES:
        return
    for (_, one), (second, other) in pairwise(ranged):
        first_missing = one.high if one.open_high else one.high + 1
        last_missing = other.low if other.open_low else other.low - 1
        if first_missing <= last_missing:
            missing = (
                f"{first_missing:g}–{last_missing:g}"
                if first_missing < last_missing
                else f"{first_missing:g}"
            )
            yield _about(question, language, second, WordingCheck.OPTIONS_GAP, missing)
            return
    last, highest = ranged[-1]
    labels = labels_of(question, language)
    if highest.low < highest.high < HIGHEST and highest.high != ALL_OF_IT and len(ranged) == len(labels):
        yield _about(question, language, last, WordingCheck.OPTIONS_GAP, f"> {highest.high:g}")


def _ranges(question: Question, language: str) -> Ranged:
    """Return the options that are ranges, from low to high; none where hardly any are."""
    if not isinstance(question, Choice):
        return []
    labels = [one for one in labels_of(question, language) if not has("ways_out", language, one.text)]
    ranged = [(label, found) for label in labels if (found := range_of(label.text, language))]
    spans = [found for _, found in ranged if found.low < found.high]
    if len(spans) < 2 or len(ranged) < len(labels) - 1:
        return []
    return _ends_joined(sorted(ranged, key=lambda one: (one[1].low, one[1].high)))


def _ends_joined(ranged: Ranged) -> Ranged:
    """Let "up to 18" end before 18 where the next range begins with it: both readings are usual."""
    (label, first), (_, second) = ranged[0], ranged[1]
    if first.low == 0 and first.high == second.low:
        return [(label, first.model_copy(update={"open_high": True})), *ranged[1:]]
    return ranged


def _contained(question: Choice, language: str) -> Iterator[Advice]:
    labels = labels_of(question, language)
    whole = {label.text.strip().casefold(): label for label in labels}
    for label in labels:
        parts = [part.strip().casefold() for part in _between(language).split(label.text)]
        inside = [part for part in parts if len(part) >= SHORTEST_PART and part in whole]
        if len(parts) > 1 and inside:
            other = whole[inside[0]].text
            yield _about(question, language, label, WordingCheck.OPTIONS_OVERLAP, other)
            return


@cache
def _between(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in lines("either", language))
    return re.compile(rf"\s+(?:{words})\s+|,\s+", re.IGNORECASE)


def _about(question: Question, language: str, label: Text, check: WordingCheck, other: str) -> Advice:
    return Advice(
        check=check,
        language=language,
        question_id=question.id,
        place=Place.OPTION,
        option=label.option,
        end=len(label.text),
        passage=label.text,
        other=other,
    )
