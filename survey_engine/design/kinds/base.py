"""What all questions have in common."""

from collections.abc import Collection, Sequence
from typing import Any, Self

from pydantic import Field, ValidationError

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.conditions import ShowIf
from survey_engine.design.limits import LONGEST_QUESTION, clean_texts
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark, translations
from survey_engine.ids import new_id
from survey_engine.records import Value
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, has_text, missing_languages

CANT_SAY = "cant_say"
DECLINED = "declined"

# How a person knows the numbers that a kind limits.
NUMBERS = {
    "points": mark("Number of points"),
    "least": mark("At least"),
    "most": mark("At most"),
    "longest": mark("Longest answer"),
    "total": mark("Total"),
    "decimals": mark("Decimals"),
    "cost": mark("Cost"),
}


def in_every_language(text: str) -> Texts:
    """Return a text of ours, marked with `mark`, in the languages that Balsis speaks itself."""
    return {code: translations(code).gettext(text) for code in INTERFACE_LANGUAGES}


def code_at(row: str, part: str) -> str:
    """Return the code of a part of an answer: a point of a statement, an amount for an option."""
    return f"{row}={part}"


def place_of(code: str) -> tuple[str, str]:
    """Return the statement or option of a code, and its point or amount."""
    row, _, part = code.rpartition("=")
    return row, part


class Option(Value):
    """One thing to choose; `code` is what an answer stores, and never changes once published."""

    code: str
    label: Texts


class Question(Value):
    """A question in several languages. `id` stays the same through versions; `key` is for exports.

    `section` is the id of the section it stands in ('' before the first), `show_if` says to whom it is shown.
    `decline` offers "prefer not to say" (code `declined`, alone); `default` are codes chosen beforehand.
    `bank_key` names it in the bank of questions ('' where it is not kept there).
    """

    id: str = Field(default_factory=new_id)
    key: str = ""
    kind: str
    text: Texts = Field(default_factory=dict)
    help: Texts = Field(default_factory=dict)
    required: bool = False
    section: str = ""
    show_if: ShowIf = ShowIf()
    decline: bool = False
    default: tuple[str, ...] = ()
    bank_key: str = ""

    @property
    def takes_answers(self) -> bool:
        """Say whether people answer this, or only read it."""
        return True

    @property
    def takes_text(self) -> bool:
        """Say whether an answer holds people's own words."""
        return False

    @property
    def picks_one(self) -> bool:
        """Say whether an answer is one of the codes, and never several."""
        return False

    @property
    def has_numbers(self) -> bool:
        """Say whether an answer is a number that can be more or less than another."""
        return False

    @property
    def takes_contributions(self) -> bool:
        """Say whether people answer to what others wrote; see `contributing.py`."""
        return False

    @property
    def takes_default(self) -> bool:
        """Say whether an answer can stand there before anybody chose it."""
        return self.picks_one or self.has_numbers

    def codes(self) -> tuple[str, ...]:
        """Return every code that an answer may hold, in the order in which they are shown."""
        return ()

    @property
    def part_codes(self) -> tuple[str, ...]:
        """Return the codes of what the question consists of: none of them is ever given away again."""
        return ()

    def label(self, code: str) -> Texts:
        """Return the label of a code in several languages; {} where the code itself says it."""
        return {}

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        """Return the question with trimmed texts and possible values, as it is stored.

        `used_codes` are the option codes of published versions: a new option never gets one of them.
        Raises ENTRY_TOO_LONG, LANGUAGE_UNKNOWN, VALUE_IMPOSSIBLE.
        """
        return self._checked(text=clean_texts(self.text, LONGEST_QUESTION), help=clean_texts(self.help))

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        """Return what is to be said before publishing; `number` is the place in the form, from 1."""
        if not has_text(self.text):
            return (self._finding(Check.TEXT_MISSING, number),)
        missing = missing_languages(self.text, languages)
        found = [self._finding(Check.TRANSLATION_MISSING, number, language=code) for code in missing]
        # Kinds that are answered by number have no list of codes to be in.
        if self.codes() and not set(self.default) <= set(self.codes()):
            found.append(self._finding(Check.DEFAULT_GONE, number))
        return tuple(found)

    def _checked(self, **changes: Any) -> Self:
        try:
            return type(self).model_validate(self.model_dump() | changes)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][-1]) if first["loc"] else ""
            raise EngineError(
                Problem.VALUE_IMPOSSIBLE, what=NUMBERS.get(field, field), value=first["input"]
            ) from None

    def _finding(self, check: Check, number: int, **details: Any) -> Finding:
        return Finding(check=check, question_id=self.id, number=number, **details)
