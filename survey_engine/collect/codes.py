"""Codes with which people take their answers back: two words and three digits, easy to write down.

A code is worked out from random bits and is read without regard to case, diacritics,
spaces and dashes, because it is copied from a screen to paper and typed weeks later.
"""

import unicodedata
from collections.abc import Sequence

DIGITS = 1000
# A Russian keyboard has letters that look like ours; a code typed on it means ours.
LOOKALIKES = str.maketrans("АВЕКМНРСТУХ", "ABEKMHPCTYX")


def code_from(number: int, words: Sequence[str]) -> str:
    """Return the code of a large random number, such as VĒJŠ-BĒRZS-418."""
    rest, digits = divmod(number, DIGITS)
    rest, second = divmod(rest, len(words))
    first = rest % len(words)
    return f"{words[first].upper()}-{words[second].upper()}-{digits:03d}"


def fold_code(code: str) -> str:
    """Return what of a code counts: its letters without diacritics in lower case, and its digits."""
    plain = unicodedata.normalize("NFKD", code.casefold())
    return "".join(character for character in plain if character.isalnum() and character.isascii())


def fold_join_code(code: str) -> str:
    """Return a session's code as it is stored, however it was typed: capitals, nothing between them."""
    return "".join(character for character in code.upper().translate(LOOKALIKES) if character.isalnum())
