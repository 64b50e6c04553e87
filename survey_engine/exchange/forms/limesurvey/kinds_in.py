"""Each type of LimeSurvey question as a question of Balsis: one function for each, one entry in READERS.

An item that Balsis wrote says its kind in its class; OWN_READERS has those that have no
letter of their own in LimeSurvey.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from survey_engine.design.kinds import (
    AnyQuestion,
    Date,
    Information,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    Words,
    YesNo,
)
from survey_engine.design.kinds.choice import NONE, ShownAs
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.gathering import made
from survey_engine.exchange.forms.limesurvey.items import Item, Part
from survey_engine.exchange.forms.limesurvey.kinds_out import ALONE
from survey_engine.exchange.forms.limesurvey.tokens import Own
from survey_engine.exchange.forms.points import points_of
from survey_engine.exchange.forms.wording import said
from survey_engine.i18n import mark

SHUFFLED = "random_order"
NUMERAL = re.compile(r"-?\d{1,15}(\.\d{1,20})?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
USUAL_LENGTH = 2_000
# The points of arrays that have no answers of their own, in the order in which LimeSurvey shows them.
ARRAYS_OF_WORDS = {
    "C": (mark("Yes"), mark("Uncertain"), mark("No")),
    "E": (mark("Increase"), mark("Same"), mark("Decrease")),
}
GENDERS = {"F": mark("Female"), "M": mark("Male")}
# What LimeSurvey calls the types that Balsis has no kind for yet.
OTHER_LETTERS = {
    "Q": "multiple short text",
    "K": "multiple numerical input",
    "1": "array, dual scale",
    ":": "array, numbers",
    ";": "array, texts",
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
        if self.is_shuffled and "shuffle" in kind.model_fields:
            fields["shuffle"] = True
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
        """Return parts as options, each code once; what Balsis added to them is none."""
        found: dict[str, Option] = {}
        for part in parts:
            code = self.own.codes.get(part.code, part.code)
            if part.code in self.own.extras:
                continue
            if code in found:
                self.notes.add(part.row, code, Why.CODE_TWICE, code=code)
            elif code:
                found[code] = Option(code=code, label=part.text)
        return tuple(found.values())

    def fitting(self, attribute: str, shape: re.Pattern[str]) -> str | None:
        """Return an attribute that looks like this; note one that does not."""
        text = self.item.attributes.get(attribute, "").strip()
        if text and not shape.fullmatch(text):
            self.note(Why.SETTING, setting=attribute, value=text)
            return None
        return text or None

    @property
    def is_shuffled(self) -> bool:
        """Say whether the options stand in a random order."""
        return self.item.attributes.get(SHUFFLED, "").strip() == "1"

    @property
    def other(self) -> bool:
        """Say whether people may add an answer of their own."""
        return self.item.other.strip().upper() == "Y"

    def number(self, attribute: str) -> int | None:
        """Return an attribute as a number; note what is none, such as an expression."""
        text = self.item.attributes.get(attribute, "").strip()
        if text.isdecimal() and len(text) < 7:
            return int(text)
        if text:
            self.note(Why.SETTING, setting=attribute, value=text)
        return None


def read_list(source: Source) -> AnyQuestion | None:
    """Return a single choice; a list that folds away is one to search in."""
    shown_as = ShownAs.SEARCH if source.item.letter.strip() == "!" else ShownAs.LIST
    options = source.options(source.item.answers)
    return source.make(SingleChoice, options=options, other=source.other, shown_as=shown_as)


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
        other=source.other,
        none=_none_alone(source),
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
    """Return a question of yes and no."""
    return source.make(YesNo)


def read_ranking(source: Source) -> AnyQuestion | None:
    """Return a ranking, of the first few where the attribute says so."""
    options = source.options(source.item.answers)
    return source.make(Ranking, options=options, top=source.number("max_answers") or None)


def read_number(source: Source) -> AnyQuestion | None:
    """Return a number, with two decimals unless it has to be whole; note ends that are expressions."""
    ends = {"least": "min_num_value_n", "most": "max_num_value_n"}
    bounds = {field: source.fitting(name, NUMERAL) for field, name in ends.items()}
    decimals = 0 if source.item.attributes.get("num_value_int_only", "") == "1" else 2
    return source.make(Number, decimals=decimals, **bounds)


def read_date(source: Source) -> AnyQuestion | None:
    """Return a date; note ends that are expressions."""
    ends = {"earliest": "date_min", "latest": "date_max"}
    return source.make(Date, **{field: source.fitting(name, DAY) for field, name in ends.items()})


def read_array(source: Source) -> AnyQuestion | None:
    """Return a matrix: the answers of the array are its points."""
    points = [part for part in source.item.answers if part.code not in source.own.extras]
    codes, numbers = [part.code for part in points], [str(n) for n in range(1, len(points) + 1)]
    if codes != numbers:
        source.note(Why.POINTS, points=len(points), codes=", ".join(codes)[:200])
    return source.make(
        Matrix,
        options=source.options(source.item.subquestions),
        cant_say=bool(source.own.extras),
        **points_of([part.text for part in points]),
    )


def read_array_of_numbers(source: Source) -> AnyQuestion | None:
    """Return a matrix of five or ten points without names."""
    points = 10 if source.item.letter.strip() == "B" else 5
    options = source.options(source.item.subquestions)
    return source.make(Matrix, options=options, points=points, cant_say=False)


def read_array_of_words(source: Source) -> AnyQuestion | None:
    """Return a matrix of three points under the names that LimeSurvey gives them."""
    names = [said(word, source.languages) for word in ARRAYS_OF_WORDS[source.item.letter.strip()]]
    options = source.options(source.item.subquestions)
    return source.make(Matrix, options=options, cant_say=False, **points_of(names))


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
    points = [part.text for part in source.item.answers if part.code not in source.own.extras]
    return source.make(Scale, cant_say=bool(source.own.extras), **points_of(points))


def read_own_yes_no(source: Source) -> AnyQuestion | None:
    """Return a question of yes and no that Balsis wrote as a list."""
    return source.make(YesNo, cant_say=bool(source.own.extras))


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
    "R": read_ranking,
    "N": read_number,
    "D": read_date,
    "F": read_array,
    "H": read_array,
    "A": read_array_of_numbers,
    "B": read_array_of_numbers,
    "C": read_array_of_words,
    "E": read_array_of_words,
}
OWN_READERS: Mapping[str, Callable[[Source], AnyQuestion | None]] = {
    "scale": read_own_scale,
    "yesno": read_own_yes_no,
    "words": read_own_words,
    "statement": read_own_statement,
}


def _ours(labels: Mapping[str, str], languages: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(code=code, label=said(label, languages)) for code, label in labels.items())


def _none_alone(source: Source) -> bool:
    alone = source.item.attributes.get(ALONE, "").strip()
    if alone and alone != NONE:
        source.note(Why.SETTING, setting=ALONE, value=alone)
    return alone == NONE
