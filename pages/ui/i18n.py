"""Interface texts in the visitor's language: `_` and `ngettext`, as gettext calls them."""

import streamlit as st
from babel.core import Locale
from babel.numbers import format_decimal

from pages.ui.session import LANGUAGE
from survey_engine import i18n
from survey_engine.collect.kinds import one_decimal
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, pick

LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English", "ru": "Русский"}


def language() -> str:
    """Return the interface language: the visitor's choice, else the browser's, else Latvian."""
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
    return pick(texts, language())


def say_mean(mean: float | None) -> str:
    """Return a mean with one decimal, written as in the visitor's language; a dash where there is none."""
    return "–" if mean is None else format_decimal(one_decimal(mean), format="0.0", locale=language())


def language_name(code: str) -> str:
    """Return the name of a language in the visitor's language, as it is written inside a sentence."""
    return Locale.parse(code).get_display_name(language()) or code
