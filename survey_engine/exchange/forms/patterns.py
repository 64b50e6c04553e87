"""Patterns of open texts in formats that look for an expression somewhere in a text: Balsis fits it to the whole."""

import re

import regex
from pydantic import ValidationError

from survey_engine.design.kinds.patterns import READY, Pattern, Shape

WHOLE = re.compile(r"\^(?:\(\?:(?P<kept>.*)\)|(?P<plain>[^|]*))(?<!\\)\$", re.DOTALL)


def anchored(expression: str) -> str:
    """Return an expression that finds the whole text or nothing."""
    return f"^(?:{expression})$"


def pattern_of(expression: str) -> Pattern | None:
    """Return the pattern of an expression for whole texts; None where it is none that Balsis can try."""
    shape = next((shape for shape, ready in READY.items() if ready == expression), Shape.OWN)
    try:
        pattern = Pattern(shape=shape, own=expression if shape == Shape.OWN else "")
    except ValidationError:
        return None
    return pattern if pattern.compiles else None


def for_whole_text(body: str) -> str:
    """Return an expression that fits a whole text where `body` is found somewhere in it."""
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
