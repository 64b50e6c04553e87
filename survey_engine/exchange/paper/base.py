"""What drawing and typing in have in common: the marks printed beside boxes, a pen, and blanks to type into.

A kind draws itself with a pen that knows words and boxes but no file format. What somebody ticked or
wrote is typed into the blanks of the question, in the same order, as the marks that stand beside the boxes.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import CANT_SAY, DECLINED, Question
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import Translations, mark, translations
from survey_engine.texts import INTERFACE_LANGUAGES, Texts, pick

# What a person takes no side with stands under one mark on every sheet.
FIXED_MARKS = {CANT_SAY: "0"}
DECLINED_MARK = "-"
# Codes that say the same in every study; the labels of all others are the study's own.
CODE_WORDS = {
    CANT_SAY: mark("Can't say"),
    "agree": mark("I agree"),
    "disagree": mark("I disagree"),
    "pass": mark("I pass"),
    DECLINED: mark("Prefer not to say"),
}
BETWEEN = re.compile(r"[\s,;+]+")


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of one sheet: our own words in it, and the study's wherever it has them."""

    language: str
    order: tuple[str, ...] = INTERFACE_LANGUAGES

    @property
    def catalog(self) -> Translations:
        """Return our own words in this language."""
        return translations(self.language)

    def gettext(self, text: str) -> str:
        """Return a text of ours in this language."""
        return self.catalog.gettext(text)

    def words(self, texts: Texts) -> str:
        """Return a text of the study, in the first language that has it where this one does not."""
        return pick(texts, self.language, self.order)

    def label(self, question: Question, code: str) -> str:
        """Return what a code of a question says."""
        if label := self.words(question.label(code)):
            return label
        return self.gettext(CODE_WORDS[code]) if code in CODE_WORDS else code


class Pen(Protocol):
    """What a kind may put on paper."""

    tongue: Tongue

    def text(self, text: str) -> None:
        """Write running text."""

    def hint(self, text: str) -> None:
        """Write how to answer."""

    def picture(self, picture_id: str, alt: str) -> None:
        """Put a picture of the study in, or what it shows in words where it is not at hand."""

    def tick(self, mark: str, label: str, *, room: bool = False) -> None:
        """Draw a box to tick with its mark and label; `room` leaves a line to write on after it."""

    def fill(self, label: str, *, unit: str = "", before: bool = False) -> None:
        """Draw a label and a place to write something short into; `before` puts the place first."""

    def lines(self, number: int) -> None:
        """Draw lines to write on."""

    def grid(self, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], ends: str = "") -> None:
        """Draw a table: a label and cells in each row; an empty cell is a box to write into."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One place to type into. `label` is '' where the question itself says it; `marks` may be typed."""

    label: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    is_long: bool = False
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind on paper: drawn, the blanks it is typed into, what was typed as an answer, and back again.

    `read` raises MARK_UNKNOWN; whatever else is wrong with the answer, `check_answer` finds.
    """

    draw: Callable[[Any, Pen], None]
    blanks: Callable[[Any, Tongue], tuple[Blank, ...]]
    read: Callable[[Any, Sequence[str]], AnswerValue]
    write: Callable[[Any, AnswerValue], tuple[str, ...]]


def marks_of(codes: Iterable[str]) -> dict[str, str]:
    """Return the mark printed beside each code: numbers from 1, and 0 for "can't say"."""
    marks: dict[str, str] = {}
    for code in codes:
        place = 1 + sum(known not in FIXED_MARKS for known in marks)
        marks[code] = FIXED_MARKS.get(code, str(place))
    return marks


def labelled_marks(question: Question, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """Return each mark of a question with what it says."""
    return tuple((mark, tongue.label(question, code)) for code, mark in marks_of(question.codes()).items())


def codes_from(typed: str, marks: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of typed marks, in the order typed; raise MARK_UNKNOWN for one that is not printed."""
    by_mark = {mark: code for code, mark in marks.items()}
    given = [mark for mark in BETWEEN.split(typed) if mark]
    for each in given:
        if each not in by_mark:
            raise EngineError(Problem.MARK_UNKNOWN, mark=each, marks=" ".join(marks.values()))
    return tuple(by_mark[each] for each in given)


def marks_from(codes: Iterable[str], marks: Mapping[str, str]) -> str:
    """Return codes as the marks that are typed for them."""
    return " ".join(marks[code] for code in codes if code in marks)


def text_or_none(text: str) -> str | None:
    """Return a text exactly as typed; None where there is nothing but white space."""
    return text if text.strip() else None
