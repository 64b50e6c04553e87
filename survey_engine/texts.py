"""Texts in several languages: one value per language code, with a marked fallback."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from babel.core import UnknownLocaleError
from babel.numbers import format_decimal

Texts = dict[str, str]

INTERFACE_LANGUAGES = ("lv", "en", "ru")


def pick(texts: Mapping[str, str], language: str, order: Sequence[str] = INTERFACE_LANGUAGES) -> str:
    """Return the text in `language`, else in the first of `order` that has one, else any, else ''."""
    for code in (language, *order, *texts):
        text = texts.get(code, "")
        if text.strip():
            return text
    return ""


def has_text(texts: Mapping[str, str]) -> bool:
    """Say whether any language holds a text that is more than white space."""
    return any(text.strip() for text in texts.values())


def missing_languages(texts: Mapping[str, str], languages: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of `languages` in which the text is still missing."""
    return tuple(code for code in languages if not texts.get(code, "").strip())


def say_number(number: Decimal | float, language: str) -> str:
    """Return a number with all its decimals as a language writes it; plainly where the language is unknown."""
    try:
        return format_decimal(number, locale=language, decimal_quantization=False)
    except (UnknownLocaleError, ValueError):
        return str(number)
