"""The lowest and highest number or day that may be answered, as a constraint of XLSForm: both ways."""

import re
from datetime import date
from decimal import Decimal

PART = re.compile(
    r"\s*\.\s*(>=|<=)\s*(?:(-?\d{1,15}(?:\.\d{1,400})?)|date\(\s*'(\d{4}-\d{2}-\d{2})'\s*\))\s*(?:\band\b|$)",
    re.IGNORECASE,
)
End = float | date | None


def write_range(least: End, most: End) -> str:
    """Return the constraint; '' where both sides are open."""
    ends = ((">=", least), ("<=", most))
    return " and ".join(f". {sign} {_written(end)}" for sign, end in ends if end is not None)


def read_range(constraint: str) -> tuple[str | None, str | None] | None:
    """Return the lowest and the highest as they are written; None where a constraint says anything else."""
    ends: dict[str, str] = {}
    place, whole = 0, constraint.strip()
    while place < len(whole):
        found = PART.match(whole, place)
        if not found or found[1] in ends:
            return None
        ends[found[1]] = found[2] or found[3]
        place = found.end()
    return ends.get(">="), ends.get("<=")


def say_end(end: float | date) -> str:
    """Return a number or a day plainly, a number without an exponent."""
    return end.isoformat() if isinstance(end, date) else format(Decimal(str(end)).normalize(), "f")


def _written(end: float | date) -> str:
    return f"date('{end.isoformat()}')" if isinstance(end, date) else say_end(end)
