"""The headings of the agreement map."""

from enum import StrEnum


class Verdict(StrEnum):
    """The heading under which a line stands, in the order in which they are read."""

    ALL = "all"
    DIFFER = "differ"
    ONE = "one"
    TOO_FEW = "too-few"
    MINORITY = "minority"
