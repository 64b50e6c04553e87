"""Addresses of other people's pages that a questionnaire leads to: https alone, and always with their host."""

from urllib.parse import SplitResult, urlsplit

from survey_engine.design.limits import clean_text
from survey_engine.errors import EngineError, Problem

LONGEST_LINK = 2_000


def clean_https(link: str) -> str:
    """Return an address as it is stored, '' for none; raise LINK_UNSAFE, ENTRY_TOO_LONG.

    Names and passwords before the host are refused: they make one host look like another.
    """
    cleaned = clean_text(link, LONGEST_LINK)
    if cleaned and not host_of(cleaned):
        raise EngineError(Problem.LINK_UNSAFE, link=cleaned[:80])
    return cleaned


def host_of(link: str) -> str:
    """Return the host that a plain https address leads to; '' for anything else, which nobody is led to."""
    parts = _parts(link)
    if parts is None or parts.scheme != "https" or "@" in parts.netloc:
        return ""
    return parts.hostname or ""


def _parts(link: str) -> SplitResult | None:
    if any(letter.isspace() or not letter.isprintable() or letter == "\\" for letter in link):
        return None
    try:
        parts = urlsplit(link)
        # Reading the port refuses one that is no number.
        return parts if parts.port is None or parts.port else None
    except ValueError:
        return None
