"""Scales that lean to one side, and scales that run the other way than the rest."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from survey_engine.design.kinds import Question
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.lexicons import has, lines, pattern_of, straight
from survey_engine.design.wording.texts import Text, labels_of
from survey_engine.records import Value

FEWEST_ANSWERS = 3


class Leaning(Value):
    """What a label says: of which thing, to which side (-1, 0, 1), and how strongly ("" plain or not known)."""

    thing: str
    side: int
    strength: str


def leaning_of(label: str, language: str) -> Leaning | None:
    """Return which way a label leans, or None where no word of it is known."""
    for thing, sign, pattern in _scale_words(language):
        if pattern.search(straight(label)):
            side = {"-": -1, "0": 0, "+": 1}[sign]
            negated = has("label_negations", language, label)
            return Leaning(
                thing=thing,
                side=-abs(side) if negated else side,
                strength=_strength(label, language, negated),
            )
    return None


def unbalanced_scale(question: Question, language: str) -> Iterator[Advice]:
    """Advise where one side of a scale has more or stronger answers than the other."""
    labels = labels_of(question, language)
    leanings = [leaning_of(label.text, language) for label in labels]
    if isinstance(question, Graded):
        low, high = leanings if len(labels) == 2 else (None, None)
        if low and high and not _are_opposites(low, high):
            yield _about(question, language, labels[0])
    elif isinstance(question, Choice):
        known = [(label, one) for label, one in zip(labels, leanings, strict=True) if one]
        sides = Counter(one.side for _, one in known)
        is_one_scale = len(known) >= FEWEST_ANSWERS and len({one.thing for _, one in known}) == 1
        if is_one_scale and sides[1] != sides[-1]:
            yield _about(question, language, known[0][0])


def scale_turns(questions: Sequence[Question], language: str) -> Iterator[Advice]:
    """Advise on scales that run the other way than most; where as many do, than the first."""
    directed = [(one, _direction(one, language)) for one in questions if isinstance(one, Graded)]
    counted = Counter(direction for _, direction in directed if direction)
    if len(counted) < 2:
        return
    usual = counted.most_common(1)[0][0]
    for question, direction in directed:
        if direction == -usual:
            yield _about(question, language, labels_of(question, language)[0], WordingCheck.SCALE_TURNS)


def _direction(scale: Graded, language: str) -> int:
    low = leaning_of(scale.low.get(language, ""), language)
    high = leaning_of(scale.high.get(language, ""), language)
    if low is None or high is None or low.side == high.side:
        return 0
    return 1 if low.side < high.side else -1


def _are_opposites(low: Leaning, high: Leaning) -> bool:
    if low.thing != high.thing or low.side != -high.side or not low.side:
        return False
    return "any" in (low.strength, high.strength) or low.strength == high.strength


def _strength(label: str, language: str, negated: bool) -> str:
    if negated or has("any_strength", language, label):
        return "any"
    if has("strong", language, label):
        return "strong"
    return "weak" if has("weak", language, label) else ""


@cache
def _scale_words(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return thing, sign and pattern of each word; negative ones come first, as they hold the positive."""
    parted = [line.split(maxsplit=2) for line in lines("scale_words", language)]
    ordered = sorted(parted, key=lambda one: "-0+".index(one[1]))
    return tuple((thing, sign, pattern_of(phrase)) for thing, sign, phrase in ordered)


def _about(
    question: Question, language: str, label: Text, check: WordingCheck = WordingCheck.UNBALANCED_SCALE
) -> Advice:
    return Advice(
        check=check,
        language=language,
        question_id=question.id,
        place=Place(label.place),
        option=label.option,
        end=len(label.text),
        passage=label.text,
    )
