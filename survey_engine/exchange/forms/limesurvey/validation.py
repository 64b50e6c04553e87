"""What an open text has to look like, as LimeSurvey's regular expression with its slashes: both ways."""

import re

from survey_engine.design.kinds.patterns import Pattern
from survey_engine.exchange.forms.patterns import anchored, for_whole_text, pattern_of

WRITTEN = re.compile(r"([/#~])(.+)\1([iu]*)", re.DOTALL)
ESCAPED = re.compile(r"(\\.)|/", re.DOTALL)
ANY_CASE = "(?i)"


def write_pattern(pattern: Pattern) -> str:
    """Return the expression for the whole text; '' where any text fits or the pattern is broken."""
    if not pattern.expression or not pattern.compiles:
        return ""
    # In a browser, only the end of the expression can say that case does not matter.
    flag = "i" if pattern.expression.startswith(ANY_CASE) else ""
    inside = ESCAPED.sub(lambda one: one[1] or r"\/", pattern.expression.removeprefix(ANY_CASE))
    return f"/{anchored(inside)}/{flag}"


def read_pattern(validation: str) -> Pattern | None:
    """Return the pattern; None where it is none that Balsis can try on a text."""
    found = WRITTEN.fullmatch(validation.strip())
    if found is None:
        return None
    delimiter, body, flags = found.groups()
    plain = ESCAPED.sub(lambda one: delimiter if one[1] == f"\\{delimiter}" else one[0], body)
    return pattern_of((ANY_CASE if "i" in flags else "") + for_whole_text(plain))
