"""Two things after a word that judges, joined by "and": told from one thing with a double name by grammar."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from survey_engine.design.wording.lexicons import Found, find, has, straight
from survey_engine.design.wording.texts import sentences_of, words_of

AND = {"lv": "un", "en": "and", "ru": "и"}
PHRASE_ENDS = re.compile(r"[,;:.!?—(]")
LONGEST_PHRASE = 4
Word = tuple[str, int, int]


def joined_things(text: str, language: str) -> Iterator[Found]:
    """Return each pair of things that one answer is to judge, from the first of them to the second."""
    if language not in READERS:
        return
    for judging in find("judging", language, text):
        rest = PHRASE_ENDS.split(text[judging.end :])[0]
        if has("relations", language, rest):
            continue
        words = [(word.lower(), start, end) for word, start, end in words_of(straight(rest))]
        places = [place for place, (word, _, _) in enumerate(words) if word == AND[language]]
        for place in places:
            before, after = words[:place], words[place + 1 :]
            if before and after and READERS[language](before, _phrase(after, language)):
                first, last = before[-1], after[0]
                yield Found(start=judging.end + first[1], end=judging.end + last[2])


def joined_clauses(text: str, language: str) -> Iterator[Found]:
    """Return where a statement makes a second claim: a clause after ", and", or in Russian a second verb."""
    if language not in READERS:
        return
    for sentence, start in sentences_of(text):
        comma = re.search(rf",\s+{AND[language]}\s", sentence)
        if comma and sentence.count(",") == 1:
            yield Found(start=start + comma.start(), end=start + comma.end() - 1)
        elif language == "ru":
            yield from _second_verb(sentence, start)


def _second_verb(sentence: str, start: int) -> Iterator[Found]:
    words = words_of(sentence)
    for (joint, begin, _), (word, _, end) in pairwise(words):
        if joint.lower() == AND["ru"] and begin and "3per" in _morph().parse(word)[0].tag:
            yield Found(start=start + begin, end=start + end)


def _phrase(words: list[Word], language: str) -> list[Word]:
    """Return the words up to the first that begins something new, such as a preposition."""
    for place, (word, _, _) in enumerate(words):
        if place and has("phrase_ends", language, word):
            return words[:place]
    return words[:LONGEST_PHRASE]


def _latvian(before: list[Word], after: list[Word]) -> bool:
    """A genitive leads to the noun it belongs to, so "bērnu un jauniešu centru" is one thing."""
    last, first, final = before[-1][0], after[0][0], after[-1][0]
    if len(after) == 1:
        return _ending(last) == _ending(first)
    if last.endswith(HEADS_LV):
        return True
    return _ending(last) == _ending(final) != _ending(first)


def _english(before: list[Word], after: list[Word]) -> bool:
    """A new article, a plural, or nothing more to come shows a second thing."""
    last, first = before[-1][0], after[0][0]
    if first in ARTICLES_EN or first.endswith("ing") or len(after) == 1:
        return True
    return last.endswith("s") and not last.endswith("ss")


def _russian(before: list[Word], after: list[Word]) -> bool:
    """Two nouns in the case that the judging word asks for, and no genitive, which belongs to another noun."""
    second: frozenset[str] = next((tags for word, _, _ in after if (tags := _cases(word))), frozenset())
    first = [tags for word, _, _ in before if (tags := _cases(word))]
    if not first or not second:
        return False
    shared = set().union(*first) & second - {"gent", "nomn"}
    plain = first[0] & second - {"gent"}
    return bool(shared and plain)


def _ending(word: str) -> str:
    """Return the case that an ending shows, or the letters that two words of one case share."""
    return next((case for ending, case in ENDINGS_LV.items() if word.endswith(ending)), word[-1])


@cache
def _cases(word: str) -> frozenset[str]:
    """Return the cases in which a Russian word may be a noun; none where it is hardly one."""
    parses = [one for one in _morph().parse(word) if one.tag.POS == "NOUN"]
    return frozenset(str(one.tag.case) for one in parses)


@cache
def _morph() -> Any:
    import pymorphy3  # loaded only for Russian: 0.3 s

    return pymorphy3.MorphAnalyzer()


# Datives, which no genitive looks like; then the last letter decides.
ENDINGS_LV = {
    "iem": "dative",
    "ām": "dative",
    "ēm": "dative",
    "īm": "dative",
    "ai": "to",
    "ei": "to",
    "im": "to",
}
# Nouns that are judged and are no genitives here: actions, qualities, datives.
HEADS_LV = ("ību", "šanu", "umu", "iem", "ām", "ēm")
ARTICLES_EN = frozenset({"the", "your", "our", "its", "their", "his", "her", "a", "an", "how"})
READERS: dict[str, Callable[[list[Word], list[Word]], bool]] = {
    "lv": _latvian,
    "en": _english,
    "ru": _russian,
}
