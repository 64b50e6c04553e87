"""The language of an answer: the script decides Russian, Latvian letters decide Latvian.

What is left is between Latvian and English, for which py3langid is asked about these
two only. One word alone stays uncertain; a declared language then settles it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from survey_engine.themes.tokens import stop_words, words_of

LANGUAGES = ("lv", "ru", "en")
LATVIAN_LETTER = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
CYRILLIC = re.compile("[\u0400-\u04ff]")
LETTER = re.compile(r"[^\W\d_]")
NEGATIVE = {"lv": ("nav", "nekas", "neviens"), "en": ("not", "nothing", "never")}
SHARED = frozenset(["a", "as", "no", "to", "me", "man", "par", "pa", "te", "ne"])
LONGEST_LOOK = 2000


@dataclass(frozen=True, slots=True)
class Guess:
    """The language of a text (None where it has no letters), and whether that is certain."""

    language: str | None
    certain: bool


def language_of(text: str, declared: str | None = None) -> Guess:
    """Return the language of a text; `declared` (lv, ru, en or None) settles what the text leaves open."""
    looked_at = unicodedata.normalize("NFC", text[:LONGEST_LOOK])
    letters, cyrillic = len(LETTER.findall(looked_at)), len(CYRILLIC.findall(looked_at))
    if not letters:
        return Guess(None, False)
    latvian = LATVIAN_LETTER.search(looked_at)
    if 2 * cyrillic > letters or (cyrillic and not latvian and _is_russian_around_names(looked_at)):
        return Guess("ru", True)
    if latvian:
        return Guess("lv", True)
    return _between_latvian_and_english(looked_at, declared)


def _is_russian_around_names(text: str) -> bool:
    """Say whether only names are in Latin letters: every function word is Russian."""
    words = [word.lower() for word in words_of(text)]
    others = [w for w in words if w in stop_words("lv") or w in stop_words("en")]
    return not others and any(word in stop_words("ru") for word in words)


def _between_latvian_and_english(text: str, declared: str | None) -> Guess:
    words = [word.lower() for word in words_of(text)]
    functional = {code: sum(_speaks_for(w, code) for w in words) for code in ("lv", "en")}
    if len(words) < 2:
        settled = next(
            (c for c in ("lv", "en") if functional[c] > functional["lv" if c == "en" else "en"]), None
        )
        return Guess(settled or (declared if declared in ("lv", "en") else _classified(text)), False)
    if functional["lv"] != functional["en"] and min(functional.values()) == 0:
        return Guess(max(functional, key=lambda code: functional[code]), True)
    if len(words) < 3 and declared in ("lv", "en"):
        return Guess(declared, False)
    return Guess(_classified(text), len(words) > 2)


def _speaks_for(word: str, language: str) -> bool:
    """Say whether a function word tells the language: one that the other language does not write too."""
    return word not in SHARED and (word in stop_words(language) or word in NEGATIVE[language])


def _classified(text: str) -> str:
    return str(_classifier().classify(text)[0])


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loaded when needed: 0.3 s

    classifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    classifier.set_languages(["lv", "en"])
    return classifier


def languages_of(texts: Sequence[str], declared: str | None = None) -> list[Guess]:
    """Return the language of each text; an uncertain one follows what most certain texts are in."""
    guesses = [language_of(text, declared) for text in texts]
    if declared is not None:
        return guesses
    certain = Counter(g.language for g in guesses if g.certain and g.language in ("lv", "en"))
    usual = certain.most_common(1)[0][0] if certain else None
    return [
        language_of(t, usual) if not g.certain and g.language else g
        for t, g in zip(texts, guesses, strict=True)
    ]
