"""What an open text has to look like, and how long it may be, as a constraint of XLSForm: both ways."""

import re

from survey_engine.design.kinds.patterns import Pattern
from survey_engine.exchange.forms.patterns import anchored, for_whole_text, pattern_of
from survey_engine.exchange.forms.xlsform.drafts import REFERENCE

PART = re.compile(
    r"\s*(?:string-length\(\s*\.\s*\)\s*(?P<sign><=|<)\s*(?P<longest>\d{1,6})"
    r"|regex\(\s*\.\s*,\s*(?:'(?P<one>[^']*)'|\"(?P<two>[^\"]*)\")\s*\))\s*(?:\band\b|$)",
    re.IGNORECASE,
)


def write_pattern(pattern: Pattern) -> str:
    """Return the constraint; '' where any text fits, or where XLSForm has no way to quote the expression."""
    expression = pattern.expression
    if not expression or not pattern.compiles or REFERENCE in expression or "\n" in expression:
        return ""
    try:
        # What needs more than the usual expressions would be refused by forms in Java and JavaScript.
        re.compile(expression)
    except re.error:
        return ""
    quote = '"' if "'" in expression else "'"
    return "" if quote in expression else f"regex(., {quote}{anchored(expression)}{quote})"


def read_constraint(constraint: str) -> tuple[int | None, Pattern] | None:
    """Return the longest text and the pattern that a constraint allows; None where it says anything else."""
    longest, pattern = None, Pattern()
    place, whole = 0, constraint.strip()
    while place < len(whole):
        found = PART.match(whole, place)
        if not found:
            return None
        if found["longest"]:
            longest = int(found["longest"]) - (found["sign"] == "<")
        else:
            made = pattern_of(for_whole_text(found["one"] if found["one"] is not None else found["two"]))
            if made is None or pattern.expression:
                return None
            pattern = made
        place = found.end()
    return longest, pattern
