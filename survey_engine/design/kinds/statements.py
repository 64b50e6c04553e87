"""Statements: people agree, disagree or pass on one after the other, and may add their own."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds.base import code_at, in_every_language, place_of
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.contributing import Contributing
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.i18n import mark
from survey_engine.texts import Texts, pick

VOTES = (AGREE, DISAGREE, PASS)
LABELS = {AGREE: mark("Agree"), DISAGREE: mark("Disagree"), PASS: mark("Pass")}
# As in Polis: a statement that is read at one glance.
USUAL_LENGTH = 140


class Statements(Contributing, Choice):
    """A pool of statements: the options are the facilitator's, the others people's own.

    A vote is "statement=agree", "statement=disagree" or "statement=pass"; one for each statement voted on.
    """

    kind: Literal["statements"] = "statements"
    longest: int = Field(default=USUAL_LENGTH, ge=20, le=1_000)

    def codes(self) -> tuple[str, ...]:
        return tuple(code_at(row, vote) for row in self.option_codes for vote in VOTES)

    def label(self, code: str) -> Texts:
        row, vote = place_of(code)
        if vote not in LABELS:
            return super().label(code)
        said, named = in_every_language(LABELS[vote]), super().label(row)
        return {language: f"{text}: {pick(said, language)}" for language, text in named.items()}

    def _about_options(self, number: int, languages: Sequence[str]) -> Iterator[Finding]:
        # One statement is a pool, and none where people write their own.
        least = 0 if self.most else 1
        for finding in super()._about_options(number, languages):
            if finding.check != Check.TOO_FEW_OPTIONS or len(self.options) < least:
                yield finding
