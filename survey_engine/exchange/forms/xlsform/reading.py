"""Read an XLSForm, row by row: what has no place in Balsis is listed, and nothing is left out in silence."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried, Notes, Why
from survey_engine.exchange.forms.gathering import Gathering
from survey_engine.exchange.forms.workbooks import Sheets, read_workbook
from survey_engine.exchange.forms.xlsform.drafts import NO_CHOICE
from survey_engine.exchange.forms.xlsform.kinds_in import OWN_READERS, READERS, Source
from survey_engine.exchange.forms.xlsform.layout import (
    FormRow,
    default_language,
    languages_of,
    read_rows,
    settings_of,
)
from survey_engine.texts import pick

SHEETS_READ = {"survey", "choices", "settings"}
# What identifies or lays out a form, and says nothing about its questions.
SETTINGS_READ = {"form_title", "form_id", "version", "default_language", "clean_text_values", "style", "name"}
COLUMNS_READ = {"type", "name", "required", "appearance", "constraint", "parameters", "disabled", "readonly"}
COLUMN_REASONS: Mapping[str, tuple[Why, str]] = {
    "relevant": (Why.RULE, "rule"),
    "calculation": (Why.CALCULATION, "rule"),
    "default": (Why.DEFAULT, "value"),
    "media": (Why.MEDIA, "file"),
}
CHOICE_COLUMNS = {"list_name", "name"}
SELECT = re.compile(
    r"(select_one|select one from|select one|select1|select_multiple|select all that apply from|"
    r"select all that apply|select multiple from|select multiple)\s+(\S+)(\s+or[_ ]other)?",
    re.IGNORECASE,
)
MANY = ("select_multiple", "select all", "select multiple")
BLOCK = re.compile(r"(begin|end)[ _](group|repeat|loop|lgroup)", re.IGNORECASE)
DEVICE = {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial"}
DEVICE |= {"subscriberid", "start-geopoint", "uri:deviceid", "device id", "phone number", "time start"}
SAME_TYPES = {"string": "text", "add note prompt": "note", "add text prompt": "text"}
CALCULATED = {
    "calculate",
    "hidden",
    "csv-external",
    "xml-external",
    "background-audio",
    "background-geopoint",
}
OFF = {"yes", "true", "true()", "1"}
PIPED = re.compile(r"\$\{[^}]*\}")
LABELLIST = re.compile(r"tick_labelset\s*=\s*([^\s,;]+)")


def read_xlsform(name: str, content: bytes) -> Carried:
    """Return the questionnaire in an XLSForm; raise SHEET_MISSING, COLUMN_MISSING and as `read_workbook`."""
    sheets = read_workbook(name, content)
    _refuse_other(name, sheets)
    notes = Notes()
    language = default_language(sheets)
    survey = read_rows(sheets["survey"], language, notes)
    choices = _lists(read_rows(sheets.get("choices", ()), language, notes), notes)
    gathering = Gathering(notes)
    for row in survey:
        _read_row(row, choices, gathering)
    title = _read_settings(sheets, notes)
    languages = languages_of(sheets["survey"], language)
    return Carried(gathering.form(), languages, notes.all(), title)


def _refuse_other(name: str, sheets: Sheets) -> None:
    if "survey" not in sheets:
        raise EngineError(Problem.SHEET_MISSING, name=name, sheet="survey", sheets=", ".join(sheets) or "–")
    if not sheets["survey"]:
        raise EngineError(Problem.FILE_EMPTY, name=name)
    heading = [cell.strip().lower() for cell in sheets["survey"][0].cells]
    if "type" not in heading:
        raise EngineError(
            Problem.COLUMN_MISSING, name=name, column="type", columns=", ".join(filter(None, heading))
        )


def _read_row(row: FormRow, choices: Mapping[str, Sequence[FormRow]], gathering: Gathering) -> None:
    notes, said = gathering.notes, " ".join(row.cell("type").split())
    if not said:
        notes.add(row.line, row.name, Why.STRAY)
    elif row.cell("disabled").lower() in OFF:
        notes.add(row.line, row.name, Why.FEATURE, feature="disabled")
    elif block := BLOCK.fullmatch(said):
        _note_block(row, block, notes)
    else:
        source, read = _source(row, said, choices, notes)
        question = read(source) if read else None
        if question is not None:
            _note_unused(row, notes)
        gathering.add(question, row.line, row.name)


def _source(
    row: FormRow, said: str, choices: Mapping[str, Sequence[FormRow]], notes: Notes
) -> tuple[Source, Callable | None]:
    """Return the row with its choices, and how it is read; None after noting that it is not."""
    plain = said.lower()
    if select := SELECT.fullmatch(said):
        type_name = "select_multiple" if select[1].lower().startswith(MANY) else "select_one"
        source = Source(row, notes, select[2], choices.get(select[2], ()), select[2] in choices)
        if select[3]:
            source.note(Why.OTHER)
    else:
        type_name = SAME_TYPES.get(plain, plain)
        labels = LABELLIST.search(row.cell("parameters"))
        source = Source(row, notes, choices=choices.get(labels[1], ()) if labels else ())
    read = OWN_READERS.get(str(row.own.get("kind"))) or READERS.get(type_name)
    if read is None:
        _note_type(row, said, notes)
    return source, read


def _note_type(row: FormRow, said: str, notes: Notes) -> None:
    plain = said.lower()
    if plain in DEVICE:
        notes.add(row.line, row.name, Why.DEVICE, kind=said)
    elif plain == "acknowledge":
        notes.add(row.line, row.name, Why.CONSENT)
    elif plain in CALCULATED:
        notes.add(row.line, row.name, Why.CALCULATION, rule=row.cell("calculation") or said)
    else:
        notes.add(row.line, row.name, Why.KIND, kind=said)


def _note_block(row: FormRow, block: re.Match[str], notes: Notes) -> None:
    if block[1].lower() == "end":
        return
    title = pick(row.text("label"), "en") or row.name
    is_repeat = block[2].lower() != "group"
    notes.add(row.line, row.name, Why.REPEAT if is_repeat else Why.SECTION, title=title)
    for column in ("relevant", "media"):
        reason, detail = COLUMN_REASONS[column]
        if row.cell(column):
            notes.add(row.line, row.name, reason, **{detail: row.cell(column)})
    if row.cell("appearance") not in ("", "field-list"):
        notes.add(row.line, row.name, Why.APPEARANCE, value=row.cell("appearance"))


def _note_unused(row: FormRow, notes: Notes) -> None:
    """Note every filled cell of a question that no reader looks at."""
    for column, cell in row.cells.items():
        if column in COLUMN_REASONS:
            reason, detail = COLUMN_REASONS[column]
            notes.add(row.line, row.name, reason, **{detail: cell})
        elif column not in COLUMNS_READ or (column == "readonly" and cell.lower() in OFF):
            notes.add(row.line, row.name, Why.SETTING, setting=column, value=cell)
    if not row.own:
        for column in ("guidance_hint", "required_message"):
            if row.text(column):
                notes.add(row.line, row.name, Why.SETTING, setting=column, value=pick(row.text(column), "en"))
    for text in (*row.text("label").values(), *row.text("hint").values()):
        if not row.own.get("unlinked") and (found := PIPED.search(text)):
            notes.add(row.line, row.name, Why.PIPED, place=found[0])


def _lists(rows: Sequence[FormRow], notes: Notes) -> Mapping[str, Sequence[FormRow]]:
    lists: dict[str, list[FormRow]] = defaultdict(list)
    for row in rows:
        if not (row.cell("list_name") and row.cell("name")):
            notes.add(row.line, row.name, Why.STRAY)
            continue
        found = lists[row.cell("list_name")]
        if not row.own.get(NO_CHOICE):
            found.append(row)
        for column, cell in row.cells.items():
            if column == "media":
                notes.add(row.line, row.name, Why.MEDIA, file=cell)
            elif column not in CHOICE_COLUMNS:
                notes.add(row.line, row.name, Why.SETTING, setting=column, value=cell)
    return lists


def _read_settings(sheets: Sheets, notes: Notes) -> str:
    """Return the title; note settings that change what a form does, and sheets that are not read."""
    line, settings = settings_of(sheets)
    for name, value in settings.items():
        if value and name and name not in SETTINGS_READ:
            notes.add(line, name, Why.SETTING, setting=name, value=value)
    for sheet, rows in sheets.items():
        if sheet not in SHEETS_READ and rows:
            notes.add(1, sheet, Why.SHEET, sheet=sheet)
    return settings.get("form_title", "")
