"""Make a text fit for a file: characters that documents cannot hold are marked, never silently dropped."""

import re
from dataclasses import dataclass

# Everything outside `Char` of XML 1.0 (fifth edition, section 2.2).
UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_BREAK = re.compile("\r\n|\r|\n")
MARK = "\ufffd"


@dataclass(frozen=True, slots=True)
class Printable:
    """A text that a document can hold, and how many characters a mark stands for."""

    text: str
    marked: int


def printable(text: str) -> Printable:
    """Return the text with a mark for each character that a document cannot hold."""
    fit, marked = UNPRINTABLE.subn(MARK, text)
    return Printable(fit, marked)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, however they were broken."""
    return LINE_BREAK.split(text)
