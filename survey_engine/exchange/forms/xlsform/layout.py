"""The sheets of an XLSForm as typed rows: columns under the names that XLSForm gave them over the years."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.tongues import language_named, language_of_texts
from survey_engine.exchange.forms.workbooks import Sheets
from survey_engine.exchange.forms.xlsform.drafts import REFERENCE, UNLINKED
from survey_engine.exchange.sheets import Row
from survey_engine.texts import Texts

OWN = "balsis"
TRANSLATED = {"label", "hint", "guidance_hint", "constraint_message", "required_message"}
MEDIA = {"image", "big-image", "audio", "video", "media"}
ALIASES = {
    "list name": "list_name",
    "value": "name",
    "caption": "label",
    "text": "label",
    "constraint message": "constraint_message",
    "constraint_msg": "constraint_message",
    "required message": "required_message",
    "calculate": "calculation",
    "relevance": "relevant",
    "read only": "readonly",
    "read_only": "readonly",
    "repeat": "repeat_count",
    "skippable": "required",
    "bind::relevant": "relevant",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "control::appearance": "appearance",
    "bind::calculate": "calculation",
    "form_name": "form_title",
    "title": "form_title",
    "set form title": "form_title",
    "set form id": "form_id",
    "id_string": "form_id",
}


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a sheet: plain cells by column, texts by column and language, and what Balsis noted."""

    line: int
    cells: Mapping[str, str]
    texts: Mapping[str, Texts] = field(default_factory=dict)
    own: Mapping[str, Any] = field(default_factory=dict)

    def cell(self, column: str) -> str:
        """Return a plain cell, '' where there is none."""
        return self.cells.get(column, "")

    def text(self, column: str) -> Texts:
        """Return a translated cell."""
        return self.texts.get(column, {})

    @property
    def name(self) -> str:
        """Return the name in the file, or else the type, so that the row can be found."""
        return self.cell("name") or self.cell("type")


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    language: str


def default_language(sheets: Sheets) -> str:
    """Return the first language: as the settings say, that of the first column, or as the texts look."""
    for row in _plain_rows(sheets.get("settings", ())):
        if found := language_named(row.get("default_language", "")):
            return found
    survey = sheets.get("survey", ())
    columns = [_column(cell, "") for cell in survey[0].cells] if survey else []
    labels = [place for place, column in enumerate(columns) if column.name == "label"]
    plain = [place for place in labels if not columns[place].language]
    if labels and not plain:
        return columns[labels[0]].language
    return language_of_texts(
        row.cells[place] for row in survey[1:] for place in plain if place < len(row.cells)
    )


def read_rows(sheet: Sequence[Row], otherwise: str, notes: Notes) -> tuple[FormRow, ...]:
    """Return the rows under the heading; texts without a language are in the language `otherwise`."""
    if not sheet:
        return ()
    columns = [_column(cell, otherwise) for cell in sheet[0].cells]
    seen: set[_Column] = set()
    for place, column in enumerate(columns):
        heading = sheet[0].cells[place].strip()
        if column.name in TRANSLATED and not column.language:
            notes.add(sheet[0].line, heading, Why.LANGUAGE, language=heading.split(":")[-1].strip())
        elif column.name in TRANSLATED and column in seen:
            notes.add(sheet[0].line, heading, Why.LANGUAGE_TWICE)
        seen.add(column)
    return tuple(_row(row, columns, notes) for row in sheet[1:])


def languages_of(sheet: Sequence[Row], otherwise: str) -> tuple[str, ...]:
    """Return the languages of the labels: the default language first, then in the order of the columns."""
    columns = [_column(cell, otherwise) for cell in sheet[0].cells] if sheet else []
    found = [column.language for column in columns if column.name == "label" and column.language]
    return tuple(dict.fromkeys(sorted(found, key=lambda code: code != otherwise)))


def settings_of(sheets: Sheets) -> tuple[int, Mapping[str, str]]:
    """Return the line of the settings and what they say."""
    rows = sheets.get("settings", ())
    plain = list(_plain_rows(rows))
    return (rows[1].line, plain[0]) if plain else (2, {})


def _plain_rows(sheet: Sequence[Row]) -> Iterator[dict[str, str]]:
    for row in sheet[1:]:
        heading = [cell.strip().lower() for cell in sheet[0].cells]
        yield {ALIASES.get(name, name): cell.strip() for name, cell in zip(heading, row.cells, strict=False)}


def _column(heading: str, otherwise: str) -> _Column:
    """Return what a column holds: `label::Latviešu (lv)`, `label:lv` and `label` are all labels."""
    whole = heading.strip()
    if (plain := whole.lower()) in ALIASES:
        whole = ALIASES[plain]
    base, _, language = re.sub("::?", "\0", whole).partition("\0")
    base = ALIASES.get(base.strip().lower(), base.strip().lower())
    if base in TRANSLATED:
        return _Column(base, (language_named(language) or "") if language.strip() else otherwise)
    if base in MEDIA:
        return _Column("media", whole)
    return _Column(whole.lower() if language else base, "")


def _row(row: Row, columns: Sequence[_Column], notes: Notes) -> FormRow:
    cells: dict[str, str] = {}
    texts: dict[str, Texts] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        text = cell.strip()
        if not text:
            continue
        if column.name in TRANSLATED:
            if column.language:
                texts.setdefault(column.name, {}).setdefault(column.language, text)
        elif column.name:
            cells.setdefault(column.name, text)
    own = own_in(cells.pop(OWN, ""), row.line, cells.get("name", ""), notes)
    return FormRow(row.line, cells, {name: _unfilled(name, said, own) for name, said in texts.items()}, own)


def own_in(noted: str, line: int, name: str, notes: Notes) -> Mapping[str, Any]:
    """Return what Balsis noted in a row; a cell that somebody spoiled is told and passed over."""
    try:
        own = json.loads(noted) if noted else {}
    except (ValueError, RecursionError):
        own = None
    if not isinstance(own, dict):
        notes.add(line, name, Why.NOTE_UNREADABLE, column=OWN, value=noted[:60])
        return {}
    return own


def _unfilled(column: str, texts: Texts, own: Mapping[str, Any]) -> Texts:
    """Return the texts as they were before writing filled in what was missing."""
    filled = own.get("filled")
    codes = filled.get(column) if isinstance(filled, dict) else None
    codes = codes if isinstance(codes, list) else []
    real = {said for code, said in texts.items() if code not in codes}
    kept = {code: said for code, said in texts.items() if code not in codes or said not in real}
    return (
        {code: said.replace(UNLINKED, REFERENCE) for code, said in kept.items()}
        if own.get("unlinked")
        else kept
    )
