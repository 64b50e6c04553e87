"""Open answers from a table: each text column becomes an open question, each row a person.

A row is good or bad as a whole. Texts are taken exactly as they stand in the cell; only in
a file that Balsis itself wrote is the protection against formulas taken off again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from survey_engine.collect.models import Origin
from survey_engine.design.keys import make_key
from survey_engine.design.kinds import OpenText
from survey_engine.design.kinds.open import LONGEST_TEXT
from survey_engine.exchange.formulas import is_protected, unprotect
from survey_engine.exchange.intake import Intake, NamedGroup, Person, Said
from survey_engine.exchange.languages import language_code, language_of_most
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import Row, Sheet
from survey_engine.ids import new_id


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what. `language` names a column or, where there is none, is a code for all."""

    texts: tuple[str, ...]
    group: str | None = None
    participant: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns stand, and the language that holds for all rows."""

    texts: tuple[int, ...]
    group: int | None
    participant: int | None
    language: int | None
    fixed: str | None


@dataclass(frozen=True, slots=True)
class _Answered:
    """A good row: who, in which group and language, and the text of each question ('' for none)."""

    line: int
    participant: str
    group: str
    language: str | None
    texts: tuple[str, ...]


def read_answers(
    sheet: Sheet, columns: Columns, *, now: datetime, study_language: str | None = None
) -> Intake:
    """Return the open answers of a table; raise COLUMN_MISSING, COLUMN_TWICE, ROWS_NONE.

    `study_language` is that of the study that they are for; a new study gets the one that most texts are in.
    """
    places = _places(sheet, columns)
    good: list[_Answered] = []
    refused = list(sheet.refused)
    lines: dict[str, int] = {}
    for row in sheet.rows:
        read = _answered(sheet, row, places, lines)
        if isinstance(read, Refusal):
            refused.append(read)
        else:
            good.append(read)
            if read.participant:
                lines[read.participant] = row.line
    language = places.fixed or study_language or language_of_most([t for a in good for t in a.texts])
    questions = _questions([sheet.columns[place] for place in places.texts], language)
    groups = list(dict.fromkeys(answered.group for answered in good if answered.group))
    return Intake(
        name=sheet.name,
        title=sheet.name.rsplit(".", 1)[0],
        purpose="",
        language=language,
        origin=Origin.IMPORT,
        groups=tuple(NamedGroup(name, {language: name}) for name in groups),
        questions=questions,
        people=[
            Person(number, answered.participant, answered.group or None, answered.language, now)
            for number, answered in enumerate(good, start=1)
        ],
        # A microsecond apart: whoever sorts by time gets the rows as they stand in the file.
        said=[
            Said(number, question.id, 0, (), text, answered.language, now + timedelta(microseconds=number))
            for number, answered in enumerate(good, start=1)
            for question, text in zip(questions, answered.texts, strict=True)
            if text.strip()
        ],
        held_at=now,
        ended_at=now,
        refused=tuple(sorted(refused, key=lambda refusal: refusal.line)),
        remarks=(*sheet.remarks, *_remarks(sheet, places, good)),
    ).refuse_empty()


def _places(sheet: Sheet, columns: Columns) -> _Places:
    def place(column: str | None) -> int | None:
        return sheet.position(column) if column else None

    code = language_code(columns.language or "")
    is_code = columns.language is not None and columns.language not in sheet.columns and code is not None
    return _Places(
        texts=tuple(sheet.position(column) for column in dict.fromkeys(columns.texts)),
        group=place(columns.group),
        participant=place(columns.participant),
        language=None if is_code else place(columns.language),
        fixed=code if is_code else None,
    )


def _answered(sheet: Sheet, row: Row, places: _Places, lines: dict[str, int]) -> _Answered | Refusal:
    def cell(place: int | None) -> str:
        return "" if place is None else row.cells[place].strip()

    texts = tuple(_text(sheet, row.cells[place]) for place in places.texts)
    participant, language = cell(places.participant), cell(places.language)
    longest = max(map(len, texts))
    if not any(text.strip() for text in texts):
        return Refusal(sheet.name, row.line, Reason.TEXT_EMPTY)
    if longest > LONGEST_TEXT:
        too_long = {"length": longest, "longest": LONGEST_TEXT}
        return Refusal(sheet.name, row.line, Reason.TEXT_TOO_LONG, too_long)
    if language and language_code(language) is None:
        return Refusal(sheet.name, row.line, Reason.LANGUAGE_UNKNOWN, {"language": language})
    if participant in lines:
        details = {"participant": participant, "line": lines[participant]}
        return Refusal(sheet.name, row.line, Reason.PARTICIPANT_TWICE, details)
    code = language_code(language) or places.fixed
    return _Answered(row.line, participant, _text(sheet, cell(places.group)), code, texts)


def _text(sheet: Sheet, cell: str) -> str:
    return unprotect(cell) if sheet.is_own else cell


def _questions(columns: Sequence[str], language: str) -> tuple[OpenText, ...]:
    questions: list[OpenText] = []
    for column in columns:
        texts = {language: column}
        key = make_key(texts, {question.key for question in questions})
        questions.append(OpenText(id=new_id(), key=key, text=texts, longest=LONGEST_TEXT))
    return tuple(questions)


def _remarks(sheet: Sheet, places: _Places, good: Sequence[_Answered]) -> tuple[Remark, ...]:
    used = (*places.texts, places.group, places.participant, places.language)
    named = tuple(sheet.columns[place] for place in used if place is not None)
    empty = sum(not text.strip() for answered in good for text in answered.texts)
    undone = sum(is_protected(row.cells[place]) for row in sheet.rows for place in places.texts)
    counted = (
        (About.CELLS_EMPTY, empty),
        (About.PROTECTION_UNDONE, undone if sheet.is_own else 0),
    )
    return (
        *sheet.remark_on_columns(named),
        *(Remark(about, {"file": sheet.name, "number": number}) for about, number in counted if number),
    )
