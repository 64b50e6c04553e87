"""Reading tables: what is in the file decides, broken rows are named, and nothing is cut."""

from contextlib import suppress
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange import sheets, xlsx_in
from survey_engine.exchange.refusals import About, Reason
from survey_engine.exchange.sheets import Sheet
from survey_engine.exchange.tables_in import read_table


def read(text: str, encoding: str = "utf-8", named: str | None = None) -> Sheet:
    return read_table("atbildes.csv", text.encode(encoding), named)


def cells(sheet: Sheet) -> list[list[str]]:
    return [list(row.cells) for row in sheet.rows]


def workbook(*rows: tuple[object, ...], more: tuple[str, ...] = ()) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name in more:
        book.create_sheet(name)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_cells_are_told_apart_by_what_separates_the_heading(delimiter: str) -> None:
    sheet = read(f'id{delimiter}text\n1{delimiter}"a{delimiter}b"\n')

    assert cells(sheet) == [["1", f"a{delimiter}b"]]


def test_commas_belong_to_the_text_when_the_heading_has_one_column() -> None:
    assert cells(read("text\nJā, un nē; varbūt\n")) == [["Jā, un nē; varbūt"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_survive_in_every_unicode_encoding(encoding: str) -> None:
    sheet = read("id,teksts\n1,Ķekavas šķūnis – Привет\n", encoding)

    assert sheet.columns == ("id", "teksts")
    assert cells(sheet) == [["1", "Ķekavas šķūnis – Привет"]]


@pytest.mark.parametrize(
    ("encoding", "text", "guess"),
    [
        ("cp1257", "Mūsu pagastā trūkst pulcēšanās vietas", "Windows-1257 (Baltic)"),
        ("cp1251", "Нам не хватает места для встреч", "Windows-1251 (Cyrillic)"),
    ],
)
def test_other_encodings_are_refused_with_a_guess_and_read_when_named(
    encoding: str, text: str, guess: str
) -> None:
    with pytest.raises(EngineError) as refused:
        read(f"id,text\n1,{text}\n", encoding)
    named = read(f"id,text\n1,{text}\n", encoding, named=encoding)

    assert (refused.value.problem, refused.value.details["guess"]) == (Problem.FILE_ENCODING, guess)
    assert refused.value.details["line"] == 2
    assert cells(named) == [["1", text]]
    assert [remark.about for remark in named.remarks] == [About.ENCODING]


def test_lines_are_counted_as_an_editor_counts_them_when_texts_have_line_breaks() -> None:
    sheet = read('id,text\n1,"a\nb"\n2,c\n')

    assert [row.line for row in sheet.rows] == [2, 4]


def test_a_broken_row_is_refused_and_the_next_one_read() -> None:
    sheet = read('id,text\n1,"a"b\n2,c\n3,d,e\n4\n5,f\n')

    assert cells(sheet) == [["2", "c"], ["5", "f"]]
    assert [(refusal.line, refusal.reason) for refusal in sheet.refused] == [
        (2, Reason.BROKEN_ROW),
        (4, Reason.TOO_MANY_CELLS),
        (5, Reason.TOO_FEW_CELLS),
    ]


def test_a_quotation_mark_that_never_closes_says_how_much_it_swallowed() -> None:
    sheet = read('id,text\n1,a\n2,"b\n3,c\n4,d\n')

    assert cells(sheet) == [["1", "a"]]
    assert [refusal.say(str) for refusal in sheet.refused] == [
        "atbildes.csv:3: a quotation mark opens here and is never closed; nothing after it was read (down to line 5)"
    ]


def test_blank_rows_are_counted_and_not_refused() -> None:
    sheet = read("id,text\n\n,\n1,a\n , \n")

    assert (cells(sheet), sheet.refused) == ([["1", "a"]], ())
    assert [remark.details["number"] for remark in sheet.remarks] == [2]


def test_a_column_is_found_by_name_or_its_absence_said_with_the_names_there_are() -> None:
    sheet = read("id, teksts ,id\n1,a,2\n")

    assert sheet.position("teksts") == 1
    with pytest.raises(EngineError) as twice:
        sheet.position("id")
    with pytest.raises(EngineError) as missing:
        sheet.position("grupa")
    assert twice.value.problem == Problem.COLUMN_TWICE
    assert missing.value.details["columns"] == "id, teksts, id"


def test_numbers_dates_and_gaps_of_a_workbook_become_text() -> None:
    content = workbook(
        ("id", "text", "when"),
        (1, "a", date(2026, 5, 12)),
        (None, None, None),
        (2.0, 3.5),
        more=("Otra",),
    )

    sheet = read_table("atbildes.xlsx", content)

    assert cells(sheet) == [["1", "a", "2026-05-12T00:00:00"], ["2", "3.5", ""]]
    assert [row.line for row in sheet.rows] == [2, 4]
    assert {remark.about: remark.details for remark in sheet.remarks} == {
        About.ROWS_BLANK: {"file": "atbildes.xlsx", "number": 1},
        About.SHEETS_IGNORED: {"file": "atbildes.xlsx", "sheets": "Otra"},
    }


def test_a_workbook_row_wider_than_the_heading_is_refused() -> None:
    sheet = read_table("a.xlsx", workbook(("id", "text"), (1, "a", "b"), (2, "c")))

    assert cells(sheet) == [["2", "c"]]
    assert [(refusal.line, refusal.details) for refusal in sheet.refused] == [
        (2, {"found": 3, "expected": 2})
    ]


def problem_of(name: str, content: bytes) -> Problem:
    with pytest.raises(EngineError) as refused:
        read_table(name, content)
    assert refused.value.say(str)
    return refused.value.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.FILE_EMPTY),
        (b"\n\n , ,\n", Problem.FILE_EMPTY),
        (b'"never closed', Problem.FILE_BROKEN),
        (b"%PDF-1.7 ...", Problem.FILE_KIND),
        (b"\xd0\xcf\x11\xe0 old excel", Problem.FILE_KIND),
        (b"PK\x03\x04 but no zip", Problem.FILE_BROKEN),
        (b"a" + b",a" * 1_000_000, Problem.COLUMNS_TOO_MANY),
    ],
)
def test_files_that_are_something_else_are_refused_in_words(content: bytes, problem: Problem) -> None:
    assert problem_of("a.csv", content) == problem


def test_a_truncated_workbook_is_refused_wherever_it_is_cut() -> None:
    content = workbook(("id", "text"), *((number, "teksts") for number in range(50)))

    problems = {problem_of("a.xlsx", content[: len(content) * part // 10]) for part in range(1, 10)}

    assert problems == {Problem.FILE_BROKEN}


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_in, "LARGEST_UNPACKED", 1_000_000)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 5_000_000)

    assert problem_of("a.xlsx", content.getvalue()) == Problem.FILE_TOO_LARGE


def test_a_file_over_the_limit_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "LARGEST_FILE", 10)

    assert problem_of("a.csv", b"id,text\n1,abcdef\n") == Problem.FILE_TOO_LARGE


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_random_bytes_are_read_or_refused_and_never_crash(content: bytes) -> None:
    for start in (b"", b"id,text\n", b"PK\x03\x04"):
        with suppress(EngineError):
            sheet = read_table("a.csv", start + content)
            assert all(len(row.cells) == len(sheet.columns) for row in sheet.rows)
