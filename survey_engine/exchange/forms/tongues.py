"""Languages of a questionnaire file: which there are, and how columns name them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from survey_engine.design.all_texts import texts_of
from survey_engine.design.limits import clean_language
from survey_engine.design.models import Form
from survey_engine.errors import EngineError
from survey_engine.exchange.languages import language_of_most

CODE_IN_BRACKETS = re.compile(r"\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*\)\s*$")
OTHERWISE = "en"


def languages_in(form: Form, first: Sequence[str] = ()) -> tuple[str, ...]:
    """Return `first`, then every other language in which the questions have a text."""
    found = (code for text in texts_of(form) for code in text.texts)
    return tuple(dict.fromkeys((*first, *found)))


def column_language(code: str) -> str:
    """Return a language as columns of XLSForm name it: its own name, and its code in brackets."""
    try:
        name = Locale.parse(code).get_language_name(code) or code
    except (UnknownLocaleError, ValueError):
        name = code
    return f"{name[:1].upper()}{name[1:]} ({code})"


def language_named(name: str) -> str | None:
    """Return the code of "Latviešu (lv)", "lv", "lv-LV" or "Latvian"; None where it is no language."""
    bracketed = CODE_IN_BRACKETS.search(name)
    for candidate in (bracketed[1] if bracketed else name, name):
        try:
            return clean_language(re.split("[-_]", candidate.strip())[0])
        except EngineError:
            continue
    return _by_name().get(name.strip().casefold())


def language_of_texts(texts: Iterable[str]) -> str:
    """Return the language that most of these texts are in; English where there is nothing to go by."""
    found = [text for text in texts if text.strip()]
    return language_of_most(found) if found else OTHERWISE


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, str]:
    english = {name.casefold(): code for code, name in Locale("en").languages.items() if "_" not in code}
    own = {
        (Locale(code).get_language_name(code) or code).casefold(): code
        for code in locale_identifiers()
        if "_" not in code
    }
    return english | own
