"""Write a questionnaire as an XLSForm that pyxform and ODK Validate take without a word."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from typing import Any

from survey_engine.design.keys import slug
from survey_engine.design.kinds import AnyQuestion
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Notes, Outgoing, Why, Written
from survey_engine.exchange.forms.names import ascii_code, ascii_name
from survey_engine.exchange.forms.tongues import column_language, languages_in
from survey_engine.exchange.forms.xlsform.drafts import NO_CHOICE, REFERENCE, UNLINKED, Choice, Draft
from survey_engine.exchange.forms.xlsform.kinds_out import WRITERS
from survey_engine.exchange.xlsx_out import LONGEST_CELL, escaped
from survey_engine.texts import Texts, has_text, pick

SURVEY, CHOICES, SETTINGS, OWN = "survey", "choices", "settings", "balsis"
RESERVED = ("meta", "data", "instanceid", "instancename", "audit")
TRANSLATED = ("label", "hint", "guidance_hint", "constraint_message")
PLAIN = ("required", "appearance", "constraint", "parameters", OWN)
LONGEST_NAME = 64
Rows = list[dict[str, str]]


def write_xlsform(outgoing: Outgoing) -> Written:
    """Return the workbook; what its users will miss is listed by the number of the question.

    Names and option codes are kept where they are plain ASCII; others get a plain name and come
    back from the column `balsis`. Raises CELL_TOO_LONG.
    """
    notes = Notes()
    languages = languages_in(outgoing.form, outgoing.languages) or ("en",)
    survey: Rows = []
    choices: Rows = []
    taken: set[str] = set()
    for number, question in enumerate(outgoing.form.questions, start=1):
        if question.kind not in WRITERS:
            notes.add(number, question.key, Why.KIND_OUT, kind=question.kind)
            continue
        draft = WRITERS[question.kind](question, languages)
        for reason, details in draft.lost:
            notes.add(number, question.key, reason, **details)
        name = ascii_name(question.key, taken, RESERVED, LONGEST_NAME)
        taken.add(name)
        survey.append(_survey_row(question, draft, name, languages))
        choices.extend(_choice_rows(draft.choices, name, languages))
        if "{list}" in draft.type and not draft.choices:
            choices.append(_no_choice(name, languages))
    settings = _settings(outgoing.title, languages, survey, choices)
    return Written(_workbook(survey, choices, settings, languages), notes.all())


def _survey_row(question: AnyQuestion, draft: Draft, name: str, languages: Sequence[str]) -> dict[str, str]:
    own: dict[str, Any] = dict(draft.own)
    if name != question.key:
        own["key"] = question.key
    label = question.text
    if not has_text(label):
        own["text"] = False
        label = dict.fromkeys(languages, question.key)
    texts = _filled({"label": label, "hint": question.help}, languages, own)
    return {
        "type": draft.type.format(list=name),
        "name": name,
        **_translated({**texts, **draft.texts}, languages),
        "required": "yes" if question.required and question.takes_answers else "",
        **{column: text.format(list=name) for column, text in draft.cells.items()},
        OWN: json.dumps(own, ensure_ascii=False) if own else "",
    }


def _choice_rows(choices: Sequence[Choice], name: str, languages: Sequence[str]) -> Iterator[dict[str, str]]:
    taken: set[str] = set()
    for choice in choices:
        code = ascii_code(choice.code, taken)
        taken.add(code)
        own: dict[str, Any] = {} if code == choice.code else {"code": choice.code}
        label = choice.label
        if not has_text(label):
            own["label"] = False
            label = dict.fromkeys(languages, choice.code)
        yield {
            "list_name": name,
            "name": code,
            **_translated(_filled({"label": label}, languages, own), languages),
            OWN: json.dumps(own, ensure_ascii=False) if own else "",
        }


def _no_choice(name: str, languages: Sequence[str]) -> dict[str, str]:
    """Return a row for a question without options yet: a list must not be empty."""
    label = _translated({"label": dict.fromkeys(languages, "–")}, languages)
    return {"list_name": name, "name": "none", **label, OWN: json.dumps({NO_CHOICE: True})}


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


def _translated(texts: dict[str, Texts], languages: Sequence[str]) -> dict[str, str]:
    return {
        f"{column}::{column_language(code)}": said.get(code, "")
        for column, said in texts.items()
        for code in languages
    }


def _settings(title: str, languages: Sequence[str], survey: Rows, choices: Rows) -> Rows:
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
