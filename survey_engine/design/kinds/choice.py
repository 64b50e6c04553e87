"""What single and multiple choice share: options with a code and a label each, and "other" in words.

Kinds whose people order, rate or pay for options build on `Choice`, too.
"""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Self, TypeVar

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import Option, Question, in_every_language
from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.i18n import mark
from survey_engine.texts import Texts, has_text, missing_languages

MOST_OPTIONS = 100
OTHER, NONE = "other", "none"
LONGEST_OTHER = 300
Coded = TypeVar("Coded", bound=Option)


class Choice(Question):
    """A question with options to choose from.

    `shuffle` offers them to each person in another order; the last `stay_last` of them keep their place.
    """

    options: tuple[Option, ...] = Field(default=(), max_length=MOST_OPTIONS)
    shuffle: bool = False
    stay_last: int = Field(default=0, ge=0, le=MOST_OPTIONS)

    @property
    def option_codes(self) -> tuple[str, ...]:
        """Return the codes of the options, in their order."""
        return tuple(option.code for option in self.options)

    @property
    def part_codes(self) -> tuple[str, ...]:
        return self.option_codes

    def codes(self) -> tuple[str, ...]:
        return self.option_codes

    def label(self, code: str) -> Texts:
        return next((option.label for option in self.options if option.code == code), {})

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        return (
            super().cleaned(used_codes).model_copy(update={"options": with_codes(self.options, used_codes)})
        )

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        return (*super().findings(number, languages), *self._about_options(number, languages))

    def _about_options(self, number: int, languages: Sequence[str]) -> Iterator[Finding]:
        if len(self.options) < 2:
            yield self._finding(Check.TOO_FEW_OPTIONS, number, found=len(self.options))
        for place, option in enumerate(self.options, start=1):
            if not has_text(option.label):
                yield self._finding(Check.OPTION_EMPTY, number, option=place)
        for code in languages:
            missing = sum(bool(missing_languages(option.label, [code])) for option in self.options)
            if missing:
                yield self._finding(Check.OPTION_TRANSLATION_MISSING, number, found=missing, language=code)
            if label := first_twice([option.label.get(code, "") for option in self.options]):
                yield self._finding(Check.OPTIONS_SAME, number, label=label, language=code)


class ShownAs(StrEnum):
    """How options are offered: all below one another, or as a long list with a search field above it."""

    LIST = "list"
    SEARCH = "search"


class OpenChoice(Choice):
    """A choice that may offer "other": its code is `other`, and the answer's text holds the words."""

    other: bool = False
    shown_as: ShownAs = ShownAs.LIST

    def codes(self) -> tuple[str, ...]:
        own = (OTHER,) if self.other and OTHER not in self.option_codes else ()
        return (*self.option_codes, *own)

    def label(self, code: str) -> Texts:
        given = super().label(code)
        return in_every_language(mark("Other")) if code == OTHER and not given else given


def first_twice(labels: Sequence[str]) -> str:
    """Return the first label that stands there twice, whatever its case; '' where none does."""
    plain = [label.strip().casefold() for label in labels]
    return next(
        (label for label, same in zip(labels, plain, strict=True) if same and plain.count(same) > 1), ""
    )


def with_codes(options: Sequence[Coded], used: Collection[str], start: str = "") -> tuple[Coded, ...]:
    """Return options with trimmed labels, each with a code of its own.

    New ones are numbered on from the highest in use, after `start` where one is given.
    """
    taken = {option.code for option in options} | set(used)
    numbers = [code.removeprefix(start) for code in taken if code.startswith(start)]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    coded: dict[str, Coded] = {}
    for option in options:
        code = option.code
        if not code or code in coded:
            last += 1
            code = f"{start}{last}"
        label = clean_texts(option.label, LONGEST_LABEL)
        coded[code] = option.model_copy(update={"code": code, "label": label})
    return tuple(coded.values())
