"""Read an XLSForm, row by row: what has no place in Balsis is listed, and nothing is left out in silence."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from survey_engine.design.kinds import AnyQuestion
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried, Notes, Why
from survey_engine.exchange.forms.fields import restored
from survey_engine.exchange.forms.gathering import Gathering
from survey_engine.exchange.forms.whole import put_together
from survey_engine.exchange.forms.whole_kinds import kind_in_pieces
from survey_engine.exchange.forms.workbooks import Sheets, read_workbook
from survey_engine.exchange.forms.xlsform.defaults import read_default
from survey_engine.exchange.forms.xlsform.drafts import NO_CHOICE, PART
from survey_engine.exchange.forms.xlsform.kinds_in import READERS, Source
from survey_engine.exchange.forms.xlsform.layout import (
    OWN,
    FormRow,
    default_language,
    languages_of,
    own_in,
    read_rows,
    settings_of,
)
from survey_engine.exchange.forms.xlsform.rules import read_rule
from survey_engine.exchange.forms.xlsform.sections_in import Sections
from survey_engine.exchange.forms.xlsform.tables_in import Table, blocks, is_in_pieces, read_table
from survey_engine.exchange.forms.xlsform.types import (
    CALCULATED,
    DEVICE,
    SAME_TYPES,
    selected,
    type_of,
)
from survey_engine.texts import pick

Lists = Mapping[str, Sequence[FormRow]]
SHEETS_READ = {"survey", "choices", "settings"}
# What identifies or lays out a form, and says nothing about its questions.
SETTINGS_READ = {"form_title", "form_id", "version", "default_language", "clean_text_values", "style", "name"}
COLUMNS_READ = {"type", "name", "required", "appearance", "constraint", "parameters", "disabled", "readonly"}
COLUMN_REASONS: Mapping[str, tuple[Why, str]] = {
    "relevant": (Why.RULE, "rule"),
    "calculation": (Why.CALCULATION, "rule"),
    "media": (Why.MEDIA, "file"),
}
CHOICE_COLUMNS = {"list_name", "name"}
OFF = {"yes", "true", "true()", "1"}
PIPED = re.compile(r"\$\{[^}]*\}")
LABELLIST = re.compile(r"tick_labelset\s*=\s*([^\s,;]+)")


def read_xlsform(name: str, content: bytes) -> Carried:
    """Return the questionnaire in an XLSForm; raise SHEET_MISSING, COLUMN_MISSING and as `read_workbook`."""
    sheets = read_workbook(name, content)
    _refuse_other(name, sheets)
    return carry(sheets)


def carry(sheets: Sheets) -> Carried:
    """Return the questionnaire in sheets of which `survey` is there, and what did not come along."""
    notes = Notes()
    language = default_language(sheets)
    survey = read_rows(sheets["survey"], language, notes)
    choices = _lists(read_rows(sheets.get("choices", ()), language, notes), notes)
    gathering = Gathering(notes)
    sections = Sections(notes)
    for block in blocks(survey):
        gathering.section, before = sections.current, len(gathering.questions)
        if isinstance(block, Table):
            _read_table(block, choices, gathering)
        elif not sections.take(block):
            _read_row(block, choices, gathering)
        if len(gathering.questions) > before:
            sections.use()
    title, beside = _read_settings(sheets, notes)
    beside["sections"] = sections.together(beside.get("sections"))
    form = put_together(gathering.form().questions, beside, notes)
    languages = languages_of(sheets["survey"], language)
    return Carried(form, languages, notes.all(), title)


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


def _read_row(row: FormRow, choices: Lists, gathering: Gathering) -> None:
    notes, said = gathering.notes, type_of(row)
    if PART in row.own:
        return
    if not said:
        notes.add(row.line, row.name, Why.STRAY)
    elif row.cell("disabled").lower() in OFF:
        notes.add(row.line, row.name, Why.FEATURE, feature="disabled")
    elif kind := kind_in_pieces(str(row.own.get("kind"))):
        made = Source(row, notes).make(kind)
        gathering.add(_with_own(made, row, gathering) if made else None, row.line, row.name)
    else:
        source, read = _source(row, said, choices, notes)
        question = read(source) if read else None
        if question is not None:
            _note_unused(row, notes)
            question = _with_default(question, row, source.choices, notes)
            question = _with_own(question, row, gathering)
        gathering.add(question, row.line, row.name)


def _with_default(
    question: AnyQuestion, row: FormRow, choices: Sequence[FormRow], notes: Notes
) -> AnyQuestion:
    """Return the question with what is chosen beforehand; what is no plain answer to it is noted."""
    given = row.cell("default")
    code = read_default(given, question, choices) if given else ""
    if given and not code:
        notes.add(row.line, row.name, Why.DEFAULT, value=given)
    return question.model_copy(update={"default": (code,)}) if code else question


def _read_table(table: Table, choices: Lists, gathering: Gathering) -> None:
    if is_in_pieces(table.head):
        _read_row(table.head, choices, gathering)
        for row in table.rows:
            if PART not in row.own:
                gathering.notes.add(row.line, row.name, Why.STRAY)
        return
    named = next((select[1] for row in table.rows if (select := selected(row))), "")
    list_name = named or table.head.cell("name").lower()
    source = Source(table.head, gathering.notes, list_name, choices.get(list_name, ()), list_name in choices)
    question = read_table(table, source)
    if question is not None:
        for row in (table.head, *table.rows):
            _note_unused(row, gathering.notes)
        question = _with_own(question, table.head, gathering)
    gathering.add(question, table.head.line, table.head.name)


def _with_own(question: AnyQuestion, row: FormRow, gathering: Gathering) -> AnyQuestion | None:
    """Return the question with what Balsis noted of it."""
    question = _with_rule(question, row, gathering)
    notes = gathering.notes
    kind, fields = str(row.own.get("kind", question.kind)), row.own.get("fields", {})
    if not isinstance(fields, dict):
        notes.add(row.line, row.name, Why.NOTE_UNREADABLE, column=OWN, value=str(fields)[:60])
        fields = {}
    if row.cell("relevant") != row.own.get("relevant", ""):
        # Somebody has changed the condition since Balsis wrote it.
        fields = {name: value for name, value in fields.items() if name != "show_if"}
    if kind == question.kind and not fields:
        return question
    return restored(question, kind, fields, notes, row.line, row.name)


def _with_rule(question: AnyQuestion, row: FormRow, gathering: Gathering) -> AnyQuestion:
    """Return the question in its section, with the condition of its row where Balsis can keep that."""
    relevant = row.cell("relevant")
    question = question.model_copy(update={"section": gathering.section})
    if not relevant or relevant == row.own.get("relevant"):
        return question
    rule = read_rule(relevant, gathering.questions)
    if rule is None:
        gathering.notes.add(row.line, row.name, Why.RULE, rule=relevant)
        return question
    return question.model_copy(update={"show_if": rule})


def _source(
    row: FormRow, said: str, choices: Lists, notes: Notes
) -> tuple[Source, Callable[[Source], AnyQuestion | None] | None]:
    """Return the row with its choices, and how it is read; None after noting that it is not."""
    plain = said.lower()
    if select := selected(row):
        type_name, list_name, or_other = select
        found = choices.get(list_name, ())
        source = Source(row, notes, list_name, found, list_name in choices, or_other)
    else:
        type_name = SAME_TYPES.get(plain, plain)
        labels = LABELLIST.search(row.cell("parameters"))
        source = Source(row, notes, choices=choices.get(labels[1], ()) if labels else ())
    read = READERS.get(type_name)
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


def _note_unused(row: FormRow, notes: Notes) -> None:
    """Note every filled cell of a question that no reader looks at."""
    for column, cell in row.cells.items():
        if column in ("relevant", "default"):
            continue
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


def _lists(rows: Sequence[FormRow], notes: Notes) -> Lists:
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


def _read_settings(sheets: Sheets, notes: Notes) -> tuple[str, dict[str, Any]]:
    """Return the title, and what Balsis noted of the whole; note settings that change what a form does, and sheets that are not read."""
    line, settings = settings_of(sheets)
    for name, value in settings.items():
        if value and name and name not in (*SETTINGS_READ, OWN):
            notes.add(line, name, Why.SETTING, setting=name, value=value)
    for sheet, rows in sheets.items():
        if sheet not in SHEETS_READ and rows:
            notes.add(1, sheet, Why.SHEET, sheet=sheet)
    beside = own_in(settings.get(OWN, ""), line, "settings", notes)
    return settings.get("form_title", ""), dict(beside)
