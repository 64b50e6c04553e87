"""Base forms of words in Latvian, Russian and English, by the combination that measured best.

Latvian: simplemma and the Hunspell dictionary weighed against each other; Russian:
pymorphy3; English: simplemma. Small tables in `data/lexicons/lemmas` hold what no rule gives.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

from survey_engine.settings import ROOT
from survey_engine.themes import latvian
from survey_engine.themes.dictionaries import latvian_dictionary

LEXICONS = ROOT / "data" / "lexicons"
LONGEST_WORD = 60


def lemmatise(words: Sequence[str], language: str) -> list[str]:
    """Return one lower-case base form for each word; an empty word stays empty.

    `language` is lv, ru or en; words of any other language are only folded to lower case.
    """
    return [lemma_of(word, language) for word in words]


@lru_cache(maxsize=200_000)
def lemma_of(word: str, language: str) -> str:
    """Return the base form of one word in lower case."""
    folded = word.strip().lower()
    if not folded or len(folded) > LONGEST_WORD or language not in READERS:
        return folded
    if len(words := folded.split()) > 1:
        # Dictionaries would join them; each has a base form of its own.
        return " ".join(lemma_of(one, language) for one in words)
    return exceptions(language).get(folded) or READERS[language](folded) or folded


@cache
def exceptions(language: str) -> dict[str, str]:
    """Return the hand-written table of a language: form to base form."""
    lines = (LEXICONS / "lemmas" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line.strip() and not line.startswith("#"))


def _latvian(word: str) -> str:
    known = _known(word, "lv")
    dictionary = latvian_dictionary()
    if dictionary is None:
        return known or _simple(word, "lv")
    found = latvian.candidates(word, dictionary)
    return (
        latvian.choose(word, known, found) or latvian.guess(word, dictionary, _latvian) or _simple(word, "lv")
    )


def _english(word: str) -> str:
    return _simple(word.removesuffix("'s").removesuffix("’s") or word, "en")


def _russian(word: str) -> str:
    morph = _morph()
    word = word.replace("\u0301", "")
    if not morph.word_is_known(word):
        known = _known(word, "ru")
        if known:
            return known.replace("ё", "е")
    form: str = morph.parse(word)[0].normal_form
    return form.replace("ё", "е")


def _known(word: str, language: str) -> str | None:
    import simplemma  # loaded only when needed: it reads its tables

    return (
        simplemma.lemmatize(word, lang=language).lower() if simplemma.is_known(word, lang=language) else None
    )


def _simple(word: str, language: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang=language).lower()


@cache
def _morph() -> Any:
    import pymorphy3  # loaded only for Russian: 0.3 s

    return pymorphy3.MorphAnalyzer()


READERS: dict[str, Callable[[str], str]] = {"lv": _latvian, "ru": _russian, "en": _english}
