"""What reading or writing a questionnaire gives: what was carried over, and row by row what was not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from survey_engine.design.change_words import FIELDS
from survey_engine.design.models import Form
from survey_engine.errors import EngineError
from survey_engine.exchange.pictures import PictureFile
from survey_engine.i18n import mark


class Why(StrEnum):
    """Why something in a file was not carried over; its words are in WORDS."""

    KIND = "kind"
    KIND_OUT = "kind-out"
    UNFIT = "unfit"
    RULE = "rule"
    CONSTRAINT = "constraint"
    REQUIRED_SOMETIMES = "required-sometimes"
    CALCULATION = "calculation"
    DEFAULT = "default"
    PIPED = "piped"
    MEDIA = "media"
    APPEARANCE = "appearance"
    SETTING = "setting"
    OTHER = "other"
    ORDER = "order"
    SECTION = "section"
    REPEAT = "repeat"
    DEVICE = "device"
    CONSENT = "consent"
    LIST_MISSING = "list-missing"
    SHEET = "sheet"
    LANGUAGE = "language"
    LANGUAGE_TWICE = "language-twice"
    MARKUP = "markup"
    STRAY = "stray"
    FEATURE = "feature"
    KEY_TWICE = "key-twice"
    CODE_TWICE = "code-twice"
    CANT_SAY = "cant-say"
    NOTE_UNREADABLE = "note-unreadable"
    FIELD = "field"
    POINTS = "points"
    REFERENCE = "reference"
    ALONE = "alone"
    OWN_STATEMENTS = "own-statements"


WORDS: dict[Why, str] = {
    Why.KIND: mark("there is no kind of question here for “{kind}”"),
    Why.KIND_OUT: mark("this format has nothing for questions of the kind “{kind}”"),
    Why.UNFIT: mark("the question cannot be kept as it stands: {problem}"),
    Why.RULE: mark("the condition “{rule}” is left out: the question is shown to everybody"),
    Why.CONSTRAINT: mark("the limit on answers “{rule}” is left out"),
    Why.REQUIRED_SOMETIMES: mark("required only where “{rule}” holds; here it may be left out"),
    Why.CALCULATION: mark("the calculation “{rule}” is left out"),
    Why.DEFAULT: mark("the answer filled in beforehand, “{value}”, is left out"),
    Why.PIPED: mark("the text puts in an answer or a value, {place}; it stands there as it is written"),
    Why.MEDIA: mark("the picture, sound or video “{file}” is left out"),
    Why.APPEARANCE: mark("the appearance “{value}” is left out"),
    Why.SETTING: mark("the setting “{setting}” is left out: {value}"),
    Why.OTHER: mark("“other”, with room for people's own words, is left out"),
    Why.ORDER: mark("the random order is left out: options stay in the order of the file"),
    Why.SECTION: mark("the section “{title}” is left out; its questions are kept"),
    Why.REPEAT: mark("the questions of “{title}” are asked once, not again and again"),
    Why.DEVICE: mark("“{kind}” is recorded by a device; Balsis does not record it"),
    Why.CONSENT: mark("consent is asked for by the study, before the questions"),
    Why.LIST_MISSING: mark("there is no list of options called “{list}”"),
    Why.SHEET: mark("the sheet “{sheet}” is not read"),
    Why.LANGUAGE: mark("“{language}” is no language that Balsis knows: its texts are left out"),
    Why.LANGUAGE_TWICE: mark("a second column for the same language: only the first one is read"),
    Why.MARKUP: mark("pictures, links, frames or scripts in the text are left out: {tags}"),
    Why.STRAY: mark("this row belongs to no question"),
    Why.FEATURE: mark("“{feature}” is left out"),
    Why.KEY_TWICE: mark("there is a question of this name already; this one is called “{written}”"),
    Why.CODE_TWICE: mark("the option “{code}” stands in its list twice: only the first one is kept"),
    Why.CANT_SAY: mark("“can't say” cannot be chosen there; the question can only be left out"),
    Why.NOTE_UNREADABLE: mark("what Balsis noted in the column “{column}” cannot be read: {value}"),
    Why.FIELD: mark("“{field}” has no place in this format"),
    Why.REFERENCE: mark("it is about a question that did not come along: “{key}”"),
    Why.ALONE: mark("everybody answers alone there: what others write is neither shown nor voted on"),
    Why.OWN_STATEMENTS: mark("people cannot add statements of their own there"),
    Why.POINTS: mark("the points are numbered from 1 to {points}; in the file their codes are {codes}"),
}


@dataclass(frozen=True, slots=True)
class NotCarried:
    """One thing that did not come along: the row (or line) of the file, its name there, and why.

    On the way out the row is the number of the question, from 1; 0 is the questionnaire as a whole.
    """

    row: int
    name: str
    reason: Why
    details: Mapping[str, object] = field(default_factory=dict)

    def why(self, translate: Callable[[str], str]) -> str:
        """Return the reason in words."""
        return translate(WORDS[self.reason]).format(
            **{name: _said(name, value, translate) for name, value in self.details.items()}
        )


def _said(name: str, value: object, translate: Callable[[str], str]) -> object:
    if isinstance(value, EngineError):
        return value.say(translate)
    return translate(FIELDS.get(str(value), str(value))) if name == "field" else value


@dataclass(frozen=True, slots=True)
class Carried:
    """A questionnaire read from a file: every question has a key, which is its id until it is stored."""

    form: Form
    languages: tuple[str, ...]
    not_carried: tuple[NotCarried, ...] = ()
    title: str = ""
    pictures: tuple[PictureFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A questionnaire on its way out; the first language is the one that is shown first."""

    form: Form
    title: str
    languages: tuple[str, ...]
    pictures: tuple[PictureFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and what it does not hold."""

    content: bytes
    not_carried: tuple[NotCarried, ...] = ()


class Notes:
    """What was not carried over, gathered while a file is read or written."""

    def __init__(self) -> None:
        self._found: list[NotCarried] = []

    def add(self, row: int, name: str, reason: Why, **details: object) -> None:
        """Note one thing."""
        self._found.append(NotCarried(row, name, reason, details))

    def all(self) -> tuple[NotCarried, ...]:
        """Return everything, each thing once, in the order of the rows."""
        once = {(one.row, one.name, one.reason, str(one.details)): one for one in self._found}
        return tuple(sorted(once.values(), key=lambda one: one.row))
