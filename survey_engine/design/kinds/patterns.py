"""What an open text has to look like: an address, a number to call, a postcode, or a pattern of one's own.

Patterns are matched against the whole text without the white space around it. One of our own is held to
a length, has to compile, and is given a tenth of a second: a text that takes longer is accepted, because
what somebody answered must not be lost to a pattern that was written badly.
"""

from enum import StrEnum

import regex
from pydantic import Field

from survey_engine.records import Value
from survey_engine.texts import Texts

LONGEST_PATTERN = 200
SECONDS = 0.1
MOST_LETTERS = 12
TRYING = ("a" * 40 + "!", "1" * 40 + "!", " " * 40 + "!", "a1" * 20 + "!", "a@" * 20)


class Shape(StrEnum):
    """Which pattern a text has to fit; OWN is the one written for the question."""

    ANY = "any"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    OWN = "own"


READY = {
    Shape.EMAIL: r"[^\s@]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,8}",
    Shape.PHONE: r"\+?[0-9][0-9 ()\-]{5,18}[0-9]",
    Shape.POSTCODE: r"(?i)LV-?[0-9]{4}",
}


class Pattern(Value):
    """What a text has to look like; `own` is a regular expression, `message` says in words what it asks for."""

    shape: Shape = Shape.ANY
    own: str = Field(default="", max_length=LONGEST_PATTERN)
    message: Texts = Field(default_factory=dict)

    @property
    def expression(self) -> str:
        """Return the regular expression; '' where any text fits."""
        return self.own if self.shape == Shape.OWN else READY.get(self.shape, "")

    @property
    def compiles(self) -> bool:
        """Say whether the expression is one."""
        try:
            regex.compile(self.expression)
        except regex.error:
            return False
        return True

    @property
    def is_slow(self) -> bool:
        """Say whether the expression takes too long on texts that are made to show it."""
        return self.compiles and any(
            _match(self.expression, text) is None for text in _trying(self.expression)
        )

    def fits(self, text: str) -> bool:
        """Say whether a text has the shape; a broken or slow expression lets everything through."""
        if not self.expression or not self.compiles:
            return True
        return _match(self.expression, text.strip()) is not False


def _trying(expression: str) -> tuple[str, ...]:
    """Return texts on which patterns that go over the same letters again and again show it."""
    own = "".join(dict.fromkeys(letter for letter in expression if letter.isalnum()))[:MOST_LETTERS]
    return (*(letter * 40 + "!" + own for letter in own), *TRYING)


def _match(expression: str, text: str) -> bool | None:
    """Say whether the whole text fits; None where that could not be found out in time."""
    try:
        return regex.fullmatch(expression, text, timeout=SECONDS) is not None
    except TimeoutError:
        return None
