"""Read the first sheet of an XLSX workbook as text; what it would unpack to is bounded before it is opened."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    heading,
    is_blank,
    refuse_large,
    remark_on_blanks,
)

LARGEST_UNPACKED = 300_000_000
MOST_PARTS = 2_000
ZIP_MARK = b"PK"
# ECMA-376 writes characters that XML cannot hold as _xHHHH_; openpyxl leaves them so.
ESCAPED = re.compile("_x(00[01][0-9A-Fa-f]|005[Ff]|FFF[EFef])_")


def read_xlsx(name: str, content: bytes) -> Sheet:
    """Return the table on the first sheet.

    Raises FILE_TOO_LARGE, FILE_EMPTY, FILE_BROKEN, COLUMNS_TOO_MANY, ROWS_TOO_MANY.
    """
    refuse_bomb(name, content)
    try:
        found = list(_cells(name, content))
        others = _other_sheets(content)
    except EngineError:
        raise
    except Exception as error:  # the library answers damaged files with a dozen kinds of errors
        raise EngineError(Problem.FILE_BROKEN, name=name) from error
    filled = [row for row in found if not is_blank(row.cells)]
    if not filled:
        raise EngineError(Problem.FILE_EMPTY, name=name)
    columns = heading(name, _trimmed(filled[0].cells))
    blank = filled[-1].line - filled[0].line + 1 - len(filled)
    rows, refused = _fitted(name, filled[1:], len(columns))
    return Sheet(name, columns, rows, refused, (*remark_on_blanks(name, blank), *_remark(name, others)))


def refuse_bomb(name: str, content: bytes) -> None:
    """Raise FILE_TOO_LARGE, FILE_EMPTY, FILE_BROKEN for a zip that is damaged or would unpack to too much."""
    refuse_large(name, len(content))
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise EngineError(Problem.FILE_BROKEN, name=name) from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        most = LARGEST_UNPACKED // 1_000_000
        raise EngineError(Problem.FILE_TOO_LARGE, name=name, size=unpacked // 1_000_000, most=most)


def _cells(name: str, content: bytes) -> Iterator[Row]:
    from openpyxl import load_workbook  # loaded when needed: 0.3 s

    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheet = book.worksheets[0]
    # The stated size of a sheet is often wrong, and would be filled up with empty cells.
    sheet.reset_dimensions()
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if line > MOST_ROWS:
            raise EngineError(Problem.ROWS_TOO_MANY, name=name, most=MOST_ROWS)
        if len(values) > MOST_COLUMNS:
            raise EngineError(Problem.COLUMNS_TOO_MANY, name=name, number=len(values), most=MOST_COLUMNS)
        if any(value is not None for value in values):
            yield Row(line, [cell_text(value) for value in values])
    book.close()


def _other_sheets(content: bytes) -> tuple[str, ...]:
    from openpyxl import load_workbook

    return tuple(load_workbook(BytesIO(content), read_only=True).sheetnames[1:])


def cell_text(value: Any) -> str:
    """Return the value of a cell as text; whole numbers without a point, dates as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, str):
        return ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)


def _trimmed(cells: Any) -> list[str]:
    """Return the heading without the empty cells after its last name."""
    last = max(place for place, cell in enumerate(cells) if cell.strip())
    return list(cells[: last + 1])


def _fitted(name: str, found: list[Row], width: int) -> tuple[tuple[Row, ...], tuple[Refusal, ...]]:
    """Return rows as wide as the heading: a sheet leaves out what is empty at the end of a row."""
    rows: list[Row] = []
    refused: list[Refusal] = []
    for row in found:
        if not is_blank(row.cells[width:]):
            counts = {"found": len(_trimmed(row.cells)), "expected": width}
            refused.append(Refusal(name, row.line, Reason.TOO_MANY_CELLS, counts))
        elif any("\0" in cell for cell in row.cells):
            refused.append(Refusal(name, row.line, Reason.FORBIDDEN_CHARACTER))
        else:
            cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
            rows.append(Row(row.line, cells))
    return tuple(rows), tuple(refused)


def _remark(name: str, others: tuple[str, ...]) -> tuple[Remark, ...]:
    return (Remark(About.SHEETS_IGNORED, {"file": name, "sheets": ", ".join(others)}),) if others else ()
