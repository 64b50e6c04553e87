"""Names that other tools accept, made from keys and codes so that no two are the same."""

import re
from collections.abc import Collection

from survey_engine.design.keys import slug

ASCII_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ASCII_CODE = re.compile(r"[A-Za-z0-9_]+")


def ascii_name(key: str, taken: Collection[str], reserved: Collection[str] = (), longest: int = 64) -> str:
    """Return the key where it is a plain name that is free, otherwise a name made from it.

    Names are compared without regard to case: spreadsheets and databases do so too.
    """
    name = key if ASCII_NAME.fullmatch(key) and len(key) <= longest else slug(key, longest) or "question"
    if name[0].isdigit():
        name = f"q_{name}"[:longest]
    return _free(name, {one.casefold() for one in (*taken, *reserved)}, longest)


def ascii_code(code: str, taken: Collection[str], longest: int = 64) -> str:
    """Return the code where it is plain and free, otherwise one made from it."""
    made = code if ASCII_CODE.fullmatch(code) and len(code) <= longest else slug(code, longest) or "option"
    return _free(made, set(taken), longest, fold=False)


def _free(name: str, taken: Collection[str], longest: int, fold: bool = True) -> str:
    number, made = 1, name
    while (made.casefold() if fold else made) in taken:
        number += 1
        made = f"{name[: longest - len(str(number)) - 1]}_{number}"
    return made


def short_code(code: str, taken: Collection[str], longest: int, numbers: bool = False) -> str:
    """Return the code where it is free and of letters and digits alone, otherwise a short one made from it.

    Codes are compared without regard to case. A code starts with a letter, or with `numbers`
    may be a number too.
    """
    plain = re.sub("[^A-Za-z0-9]", "", code if code.isascii() else slug(code)) or "x"
    if not numbers and plain[0].isdigit():
        plain = f"Q{plain}"
    if plain != code or len(code) > longest:
        plain = plain[:longest]
    number, made, folded = 1, plain, {one.casefold() for one in taken}
    while made.casefold() in folded:
        number += 1
        made = f"{plain[: longest - len(str(number))]}{number}"
    return made
