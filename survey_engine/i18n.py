"""Interface texts in Latvian, English and Russian, read from `data/locales/<language>/<room>.po`.

English is written in the code; each room (design, collect, ...) has one catalog
per language. The .po files are read as they are: there is nothing to compile.
"""

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from survey_engine.texts import INTERFACE_LANGUAGES

LOCALES = Path(__file__).resolve().parent.parent / "data" / "locales"

Translations = gettext.NullTranslations


class Marked(str):
    """A text of ours, not of a person: it may be translated wherever it is shown."""

    __slots__ = ()


def mark(text: str) -> Marked:
    """Mark a text for translation where it is written; it is translated where it is shown."""
    return Marked(text)


@lru_cache(maxsize=8)
def translations(language: str) -> Translations:
    """Return the catalog of an interface language; English, or an unknown one, translates to itself."""
    catalog = gettext.NullTranslations()
    for po in sorted((LOCALES / language).glob("*.po")) if language in INTERFACE_LANGUAGES else ():
        loaded = _read(po, language)
        loaded.add_fallback(catalog)
        catalog = loaded
    return catalog


def preferred_language(accepted: str) -> str:
    """Return the interface language that a browser's Accept-Language asks for first; Latvian by default."""
    for part in accepted.split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in INTERFACE_LANGUAGES:
            return code
    return INTERFACE_LANGUAGES[0]


def _read(po: Path, language: str) -> gettext.GNUTranslations:
    with po.open("rb") as file:
        catalog = read_po(file, locale=language, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
