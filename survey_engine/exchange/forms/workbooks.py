"""Read every sheet of a workbook as text: XLSX, and the XLS of older programs."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.sheets import MOST_COLUMNS, Row, is_blank, refuse_large
from survey_engine.exchange.xlsx_in import ZIP_MARK, cell_text, refuse_bomb

OLD_MARK = b"\xd0\xcf\x11\xe0"
# A questionnaire is small; what has more rows than this is something else.
MOST_ROWS = 100_000
KINDS = "XLSX, XLS"
Sheets = dict[str, tuple[Row, ...]]


def read_workbook(name: str, content: bytes) -> Sheets:
    """Return the rows of each sheet that are not blank, by the sheet's name in lower case.

    Raises FILE_TOO_LARGE, FILE_EMPTY, FILE_BROKEN, FILE_KIND, ROWS_TOO_MANY, COLUMNS_TOO_MANY.
    """
    refuse_large(name, len(content))
    if content.startswith(ZIP_MARK):
        refuse_bomb(name, content)
        read = _read_xlsx
    elif content.startswith(OLD_MARK):
        read = _read_xls
    else:
        raise EngineError(Problem.FILE_KIND, name=name, kinds=KINDS)
    try:
        return {sheet.strip().lower(): _kept(name, rows) for sheet, rows in read(content)}
    except EngineError:
        raise
    except Exception as error:  # the libraries answer damaged files with a dozen kinds of errors
        raise EngineError(Problem.FILE_BROKEN, name=name) from error


def _read_xlsx(content: bytes) -> Iterator[tuple[str, Iterable[Iterable[Any]]]]:
    from openpyxl import load_workbook  # loaded when needed: 0.3 s

    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        # The stated size of a sheet is often wrong, and would be filled up with empty cells.
        sheet.reset_dimensions()
        yield sheet.title, sheet.iter_rows(values_only=True)
    book.close()


def _read_xls(content: bytes) -> Iterator[tuple[str, Iterable[Iterable[Any]]]]:
    from xlrd import open_workbook  # only for the old format

    with open_workbook(file_contents=content, on_demand=True) as book:
        for sheet in book.sheets():
            yield sheet.name, (sheet.row_values(row) for row in range(sheet.nrows))


def _kept(name: str, rows: Iterable[Iterable[Any]]) -> tuple[Row, ...]:
    kept: list[Row] = []
    for line, values in enumerate(rows, start=1):
        cells = [cell_text(value) for value in values]
        if line > MOST_ROWS:
            raise EngineError(Problem.ROWS_TOO_MANY, name=name, most=MOST_ROWS)
        if len(cells) > MOST_COLUMNS:
            raise EngineError(Problem.COLUMNS_TOO_MANY, name=name, number=len(cells), most=MOST_COLUMNS)
        if not is_blank(cells):
            kept.append(Row(line, cells))
    return tuple(kept)
