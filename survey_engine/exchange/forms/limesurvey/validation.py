"""What an open text has to look like, as LimeSurvey's regular expression with its slashes: both ways."""

import re

import regex
from pydantic import ValidationError

from survey_engine.design.kinds.patterns import READY, Pattern, Shape

WRITTEN = re.compile(r"([/#~])(.+)\1([iu]*)", re.DOTALL)
WHOLE = re.compile(r"\^(?:\(\?:(?P<kept>.*)\)|(?P<plain>[^|]*))(?<!\\)\$", re.DOTALL)
ESCAPED = re.compile(r"(\\.)|/", re.DOTALL)
ANY_CASE = "(?i)"


def write_pattern(pattern: Pattern) -> str:
    """Return the expression for the whole text; '' where any text fits or the pattern is broken."""
    if not pattern.expression or not pattern.compiles:
        return ""
    # In a browser, only the end of the expression can say that case does not matter.
    flag = "i" if pattern.expression.startswith(ANY_CASE) else ""
    inside = ESCAPED.sub(lambda one: one[1] or r"\/", pattern.expression.removeprefix(ANY_CASE))
    return f"/^(?:{inside})$/{flag}"


def read_pattern(validation: str) -> Pattern | None:
    """Return the pattern; None where it is none that Balsis can try on a text."""
    found = WRITTEN.fullmatch(validation.strip())
    if found is None:
        return None
    delimiter, body, flags = found.groups()
    expression = _for_whole_text(
        ESCAPED.sub(lambda one: delimiter if one[1] == f"\\{delimiter}" else one[0], body)
    )
    if "i" in flags:
        expression = ANY_CASE + expression
    shape = next((shape for shape, ready in READY.items() if ready == expression), Shape.OWN)
    try:
        pattern = Pattern(shape=shape, own=expression if shape == Shape.OWN else "")
    except ValidationError:
        return None
    return pattern if pattern.compiles else None


def _for_whole_text(body: str) -> str:
    """Return an expression that fits a whole text where LimeSurvey finds `body` somewhere in it."""
    whole = WHOLE.fullmatch(body)
    if whole:
        inside = whole["kept"] if whole["kept"] is not None else whole["plain"]
        if _compiles(inside):
            return inside
    return f"(?s:.*?)(?:{body})(?s:.*)"


def _compiles(expression: str) -> bool:
    try:
        regex.compile(expression)
    except regex.error:
        return False
    return True
