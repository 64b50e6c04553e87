"""Words of a text and where each stands, by NLTK's RegexpTokenizer: no downloaded data needed."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from nltk.tokenize import RegexpTokenizer

from survey_engine.settings import ROOT
from survey_engine.themes.lemmas import lemma_of

# A letter may carry combining marks: "a\u0304" is one letter of one word, as "ā" is.
# Joiners of emoji and of scripts count as word characters in Unicode; here they are none.
LETTERS = "(?:[^\\W\\d_\u200c\u200d\u0300-\u036f\ufe00-\ufe0f][\u0300-\u036f]*)+"
WORD = RegexpTokenizer(f"{LETTERS}(?:[-'’]{LETTERS})*")
NEGATIONS = {
    "lv": frozenset({"ne", "nē", "nav"}),
    "ru": frozenset({"не", "нет", "ни", "нельзя"}),
    "en": frozenset({"no", "not", "never"}),
}
STOPWORDS = ROOT / "data" / "lexicons" / "stopwords"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its place in code points, end-exclusive, its form as said, its lemma and language."""

    start: int
    end: int
    form: str
    lemma: str
    language: str
    is_stop: bool


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, exactly as written."""
    found: list[str] = WORD.tokenize(text)
    return found


def tokens_of(text: str, language: str | None) -> list[Token]:
    """Return the words of a text with places, lemmas in `language` and whether each is a stop word."""
    return [_token(text, start, end, language) for start, end in WORD.span_tokenize(text)]


def _token(text: str, start: int, end: int, language: str | None) -> Token:
    form = text[start:end]
    folded = unicodedata.normalize("NFC", form).lower()
    spoken_in = script_language(folded, language)
    lemma = folded if folded in NEGATIONS.get(spoken_in, ()) else lemma_of(folded, spoken_in)
    return Token(start, end, form, lemma, spoken_in, is_stop_word(folded, lemma, spoken_in))


def script_language(word: str, language: str | None) -> str:
    """Return the language to read one word in: Cyrillic is Russian, whatever the answer is mostly in."""
    if any("\u0400" <= character <= "\u04ff" for character in word):
        return "ru"
    return "en" if language == "ru" else language or ""


def is_stop_word(folded: str, lemma: str, language: str) -> bool:
    """Say whether a word only holds a sentence together; negations never do."""
    if folded in NEGATIONS.get(language, ()):
        return False
    stops = stop_words(language)
    return folded in stops or lemma in stops or len(folded) == 1


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the project's own stop words of lv, ru or en; of another language none."""
    path = STOPWORDS / f"{language}.txt"
    if language not in ("lv", "ru", "en"):
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
