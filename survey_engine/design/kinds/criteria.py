"""Criteria: several things rated by several criteria, each on the same scale."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Literal, Self

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import CANT_SAY, Option, code_at, in_every_language, place_of
from survey_engine.design.kinds.choice import Choice, first_twice, with_codes
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.kinds.matrix import point_said
from survey_engine.i18n import mark
from survey_engine.texts import Texts, has_text, missing_languages, pick

MOST_CRITERIA = 12
HEAVIEST = 10
# Codes of criteria begin so: options and criteria of one question never share a code.
CRITERION = "c"
BETWEEN = "/"


class Criterion(Option):
    """What things are rated by; a `weight` of 2 counts twice in the score of a thing."""

    less_is_better: bool = False
    weight: int = Field(default=1, ge=1, le=HEAVIEST)


class Criteria(Choice, Graded):
    """Things (the options) by criteria, on 2 to 7 points. A code is "option/criterion=point"."""

    kind: Literal["criteria"] = "criteria"
    points: int = Field(default=5, ge=2, le=7)
    criteria: tuple[Criterion, ...] = Field(default=(), max_length=MOST_CRITERIA)

    @property
    def part_codes(self) -> tuple[str, ...]:
        return (*self.option_codes, *(one.code for one in self.criteria))

    @property
    def cells(self) -> tuple[str, ...]:
        """Return "option/criterion" of every cell, thing by thing."""
        return tuple(cell_at(row, one.code) for row in self.option_codes for one in self.criteria)

    def codes(self) -> tuple[str, ...]:
        return tuple(code_at(cell, point) for cell in self.cells for point in self.point_codes)

    def cell_label(self, cell: str) -> Texts:
        """Return the thing and the criterion of a cell in several languages."""
        row, code = cell.rsplit(BETWEEN, 1)
        thing = super().label(row)
        by = next((one.label for one in self.criteria if one.code == code), {})
        return {language: f"{text} · {pick(by, language)}" for language, text in thing.items()}

    def label(self, code: str) -> Texts:
        cell, point = place_of(code)
        names = in_every_language(mark("Can't say")) if point == CANT_SAY else self.point_label(point)
        named = self.cell_label(cell) if BETWEEN in cell else {}
        return {language: f"{text}: {point_said(point, names, language)}" for language, text in named.items()}

    def cleaned(self, used_codes: Collection[str] = ()) -> Self:
        cleaned = super().cleaned(used_codes)
        return cleaned.model_copy(update={"criteria": with_codes(self.criteria, used_codes, CRITERION)})

    def findings(self, number: int, languages: Sequence[str]) -> tuple[Finding, ...]:
        return (*super().findings(number, languages), *self._about_criteria(number, languages))

    def _about_criteria(self, number: int, languages: Sequence[str]) -> Iterator[Finding]:
        if not self.criteria:
            yield self._finding(Check.CRITERIA_NONE, number)
        for place, one in enumerate(self.criteria, start=1):
            if not has_text(one.label):
                yield self._finding(Check.CRITERION_EMPTY, number, option=place)
        yield from chain.from_iterable(self._criteria_in(code, number) for code in languages)

    def _criteria_in(self, language: str, number: int) -> Iterator[Finding]:
        missing = sum(bool(missing_languages(one.label, [language])) for one in self.criteria)
        if missing:
            yield self._finding(Check.CRITERION_TRANSLATION_MISSING, number, found=missing, language=language)
        if label := first_twice([one.label.get(language, "") for one in self.criteria]):
            yield self._finding(Check.CRITERIA_SAME, number, label=label, language=language)


def cell_at(row: str, criterion: str) -> str:
    """Return the name of a cell: a thing by a criterion."""
    return f"{row}{BETWEEN}{criterion}"
