"""Cells that a spreadsheet would run as a formula, made harmless, and the way back.

A text that starts like a formula gets an apostrophe in front, as OWASP advises against
CSV injection. Texts that already start with apostrophes before such a sign get one more,
so that taking one off again always gives back exactly what was written.
"""

import re

# Spreadsheets look past white space; full-width signs count as their narrow twins.
SIGNS = "=+\\-@＝＋－＠"
RISKY = re.compile(rf"'*(?:[\t\r\n]|\s*[{SIGNS}])")
PROTECTED = re.compile(rf"'+(?:[\t\r\n]|\s*[{SIGNS}])")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def protect(text: str) -> str:
    """Return the text as a cell that no spreadsheet runs."""
    # Nearly every text starts with a letter or digit, and a table has millions of cells.
    return text if text[:1].isalnum() or not RISKY.match(text) else f"'{text}"


def unprotect(text: str) -> str:
    """Return what `protect` was given."""
    return text[1:] if PROTECTED.match(text) else text


def is_protected(text: str) -> bool:
    """Say whether `unprotect` would change the text."""
    return PROTECTED.match(text) is not None
