"""What may be entered, checked again in the engine whatever a screen allowed."""

from collections.abc import Iterable, Mapping

from babel.core import Locale, UnknownLocaleError

from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts

LONGEST_TITLE = 200
LONGEST_LABEL = 300
LONGEST_UNIT = 30
LONGEST_QUESTION = 1_000
LONGEST_TEXT = 10_000
SMALLEST_K = 3
LARGEST_K = 50


def clean_title(title: str) -> str:
    """Return a title without white space around it; raise TITLE_EMPTY, ENTRY_TOO_LONG."""
    cleaned = clean_text(title, LONGEST_TITLE)
    if not cleaned:
        raise EngineError(Problem.TITLE_EMPTY)
    return cleaned


def clean_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """Return a text without white space around it; raise ENTRY_TOO_LONG over `longest` code points."""
    cleaned = text.strip()
    if len(cleaned) > longest:
        raise EngineError(Problem.ENTRY_TOO_LONG, start=cleaned[:40], length=len(cleaned), longest=longest)
    return cleaned


def clean_texts(texts: Mapping[str, str], longest: int = LONGEST_TEXT) -> Texts:
    """Return the texts that are not empty, by known languages; raise ENTRY_TOO_LONG, LANGUAGE_UNKNOWN."""
    cleaned = {clean_language(code): clean_text(text, longest) for code, text in texts.items()}
    return {code: text for code, text in cleaned.items() if text}


def clean_language(code: str) -> str:
    """Return a language code as it is stored; raise LANGUAGE_UNKNOWN."""
    cleaned = code.strip().lower()
    try:
        Locale.parse(cleaned)
    except (UnknownLocaleError, ValueError, TypeError):
        raise EngineError(Problem.LANGUAGE_UNKNOWN, language=code) from None
    return cleaned


def clean_languages(codes: Iterable[str]) -> list[str]:
    """Return the languages of a study, each once, in the order given; raise LANGUAGES_NONE, LANGUAGE_UNKNOWN."""
    cleaned = list(dict.fromkeys(clean_language(code) for code in codes))
    if not cleaned:
        raise EngineError(Problem.LANGUAGES_NONE)
    return cleaned


def clean_k(k: int) -> int:
    """Return the smallest number of people that may be shown apart; raise K_TOO_SMALL, VALUE_IMPOSSIBLE."""
    if k < SMALLEST_K:
        raise EngineError(Problem.K_TOO_SMALL, k=k, least=SMALLEST_K)
    if k > LARGEST_K:
        raise EngineError(Problem.VALUE_IMPOSSIBLE, what="k", value=k)
    return k
