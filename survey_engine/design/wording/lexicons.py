"""The word lists behind the checks: phrases with `*` for endings, one a line, in `data/lexicons/wording`."""

import re
from collections.abc import Iterator
from functools import cache

from survey_engine.records import Value
from survey_engine.settings import ROOT

LEXICONS = ROOT / "data" / "lexicons" / "wording"
# What may stand for "...": up to six words of the same clause.
GAP = r"(?:\s+[^\s,;:?!.]+){0,6}\s+"
# How `re.escape` leaves the marks of a phrase, and what they mean.
WRITTEN = (
    (r"\ \.\.\.\ ", GAP),
    (r"\*", r"\w*"),
    (r"\(", "(?:"),
    (r"\)\?", ")?"),
    (r"\)", ")"),
    (r"\|", "|"),
    ("\\ ", r"\s+"),
)


class Found(Value):
    """A phrase found in a text: code points, end-exclusive, and a plainer word where the list has one."""

    start: int
    end: int
    plain: str = ""


def find(name: str, language: str, text: str) -> Iterator[Found]:
    """Return every passage that a list of a language names, in the order of the list."""
    folded = straight(text)
    for pattern, plain in phrases(name, language):
        for match in pattern.finditer(folded):
            yield Found(start=match.start(), end=match.end(), plain=plain)


def has(name: str, language: str, text: str) -> bool:
    """Say whether a text holds anything that a list of a language names."""
    return next(find(name, language, text), None) is not None


def straight(text: str) -> str:
    """Return the text with plain apostrophes, as long as it was."""
    return text.replace("’", "'").replace("‘", "'")


@cache
def phrases(name: str, language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the phrases of a list as patterns, each with a plainer word or ''."""
    parted = [line.partition(" = ") for line in lines(name, language)]
    return tuple((pattern_of(phrase.strip()), plain.strip()) for phrase, _, plain in parted)


@cache
def lines(name: str, language: str) -> tuple[str, ...]:
    """Return the lines of a list without comments; none where the language has no such list."""
    file = LEXICONS / language / f"{name}.txt"
    if not file.exists():
        return ()
    stripped = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))


@cache
def pattern_of(phrase: str) -> re.Pattern[str]:
    """Return the pattern of a phrase: `*` any ending, `(a|b)` either, `(a)?` perhaps, `...` a few words, `^` and `$` the ends."""
    start = r"^\W*" if phrase.startswith("^") else ""
    end = r"(?=[\s?!.…]*$)" if phrase.endswith("$") else ""
    body = re.escape(phrase.removeprefix("^").removesuffix("$").strip())
    for written, meant in WRITTEN:
        body = body.replace(written, meant)
    return re.compile(rf"{start}(?<!\w)(?:{body})(?!\w){end}", re.IGNORECASE)
