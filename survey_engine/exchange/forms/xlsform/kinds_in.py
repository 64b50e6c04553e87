"""Each type of row of an XLSForm as a question: one function for each, one entry in READERS."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from survey_engine.design.kinds import (
    AnyQuestion,
    Date,
    Information,
    MultipleChoice,
    Number,
    OpenText,
    Option,
    Question,
    Ranking,
    Scale,
    SingleChoice,
)
from survey_engine.design.kinds.choice import MOST_OPTIONS, NONE, OTHER, ShownAs
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.design.kinds.patterns import Pattern
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.gathering import made
from survey_engine.exchange.forms.points import points_of
from survey_engine.exchange.forms.xlsform.drafts import EXTRA
from survey_engine.exchange.forms.xlsform.layout import FormRow
from survey_engine.exchange.forms.xlsform.limits import Limits, read_limits
from survey_engine.exchange.forms.xlsform.patterns import read_constraint
from survey_engine.exchange.forms.xlsform.ranges import read_range as read_ends
from survey_engine.texts import Texts

PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")
YES, NO = {"yes", "true", "true()", "1"}, {"", "no", "false", "false()", "0"}
USUAL_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the sheet `survey` with its list of choices, and where to note what does not fit."""

    row: FormRow
    notes: Notes
    list_name: str = ""
    choices: Sequence[FormRow] = ()
    has_list: bool = True
    or_other: bool = False

    def note(self, reason: Why, **details: object) -> None:
        """Note that something in this row does not come along."""
        self.notes.add(self.row.line, self.row.name, reason, **details)

    def make(self, kind: type[Question], **fields: object) -> AnyQuestion | None:
        """Return a question with what all kinds have in common, unless `fields` say otherwise."""
        return made(kind, self.notes, self.row.line, self.row.name, **self._common() | fields)

    def options(self) -> tuple[Option, ...]:
        """Return the options of the list, each code once; what Balsis added to them is none."""
        found: dict[str, Option] = {}
        for choice in self.choices:
            code = str(choice.own.get("code") or choice.cell("name"))
            if EXTRA in choice.own:
                continue
            if code in found:
                self.notes.add(choice.line, code, Why.CODE_TWICE, code=code)
            elif code:
                found[code] = Option(code=code, label=real_text(choice, "label", code))
        return tuple(found.values())

    def has_extra(self, code: str) -> bool:
        """Say whether the list has a choice that Balsis added, such as "other"."""
        return any(choice.own.get(EXTRA) == code for choice in self.choices)

    def drop(self, column: str, reason: Why, name: str = "rule") -> None:
        """Note a cell that is not used."""
        if self.row.cell(column):
            self.note(reason, **{name: self.row.cell(column)})

    def keep_appearance(self, *known: str) -> tuple[str, ...]:
        """Return the words of the appearance; note those that are not known."""
        words = tuple(self.row.cell("appearance").split())
        if strange := " ".join(word for word in words if word not in known):
            self.note(Why.APPEARANCE, value=strange)
        return words

    def _common(self) -> dict[str, Any]:
        key = str(self.row.own.get("key") or self.row.cell("name"))
        return {
            "key": key,
            "text": real_text(self.row, "text", key),
            "help": self.row.text("hint"),
            "required": self._required(),
        }

    def _required(self) -> bool:
        said = self.row.cell("required").lower()
        if said not in YES | NO:
            self.note(Why.REQUIRED_SOMETIMES, rule=self.row.cell("required"))
        return said in YES


def read_select_one(source: Source) -> AnyQuestion | None:
    """Return a single choice."""
    _note_parameters(source)
    source.drop("constraint", Why.CONSTRAINT)
    words = source.keep_appearance("minimal", "quick", "autocomplete", "likert", "columns", "list", "search")
    return _with_list(source, SingleChoice, other=_has_other(source), shown_as=_shown_as(words))


def read_select_multiple(source: Source) -> AnyQuestion | None:
    """Return a multiple choice; a constraint on what may be chosen becomes its least and most, and its "none"."""
    _note_parameters(source)
    words = source.keep_appearance("minimal", "autocomplete", "columns", "list")
    limits = read_limits(source.row.cell("constraint"))
    if limits is None or limits.alone not in ("", NONE):
        source.drop("constraint", Why.CONSTRAINT)
        limits = Limits()
    return _with_list(
        source,
        MultipleChoice,
        other=_has_other(source),
        shown_as=_shown_as(words),
        least=limits.least,
        most=limits.most,
        none=limits.alone == NONE,
    )


def read_rank(source: Source) -> AnyQuestion | None:
    """Return a ranking of all options."""
    _note_parameters(source)
    source.drop("constraint", Why.CONSTRAINT)
    source.keep_appearance()
    return _with_list(source, Ranking)


def read_range(source: Source) -> AnyQuestion | None:
    """Return a scale for 1 to n; other whole steps become a single choice with the numbers as codes."""
    given = dict(PARAMETER.findall(source.row.cell("parameters")))
    words = source.keep_appearance("rating", "no-ticks", "vertical", "picker", "horizontal")
    source.drop("constraint", Why.CONSTRAINT)
    try:
        start, end, step = (
            Decimal(given.get(name, usual)) for name, usual in (("start", "1"), ("end", "10"), ("step", "1"))
        )
        numbers = int((end - start) / step) + 1 if step else 0
    except (InvalidOperation, OverflowError, ValueError):
        numbers = 0
    if not 2 <= numbers <= MOST_OPTIONS:
        source.note(Why.KIND, kind=f"range {source.row.cell('parameters')}".strip())
        return None
    labels = {
        choice.cell("name"): real_text(choice, "label", choice.cell("name")) for choice in source.choices
    }
    codes = [_plain(start + step * number) for number in range(numbers)]
    if start == 1 and step == 1 and numbers <= 11:
        named = points_of([labels.get(code, {}) for code in codes])
        named |= {"shown_as": PointsShown.STARS} if "rating" in words else {}
        return source.make(Scale, **named, cant_say=False)
    languages = tuple(source.row.text("label")) or ("en",)
    options = [Option(code=code, label=labels.get(code) or dict.fromkeys(languages, code)) for code in codes]
    return source.make(SingleChoice, options=options)


def read_number(source: Source) -> AnyQuestion | None:
    """Return a number, with two decimals where the type allows any; a constraint on it becomes its range."""
    source.keep_appearance("thousands-sep")
    least, most = _bounds(source)
    decimals = 2 if source.row.cell("type").strip().lower() == "decimal" else 0
    return source.make(Number, least=least, most=most, decimals=decimals)


def read_date(source: Source) -> AnyQuestion | None:
    """Return a date; a constraint on it becomes its range."""
    source.keep_appearance("no-calendar")
    earliest, latest = _bounds(source)
    return source.make(Date, earliest=earliest, latest=latest)


def read_text(source: Source) -> AnyQuestion | None:
    """Return an open text; a constraint on its length and shape becomes its limit and pattern."""
    appearance = source.keep_appearance("multiline")
    found = read_constraint(source.row.cell("constraint"))
    if not found:
        source.drop("constraint", Why.CONSTRAINT)
    longest, pattern = found or (None, Pattern())
    longest = USUAL_LENGTH if longest is None else longest
    return source.make(OpenText, longest=longest, long="multiline" in appearance, pattern=pattern)


def read_note(source: Source) -> AnyQuestion | None:
    """Return information."""
    source.keep_appearance()
    return source.make(Information)


READERS: Mapping[str, Callable[[Source], AnyQuestion | None]] = {
    "select_one": read_select_one,
    "select_multiple": read_select_multiple,
    "rank": read_rank,
    "range": read_range,
    "integer": read_number,
    "decimal": read_number,
    "date": read_date,
    "text": read_text,
    "note": read_note,
}


def _with_list(source: Source, kind: type[Question], **fields: object) -> AnyQuestion | None:
    if not source.has_list:
        source.note(Why.LIST_MISSING, list=source.list_name)
        return None
    return source.make(kind, options=source.options(), shuffle=_is_shuffled(source), **fields)


def _has_other(source: Source) -> bool:
    return source.or_other or source.has_extra(OTHER)


def _shown_as(words: Collection[str]) -> ShownAs:
    return ShownAs.SEARCH if {"autocomplete", "search"} & set(words) else ShownAs.LIST


def _bounds(source: Source) -> tuple[str | None, str | None]:
    bounds = read_ends(source.row.cell("constraint"))
    if bounds is None:
        source.drop("constraint", Why.CONSTRAINT)
    return bounds or (None, None)


def _is_shuffled(source: Source) -> bool:
    given = dict(PARAMETER.findall(source.row.cell("parameters")))
    return given.get("randomize", "").lower() in YES


def _note_parameters(source: Source) -> None:
    for name, value in PARAMETER.findall(source.row.cell("parameters")):
        if name not in ("randomize", "seed"):
            source.note(Why.SETTING, setting=name, value=value)


def _plain(number: Decimal) -> str:
    """Return a number as people write it: 1, 0.5, -2."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def real_text(row: FormRow, noted: str, otherwise: str) -> Texts:
    """Return the label, or nothing where Balsis put the key or code there for want of a text."""
    texts = row.text("label")
    return {} if row.own.get(noted) is False and set(texts.values()) <= {otherwise} else texts
