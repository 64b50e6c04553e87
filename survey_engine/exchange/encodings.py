"""Bytes to text: UTF-8 and UTF-16 by their marks; anything else only where a person names it."""

import codecs

from survey_engine.errors import EngineError, Problem

# What files from Latvian and Russian offices are in when they are not Unicode.
NAMED = ("utf-8", "utf-16", "cp1257", "cp1251", "cp1252")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSES = {"cp1257": "Windows-1257 (Baltic)", "cp1251": "Windows-1251 (Cyrillic)"}


def decode(name: str, content: bytes, encoding: str | None = None) -> str:
    """Return the text of a file; raise FILE_ENCODING where it is not what it should be.

    Without a named encoding the file is UTF-8, or has a byte order mark that says what it is.
    """
    chosen = next((found for mark, found in MARKS if content.startswith(mark)), encoding or "utf-8")
    try:
        return content.decode(chosen)
    except (UnicodeDecodeError, LookupError) as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = content[:at].count(b"\n") + 1
        raise EngineError(Problem.FILE_ENCODING, name=name, line=line, guess=_guess(content)) from None


def _guess(content: bytes) -> str:
    """Return which code page the bytes outside ASCII look like: Cyrillic fills 0xC0 to 0xFF, Baltic does not."""
    high = [byte for byte in content[:200_000] if byte >= 0x80]
    letters = [byte for byte in content[:200_000] if byte >= 0x80 or chr(byte).isalpha()]
    mostly_high = len(high) * 2 > len(letters)
    return GUESSES["cp1251" if mostly_high else "cp1257"]
