"""Conditions as LimeSurvey's expressions write them, taken apart into tests joined by "and" and "or"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

TOKEN = re.compile(
    r"\s*(?:(?P<string>\"[^\"]*\"|'[^']*')|(?P<number>-?\d+(?:\.\d+)?)(?![\w.])"
    r"|(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z]+)?)|(?P<sign>&&|\|\||[=!<>]=|[()!<>]))"
)
SAME = {"&&": "and", "||": "or", "not": "!", "eq": "==", "ne": "!=", "ge": ">=", "le": "<="}
SAME |= {"gt": ">", "lt": "<"}
SIGNS = {"==", "!=", ">=", "<=", ">", "<"}
OPPOSITE = {"==": "!=", "!=": "=="}
EMPTY = "is_empty"
# What is asked of a question: its value, under the names that it had over the years.
ASKED = {"NAOK", "code", "value", "valueNAOK"}
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison of what was answered under a name with a value; '' is no answer."""

    name: str
    sign: str
    value: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Tests of which any has to hold, or all."""

    any_of: bool
    parts: tuple["Test | Joined", ...]


Condition = Test | Joined


def parsed(expression: str) -> Condition | None:
    """Return an expression taken apart; None where it holds anything but tests, and, or, not, brackets."""
    tokens = _tokens(expression)
    if not tokens:
        return None
    reading = _Reading(tokens)
    try:
        found = reading.joined("or", 0)
    except _Beyond:
        return None
    return found if reading.place == len(tokens) else None


class _Beyond(Exception):
    """Raised where an expression says more than conditions."""


def _tokens(expression: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place, whole = 0, expression.strip()
    while place < len(whole):
        token = TOKEN.match(whole, place)
        if not token or token.lastgroup is None:
            return []
        text = token[token.lastgroup]
        same = SAME.get(text.lower(), text)
        found.append(("sign" if same.lower() in (*SIGNS, "and", "or", "!") else token.lastgroup, same))
        place = token.end()
    return found


class _Reading:
    """The tokens of an expression, and how far they are read."""

    def __init__(self, tokens: Sequence[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.place = 0

    def joined(self, word: str, depth: int) -> Condition:
        """Return what stands between "or", or between "and", from here on."""
        if depth > DEEPEST:
            raise _Beyond
        parts = [self._inside(word, depth)]
        while self._next() == ("sign", word) or (self._next()[1].lower() == word):
            self.place += 1
            parts.append(self._inside(word, depth))
        return parts[0] if len(parts) == 1 else Joined(word == "or", _flat(word == "or", parts))

    def _inside(self, word: str, depth: int) -> Condition:
        return self.joined("and", depth) if word == "or" else self._one(depth)

    def _one(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise _Beyond
        kind, text = self._take()
        if (kind, text) == ("sign", "!"):
            return _denied(self._one(depth + 1))
        if (kind, text) == ("sign", "("):
            return self._closed(self.joined("or", depth + 1))
        if kind != "name":
            raise _Beyond
        if text == EMPTY:
            self._expect("(")
            return self._closed(Test(_asked(self._take()), "==", ""))
        sign, (of, value) = self._take()[1], self._take()
        if sign not in SIGNS or of not in ("string", "number"):
            raise _Beyond
        return Test(_asked((kind, text)), sign, value[1:-1] if of == "string" else value)

    def _closed(self, inside: Condition) -> Condition:
        self._expect(")")
        return inside

    def _expect(self, text: str) -> None:
        if self._take() != ("sign", text):
            raise _Beyond

    def _next(self) -> tuple[str, str]:
        return self.tokens[self.place] if self.place < len(self.tokens) else ("", "")

    def _take(self) -> tuple[str, str]:
        token = self._next()
        self.place += 1
        return token


def _asked(token: tuple[str, str]) -> str:
    name, _, suffix = token[1].partition(".")
    if token[0] != "name" or (suffix and suffix not in ASKED):
        raise _Beyond
    return name


def _denied(condition: Condition) -> Condition:
    if isinstance(condition, Joined):
        denied = [_denied(part) for part in condition.parts]
        return Joined(not condition.any_of, _flat(not condition.any_of, denied))
    if condition.sign not in OPPOSITE:
        # Where nothing was answered, "not at least" and "less than" are not the same.
        raise _Beyond
    return Test(condition.name, OPPOSITE[condition.sign], condition.value)


def _flat(any_of: bool, parts: Sequence[Condition]) -> tuple[Condition, ...]:
    """Return parts with those that are joined by the same word put among the others."""
    found: list[Condition] = []
    for part in parts:
        same = isinstance(part, Joined) and part.any_of == any_of
        found.extend(part.parts if same and isinstance(part, Joined) else [part])
    return tuple(found)
