"""How many options may be chosen, and which one stands alone, as a constraint of XLSForm: both ways."""

import re
from dataclasses import dataclass, replace

COUNT = r"count-selected\(\s*\.\s*\)\s*(<=|>=|<|>|=)\s*(\d{1,3})"
CHOSEN = r"selected\(\s*\.\s*,\s*['\"]([^'\"]+)['\"]\s*\)"
PART = re.compile(
    rf"\s*(?:\(\s*{COUNT}\s+or\s+{CHOSEN}\s*\)"
    rf"|not\(\s*{CHOSEN}\s+and\s+count-selected\(\s*\.\s*\)\s*>\s*1\s*\)"
    rf"|{COUNT})\s*(?:\band\b|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """At least and at most so many options; `alone` is the code of the option beside which no other may stand."""

    least: int = 0
    most: int | None = None
    alone: str = ""


def write_limits(limits: Limits) -> str:
    """Return the constraint; '' where everything may be chosen."""
    parts = []
    if limits.least:
        least = f"count-selected(.) >= {limits.least}"
        parts.append(f"({least} or selected(., '{limits.alone}'))" if limits.alone else least)
    if limits.most is not None:
        parts.append(f"count-selected(.) <= {limits.most}")
    if limits.alone:
        parts.append(f"not(selected(., '{limits.alone}') and count-selected(.) > 1)")
    return " and ".join(parts)


def read_limits(constraint: str) -> Limits | None:
    """Return what a constraint says; None where it says anything else."""
    limits, place, whole = Limits(), 0, constraint.strip()
    while place < len(whole):
        found = PART.match(whole, place)
        if not found:
            return None
        sign, number = found[1] or found[5], found[2] or found[6]
        limits = _with_count(limits, sign, int(number)) if sign else limits
        limits = replace(limits, alone=found[3] or found[4] or limits.alone)
        place = found.end()
    return limits


def _with_count(limits: Limits, sign: str, number: int) -> Limits:
    if sign in (">=", ">", "="):
        limits = replace(limits, least=number + (sign == ">"))
    if sign in ("<=", "<", "="):
        limits = replace(limits, most=number - (sign == "<"))
    return limits
