"""Texts for a translator as one XLSX sheet, and the way back: one row a text, one column a language.

The address in the first column says where a text belongs, so that rows may be sorted or left out. An
empty cell leaves a text as it is: nothing is deleted by a file.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from survey_engine.design.all_texts import TextAt
from survey_engine.design.limits import clean_language
from survey_engine.design.translating import longest_at
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.formulas import unprotect
from survey_engine.exchange.refusals import Reason, Refusal, Remark
from survey_engine.exchange.sheets import Row, Sheet
from survey_engine.exchange.tables import Table
from survey_engine.exchange.xlsx_out import write_xlsx
from survey_engine.texts import Texts

ADDRESS, WHERE = "address", "where"
SHEET = "texts"


@dataclass(frozen=True, slots=True)
class NewText:
    """A text as a file would have it, beside what is stored."""

    address: str
    language: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TextsIn:
    """What a translator's file would change, and the rows that fit nothing."""

    changes: tuple[NewText, ...]
    refused: tuple[Refusal, ...]
    remarks: tuple[Remark, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which it would change anything."""
        return tuple(dict.fromkeys(change.language for change in self.changes))

    def texts(self, languages: Sequence[str]) -> dict[str, Texts]:
        """Return the changes in these languages, by address."""
        chosen: dict[str, Texts] = {}
        for change in self.changes:
            if change.language in languages:
                chosen.setdefault(change.address, {})[change.language] = change.after
        return chosen


def write_texts(texts: Sequence[TextAt], languages: Sequence[str], places: Mapping[str, str]) -> bytes:
    """Return an XLSX file with a row for each text; `places` say where each stands. Raises CELL_TOO_LONG."""
    rows = [
        (text.address, places[text.address], *(text.texts.get(code, "") for code in languages))
        for text in texts
    ]
    return write_xlsx([Table(SHEET, (ADDRESS, WHERE, *languages), rows)])


def read_texts(sheet: Sheet, texts: Sequence[TextAt]) -> TextsIn:
    """Hold a translator's file against the texts that there are; nothing is stored.

    Raises COLUMN_MISSING, COLUMN_TWICE (address), FILE_WITHOUT_LANGUAGES.
    """
    place = sheet.position(ADDRESS)
    columns = {at: code for at, name in enumerate(sheet.columns) if at != place and (code := _language(name))}
    if not columns:
        raise EngineError(Problem.FILE_WITHOUT_LANGUAGES, name=sheet.name)
    stored = {text.address: text.texts for text in texts}
    seen: dict[str, int] = {}
    changes: list[NewText] = []
    refused = list(sheet.refused)
    for row in sheet.rows:
        address = unprotect(row.cells[place]).strip()
        found = _refusal(sheet.name, row, address, seen, stored.keys())
        if found is not None:
            refused.append(found)
            continue
        seen[address] = row.line
        for new in _changes(row, address, columns, stored[address]):
            if len(new.after) > longest_at(address):
                details = {"length": len(new.after), "longest": longest_at(address)}
                refused.append(Refusal(sheet.name, row.line, Reason.TEXT_TOO_LONG, details))
            else:
                changes.append(new)
    known = (ADDRESS, WHERE, *(sheet.columns[at] for at in columns))
    return TextsIn(tuple(changes), tuple(refused), (*sheet.remarks, *sheet.remark_on_columns(known)))


def _language(name: str) -> str:
    """Return the language that a column is named after; '' where it is none."""
    if name == WHERE:
        return ""
    try:
        return clean_language(name)
    except EngineError:
        return ""


def _refusal(
    name: str, row: Row, address: str, seen: dict[str, int], known: Collection[str]
) -> Refusal | None:
    if address in seen:
        details = {"address": address, "line": seen[address]}
        return Refusal(name, row.line, Reason.ADDRESS_TWICE, details)
    if address not in known:
        return Refusal(name, row.line, Reason.ADDRESS_UNKNOWN, {"address": address})
    return None


def _changes(row: Row, address: str, columns: dict[int, str], stored: Texts) -> list[NewText]:
    found = []
    for at, language in columns.items():
        text = unprotect(row.cells[at]).replace("\r\n", "\n").strip()
        before = stored.get(language, "")
        if text and text != before.strip():
            found.append(NewText(address, language, before, text))
    return found
