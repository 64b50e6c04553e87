"""Interface texts in the visitor's language: `_` and `ngettext`, as gettext calls them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st
from babel.core import Locale
from babel.numbers import format_decimal

from pages.ui.session import LANGUAGE
from survey_engine import i18n
from survey_engine.collect.kinds import one_decimal
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, pick

# The language of a preview, while it is drawn in another than the visitor's; '' elsewhere.
_previewed: ContextVar[str] = ContextVar("previewed", default="")

LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English", "ru": "Русский"}


@contextmanager
def previewed_in(code: str) -> Iterator[None]:
    """Say everything inside in this language; our own words in English where we do not speak it."""
    before = _previewed.set(code)
    try:
        yield
    finally:
        _previewed.reset(before)


def language() -> str:
    """Return the interface language: that of a preview, the visitor's choice, the browser's, else Latvian."""
    if previewed := _previewed.get():
        return previewed if previewed in INTERFACE_LANGUAGES else "en"
    chosen = LANGUAGE.get()
    if chosen in INTERFACE_LANGUAGES:
        return chosen
    browser = (st.context.locale or "")[:2]
    return browser if browser in INTERFACE_LANGUAGES else "lv"


def _(text: str) -> str:
    """Return the text in the visitor's language."""
    return i18n.translations(language()).gettext(text)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a text that fits the number, in the visitor's language."""
    return i18n.translations(language()).ngettext(singular, plural, number)


def translator() -> i18n.Translations:
    """Return the catalog itself, for engine functions that write sentences."""
    return i18n.translations(language())


def localised(texts: Texts) -> str:
    """Return a text of a study in the visitor's language, or in the first language that has it."""
    return pick(texts, _previewed.get() or language())


def say_mean(mean: float | None) -> str:
    """Return a mean with one decimal, written as in the visitor's language; a dash where there is none."""
    return "–" if mean is None else format_decimal(one_decimal(mean), format="0.0", locale=language())


def language_name(code: str) -> str:
    """Return the name of a language in the visitor's language, as it is written inside a sentence."""
    return Locale.parse(code).get_display_name(language()) or code
