"""What is slow only the first time, done before anybody asks: dictionaries of three languages, catalogs.

The first word cloud of a room would otherwise wait two seconds for its dictionaries.
"""

import gc
import logging
from collections.abc import Iterable
from importlib import import_module

from survey_engine.i18n import translations
from survey_engine.texts import INTERFACE_LANGUAGES

# A word of each kind that is looked up differently: known, inflected, unknown.
WORDS = {"lv": "sarunās uzticēšanās", "ru": "разговорах доверие", "en": "conversations trust"}


def warm_up(modules: Iterable[str] = ()) -> None:
    """Load what the first visitors would wait for, these modules too; for a thread of its own."""
    try:
        for language in INTERFACE_LANGUAGES:
            translations(language)
        _load_dictionaries()
        for module in modules:
            import_module(module)
    except Exception:
        # Whoever needs it loads it again, and sees what is wrong.
        logging.getLogger(__name__).exception("warming up")
    settle()


def settle() -> None:
    """Tell the garbage collector that what is loaded now stays: it need not look through it again."""
    gc.collect()
    gc.freeze()


def _load_dictionaries() -> None:
    from survey_engine.themes.language import languages_of
    from survey_engine.themes.tokens import tokens_of

    for language, text in WORDS.items():
        languages_of([text], language)
        tokens_of(text, language)
