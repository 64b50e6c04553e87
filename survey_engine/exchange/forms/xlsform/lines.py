"""The rows of an XLSForm on their way out, with what Balsis notes beside each."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from survey_engine.design.keys import slug
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import Section
from survey_engine.exchange.forms.names import ascii_code, ascii_name
from survey_engine.exchange.forms.tongues import column_language
from survey_engine.exchange.forms.xlsform.defaults import write_default
from survey_engine.exchange.forms.xlsform.drafts import (
    EXTRA,
    NO_CHOICE,
    ONE_PAGE,
    PART,
    REFERENCE,
    UNLINKED,
    Choice,
    Draft,
    Part,
)
from survey_engine.exchange.forms.xlsform.rules import Asked as Referred
from survey_engine.exchange.forms.xlsform.rules import write_rule
from survey_engine.texts import Texts, has_text, pick

OWN = "balsis"
RESERVED = ("meta", "data", "instanceid", "instancename", "audit")
LONGEST_NAME = 64
Cells = dict[str, str]


def list_name(name: str) -> str:
    """Return the name of the list of choices of a row: pyxform reads parameters in lower case."""
    return name.lower()


def noted(own: Mapping[str, Any]) -> str:
    """Return what Balsis notes, as JSON; pyxform looks for references in that column too."""
    return json.dumps(own, ensure_ascii=False).replace(REFERENCE, "\\u0024{")


@dataclass(frozen=True, slots=True)
class Line:
    """A row on its way out, and what Balsis notes in it."""

    cells: Cells
    own: dict[str, Any]

    def whole(self) -> Cells:
        """Return the cells with the column of Balsis."""
        return {**self.cells, OWN: noted(self.own) if self.own else ""}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of which the rows are written; `line` is its first."""

    question: AnyQuestion
    number: int
    line: Line


class Lines:
    """The rows of the sheets `survey` and `choices` while questions are added."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = languages
        self.survey: list[Line] = []
        self.choices: list[Line] = []
        self.asked: list[Asked] = []
        self.referred: dict[str, Referred] = {}
        self.section = ""
        self.taken: set[str] = set()

    def add(self, question: AnyQuestion, draft: Draft, number: int) -> None:
        """Add the rows of a question and its list of choices."""
        name = self._name(question.key)
        choices = list(_choice_lines(draft.choices, list_name(name), self.languages))
        codes = {
            str(one.own.get(EXTRA) or one.own.get("code") or one.cells["name"]): one.cells["name"]
            for one in choices
        }
        line = self._question_line(question, draft, name, codes)
        self.asked.append(Asked(question, number, line))
        self.survey.append(line)
        names = [self._name(f"{name}_{part.code}") if part.code else "" for part in draft.parts]
        self.survey.extend(
            self._part_line(part, name, written, names)
            for part, written in zip(draft.parts, names, strict=True)
        )
        if draft.is_group:
            self.survey.append(Line({"type": "end_group"}, {}))
        self.choices.extend(choices)
        if not draft.is_group:
            self.referred[question.id] = Referred(question.kind, name, codes)
        if draft.uses_list and not draft.choices:
            self.choices.append(_no_choice(list_name(name), self.languages))

    def enter(self, section: Section | None) -> None:
        """Begin the group of a section after ending the one before; None: no section follows."""
        wanted = section.id if section else ""
        if wanted == self.section:
            return
        if self.section:
            self.survey.append(Line({"type": "end_group"}, {}))
        self.section = wanted
        if section is None:
            return
        own: dict[str, Any] = {"section": section.id}
        name = self._name(slug(pick(section.title, self.languages[0], self.languages)) or "section")
        label = _filled({"label": section.title}, self.languages, own)
        cells = {
            "type": "begin_group",
            "name": name,
            **_translated(label, self.languages),
            "appearance": ONE_PAGE if section.one_page else "",
        }
        self.survey.append(Line(cells, own))
        if has_text(section.text):
            written = self._name(f"{name}_text")
            self.survey.append(self._part_line(Part("text", "note", section.text), name, written, ()))

    def rows(self) -> tuple[list[Cells], list[Cells]]:
        """Return the rows of both sheets."""
        return [line.whole() for line in self.survey], [line.whole() for line in self.choices]

    def _question_line(
        self, question: AnyQuestion, draft: Draft, name: str, codes: Mapping[str, str]
    ) -> Line:
        own: dict[str, Any] = dict(draft.own)
        if name != question.key:
            own["key"] = question.key
        label = question.text
        if not has_text(label):
            own["text"] = False
            label = dict.fromkeys(self.languages, question.key)
        texts = _filled({"label": label, "hint": question.help}, self.languages, own)
        required = question.required and question.takes_answers and not draft.is_group
        relevant = write_rule(question.show_if, self.referred) or ""
        if relevant:
            # As long as nobody changes it, the rule itself is read from beside it.
            own["relevant"] = relevant
        cells = {
            "type": draft.type.format(list=list_name(name), name=name),
            "name": name,
            **_translated({**texts, **draft.texts}, self.languages),
            "relevant": relevant,
            "required": "yes" if required else "",
            "default": write_default(question, codes),
            **{
                column: text.format(list=list_name(name), name=name, codes=tuple(codes.values()))
                for column, text in draft.cells.items()
            },
        }
        return Line(cells, own)

    def _part_line(self, part: Part, name: str, written: str, names: Sequence[str]) -> Line:
        own: dict[str, Any] = {} if part.is_item else {PART: part.code}
        if part.type == "end_group":
            return Line({"type": part.type}, own)
        if part.is_item and written != f"{name}_{part.code}":
            own["code"] = part.code
        label = part.label
        if not has_text(label):
            own["text"] = False
            label = dict.fromkeys(self.languages, part.code)
        texts = {**_filled({"label": label}, self.languages, own), **part.texts}
        cells = {
            "type": part.type.format(list=list_name(name), name=name),
            "name": written,
            **_translated(texts, self.languages),
            **{
                column: text.format(list=list_name(name), name=name, parts=names)
                for column, text in part.cells.items()
            },
        }
        return Line(cells, own)

    def _name(self, key: str) -> str:
        name = ascii_name(key, self.taken, RESERVED, LONGEST_NAME)
        self.taken.add(name)
        return name


def _choice_lines(choices: Sequence[Choice], name: str, languages: Sequence[str]) -> Iterator[Line]:
    taken = {choice.code for choice in choices if choice.is_extra}
    for choice in choices:
        code = choice.code if choice.is_extra else ascii_code(choice.code, taken)
        taken.add(code)
        own: dict[str, Any] = {EXTRA: choice.code} if choice.is_extra else {}
        if code != choice.code:
            own["code"] = choice.code
        label = choice.label
        if not has_text(label):
            own["label"] = False
            label = dict.fromkeys(languages, choice.code)
        texts = _translated(_filled({"label": label}, languages, own), languages)
        yield Line({"list_name": name, "name": code, **texts}, own)


def _no_choice(name: str, languages: Sequence[str]) -> Line:
    """Return a row for a question without options yet: a list must not be empty."""
    label = _translated({"label": dict.fromkeys(languages, "–")}, languages)
    return Line({"list_name": name, "name": "none", **label}, {NO_CHOICE: True})


def _filled(columns: dict[str, Texts], languages: Sequence[str], own: dict[str, Any]) -> dict[str, Texts]:
    """Return the texts in every language: where one is missing XLSForm would show a dash, not another language.

    What was filled in, and that `${` was kept from being read as a reference, goes into `own`.
    """
    filled = {
        column: [code for code in languages if has_text(texts) and not texts.get(code)]
        for column, texts in columns.items()
    }
    if any(filled.values()):
        own["filled"] = {column: codes for column, codes in filled.items() if codes}
    if any(REFERENCE in text for texts in columns.values() for text in texts.values()):
        own["unlinked"] = True
    return {
        column: {
            code: pick(texts, code, languages).replace(REFERENCE, UNLINKED)
            for code in languages
            if has_text(texts)
        }
        for column, texts in columns.items()
    }


def _translated(texts: dict[str, Texts], languages: Sequence[str]) -> Cells:
    return {
        f"{column}::{column_language(code)}": said.get(code, "")
        for column, said in texts.items()
        for code in languages
    }
