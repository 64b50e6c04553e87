"""Each type of LimeSurvey question as a question of Balsis: one function for each, one entry in READERS.

An item that Balsis wrote says its kind in its class; OWN_READERS has those that have no
letter of their own in LimeSurvey.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from survey_engine.design.kinds import (
    AnyQuestion,
    Information,
    MultipleChoice,
    OpenText,
    Option,
    Question,
    Scale,
    SingleChoice,
    Statement,
    Words,
)
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.gathering import made
from survey_engine.exchange.forms.limesurvey.items import Item, Part
from survey_engine.exchange.forms.limesurvey.kinds_out import DASH, NO_ANSWER
from survey_engine.exchange.forms.limesurvey.tokens import Own
from survey_engine.exchange.forms.wording import said
from survey_engine.i18n import mark
from survey_engine.texts import Texts

USUAL_LENGTH = 2_000
YES_NO = {"Y": mark("Yes"), "N": mark("No")}
GENDERS = {"F": mark("Female"), "M": mark("Male")}
# What LimeSurvey calls the types that Balsis has no kind for yet.
OTHER_LETTERS = {
    "Q": "multiple short text",
    "N": "numerical input",
    "K": "multiple numerical input",
    "F": "array",
    "A": "array, 5 points",
    "B": "array, 10 points",
    "C": "array, yes/no/uncertain",
    "E": "array, increase/same/decrease",
    "H": "array by column",
    "1": "array, dual scale",
    ":": "array, numbers",
    ";": "array, texts",
    "R": "ranking",
    "D": "date",
    "I": "language switch",
    "*": "equation",
    "|": "file upload",
}


@dataclass(frozen=True, slots=True)
class Source:
    """An item with plain texts, what Balsis noted in it, and where to note what does not fit."""

    item: Item
    own: Own
    notes: Notes
    languages: Sequence[str] = field(default_factory=tuple)

    def note(self, reason: Why, **details: object) -> None:
        """Note that something in this item does not come along."""
        self.notes.add(self.item.row, self.item.code, reason, **details)

    def make(self, kind: type[Question], **fields: object) -> AnyQuestion | None:
        """Return a question with what all kinds have in common."""
        return made(
            kind,
            self.notes,
            self.item.row,
            self.item.code,
            key=self.own.key or self.item.code,
            text=self.item.text,
            help=self.item.help,
            required=self.item.mandatory.upper() == "Y",
            **fields,
        )

    def options(self, parts: Iterable[Part]) -> tuple[Option, ...]:
        """Return parts as options, each code once."""
        found: dict[str, Option] = {}
        for part in parts:
            code = self.own.codes.get(part.code, part.code)
            if code in found:
                self.notes.add(part.row, code, Why.CODE_TWICE, code=code)
            elif code:
                found[code] = Option(code=code, label=part.text)
        return tuple(found.values())

    def number(self, attribute: str) -> int | None:
        """Return an attribute as a number; note what is none, such as an expression."""
        text = self.item.attributes.get(attribute, "").strip()
        if text.isdecimal() and len(text) < 7:
            return int(text)
        if text:
            self.note(Why.SETTING, setting=attribute, value=text)
        return None


def read_list(source: Source) -> AnyQuestion | None:
    """Return a single choice."""
    return source.make(SingleChoice, options=source.options(source.item.answers))


def read_list_with_comment(source: Source) -> AnyQuestion | None:
    """Return a single choice without the room for a comment."""
    source.note(Why.FEATURE, feature="comment")
    return read_list(source)


def read_multiple(source: Source) -> AnyQuestion | None:
    """Return a multiple choice."""
    return source.make(
        MultipleChoice,
        options=source.options(source.item.subquestions),
        least=source.number("min_answers") or 0,
        most=source.number("max_answers") or None,
    )


def read_multiple_with_comments(source: Source) -> AnyQuestion | None:
    """Return a multiple choice without the room for comments."""
    source.note(Why.FEATURE, feature="comments")
    return read_multiple(source)


def read_short(source: Source) -> AnyQuestion | None:
    """Return an open text of one line."""
    return source.make(OpenText, long=False, longest=source.number("maximum_chars") or USUAL_LENGTH)


def read_long(source: Source) -> AnyQuestion | None:
    """Return an open text of several lines."""
    return source.make(OpenText, long=True, longest=source.number("maximum_chars") or USUAL_LENGTH)


def read_yes_no(source: Source) -> AnyQuestion | None:
    """Return a single choice of yes and no, under the codes that LimeSurvey stores."""
    return source.make(SingleChoice, options=_ours(YES_NO, source.languages))


def read_gender(source: Source) -> AnyQuestion | None:
    """Return a single choice of female and male, under the codes that LimeSurvey stores."""
    return source.make(SingleChoice, options=_ours(GENDERS, source.languages))


def read_five_points(source: Source) -> AnyQuestion | None:
    """Return a scale of five points without labels."""
    return source.make(Scale, points=5, cant_say=False)


def read_display(source: Source) -> AnyQuestion | None:
    """Return information."""
    return source.make(Information)


def read_own_scale(source: Source) -> AnyQuestion | None:
    """Return a scale that Balsis wrote as a list."""
    points = [part for part in source.item.answers if part.code.isdecimal()]
    low, high = (_end(points[0]), _end(points[-1])) if points else ({}, {})
    cant_say = any(part.code == NO_ANSWER for part in source.item.answers)
    return source.make(Scale, points=len(points), low=low, high=high, cant_say=cant_say)


def read_own_words(source: Source) -> AnyQuestion | None:
    """Return a question of words that Balsis wrote as several short texts."""
    return source.make(Words, most=len(source.item.subquestions))


def read_own_statement(source: Source) -> AnyQuestion | None:
    """Return a statement that Balsis wrote as a list of three votes."""
    return source.make(Statement)


READERS: Mapping[str, Callable[[Source], AnyQuestion | None]] = {
    "L": read_list,
    "!": read_list,
    "O": read_list_with_comment,
    "M": read_multiple,
    "P": read_multiple_with_comments,
    "S": read_short,
    "T": read_long,
    "U": read_long,
    "Y": read_yes_no,
    "G": read_gender,
    "5": read_five_points,
    "X": read_display,
}
OWN_READERS: Mapping[str, Callable[[Source], AnyQuestion | None]] = {
    "scale": read_own_scale,
    "words": read_own_words,
    "statement": read_own_statement,
}


def _ours(labels: Mapping[str, str], languages: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(code=code, label=said(label, languages)) for code, label in labels.items())


def _end(part: Part) -> Texts:
    """Return the label of an end: what stands after the point and the dash."""
    ends = {language: text.partition(DASH)[2] for language, text in part.text.items()}
    return {language: text for language, text in ends.items() if text}
