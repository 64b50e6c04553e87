"""Write a questionnaire as an XLSForm that pyxform and ODK Validate take without a word."""

import json
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import Any

from survey_engine.design.keys import slug
from survey_engine.design.kinds import OpenText
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.fields import fields_apart, restored
from survey_engine.exchange.forms.tongues import column_language, languages_in
from survey_engine.exchange.forms.whole import beside_questions, with_keys
from survey_engine.exchange.forms.workbooks import Sheets
from survey_engine.exchange.forms.xlsform.kinds_out import NOT_MISSED, NOT_MISSED_IN, WRITERS
from survey_engine.exchange.forms.xlsform.lines import OWN, Cells, Lines, noted
from survey_engine.exchange.forms.xlsform.patterns import write_pattern
from survey_engine.exchange.forms.xlsform.reading import carry
from survey_engine.exchange.sheets import Row
from survey_engine.exchange.xlsx_out import LONGEST_CELL, escaped

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
TRANSLATED = ("label", "hint", "guidance_hint", "constraint_message")
PLAIN = ("required", "relevant", "default", "appearance", "constraint", "parameters", OWN)
Rows = list[Cells]


def write_xlsform(outgoing: Outgoing) -> Written:
    """Return the workbook; what its users will miss is listed by the number of the question.

    Names and option codes are kept where they are plain ASCII; others get a plain name. What the
    rows do not say comes back from the column `balsis`. Raises CELL_TOO_LONG.
    """
    notes = Notes()
    languages = languages_in(outgoing.form, outgoing.languages) or ("en",)
    form = with_keys(outgoing.form)
    sheets = Lines(languages)
    for number, question in enumerate(form.questions, start=1):
        if question.kind in WRITERS:
            sheets.enter(form.section(question.section))
            draft = WRITERS[question.kind](question, languages)
            sheets.add(question, draft, number)
            for reason, details in draft.lost:
                notes.add(number, question.key, reason, **details)
        else:
            notes.add(number, question.key, Why.KIND_OUT, kind=question.kind)
    sheets.enter(None)
    _keep_the_rest(sheets, notes)
    survey, choices = sheets.rows()
    beside = beside_questions(form)
    for field in (name for name in beside if name != "sections"):
        notes.add(0, "", Why.FIELD, field=field)
    settings = _settings(outgoing.title, languages, survey, choices, beside)
    return Written(_workbook(survey, choices, settings, languages), notes.all())


def _keep_the_rest(sheets: Lines, notes: Notes) -> None:
    """Read the rows back, and note in each question what they do not say of it."""
    survey, choices = sheets.rows()
    unnoted = Notes()
    found = {one.key: one for one in carry(_as_read(survey, choices)).form.questions}
    for asked in sheets.asked:
        question, read = asked.question, found.get(asked.question.key)
        if read is not None and read.kind != question.kind:
            asked.line.own["kind"] = question.kind
            read = restored(read, question.kind, {}, unnoted, asked.number, question.key)
        apart = fields_apart(question, read)
        if apart:
            asked.line.own["fields"] = apart
        said = {"show_if"} if "relevant" in asked.line.own else set()
        if isinstance(question, OpenText) and write_pattern(question.pattern):
            # Its message stands beside the constraint, and is not read from there.
            said.add("pattern")
        for field in sorted(apart.keys() - said - NOT_MISSED - NOT_MISSED_IN.get(question.kind, set())):
            notes.add(asked.number, question.key, Why.FIELD, field=field)


def _as_read(survey: Rows, choices: Rows) -> Sheets:
    """Return rows as a reader of workbooks gives them."""
    return {SURVEY: _sheet(survey), CHOICES: _sheet(choices)}


def _sheet(rows: Rows) -> tuple[Row, ...]:
    columns = list(dict.fromkeys(column for row in rows for column in row)) or ["type"]
    lines = (Row(line, [row.get(column, "") for column in columns]) for line, row in enumerate(rows, start=2))
    return (Row(1, columns), *lines)


def _settings(
    title: str, languages: Sequence[str], survey: Rows, choices: Rows, beside: dict[str, Any]
) -> Rows:
    """Return the settings; the version says what the form holds, so that the same form has the same one."""
    content = json.dumps([survey, choices], ensure_ascii=False, sort_keys=True).encode()
    return [
        {
            "form_title": title,
            "form_id": slug(title) or "questionnaire",
            "version": str(int(sha256(content).hexdigest()[:8], 16)),
            "default_language": column_language(languages[0]),
            # Without it, line breaks in texts would become spaces.
            "clean_text_values": "no",
            **({OWN: noted(beside)} if beside else {}),
        }
    ]


def _workbook(survey: Rows, choices: Rows, settings: Rows, languages: Sequence[str]) -> bytes:
    from openpyxl import Workbook  # loaded when needed: 0.3 s

    book = Workbook(write_only=True)
    _add_sheet(book, SURVEY, survey, _columns(("type", "name"), TRANSLATED, PLAIN, survey, languages))
    _add_sheet(
        book, CHOICES, choices, _columns(("list_name", "name"), ("label",), (OWN,), choices, languages)
    )
    _add_sheet(book, SETTINGS, settings, tuple(settings[0]))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _columns(
    first: tuple[str, ...],
    translated: tuple[str, ...],
    last: tuple[str, ...],
    rows: Rows,
    languages: Sequence[str],
) -> tuple[str, ...]:
    """Return the columns that hold something; a translated one in all languages, as pyxform asks."""
    used = {column for row in rows for column, text in row.items() if text}
    middle = [
        [f"{column}::{column_language(code)}" for code in languages]
        for column in translated
        if column == "label" or any(f"{column}::{column_language(code)}" in used for code in languages)
    ]
    return (*first, *(name for group in middle for name in group), *(name for name in last if name in used))


def _add_sheet(book: Any, title: str, rows: Rows, columns: tuple[str, ...]) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.append([_text_cell(sheet, column) for column in columns])
    for row in rows:
        sheet.append([_text_cell(sheet, row.get(column, "")) for column in columns])


def _text_cell(sheet: Any, text: str) -> Any:
    """Return a cell that is text whatever it starts with: a label may begin with = or -."""
    from openpyxl.cell import WriteOnlyCell

    if not text:
        return None
    safe = escaped(text).replace("\r", "_x000D_")
    if len(safe.encode("utf-16-le")) // 2 > LONGEST_CELL:
        raise EngineError(Problem.CELL_TOO_LONG, answer=text[:40])
    cell = WriteOnlyCell(sheet, value=safe)
    cell.data_type = "s"
    return cell
