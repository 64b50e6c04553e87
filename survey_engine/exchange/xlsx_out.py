"""Write tables as the sheets of an XLSX workbook; nothing is cut to fit a cell."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.tables import Cell, Table

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
LONGEST_CELL = 32_767
# ECMA-376: a character that XML cannot hold is written as _xHHHH_, and what looks like that is escaped.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
ERROR_SIGN = "#"


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """Return a workbook with one sheet for each table; raise SHEET_TOO_LARGE, CELL_TOO_LONG."""
    from openpyxl import Workbook  # loaded when needed: 0.3 s

    book = Workbook(write_only=True)
    for table in tables:
        rows = len(table.rows) + 1
        if rows > MOST_ROWS or len(table.columns) > MOST_COLUMNS:
            raise EngineError(
                Problem.SHEET_TOO_LARGE, sheet=table.name, rows=rows, columns=len(table.columns)
            )
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for row in table.safe():
            sheet.append([_cell(sheet, cell, row) for cell in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def escaped(text: str) -> str:
    """Return the text without characters that XML cannot hold: they are written as _xHHHH_."""
    return FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", LOOKS_ESCAPED.sub("_x005F_", text))


def _cell(sheet: Any, cell: Cell, row: Sequence[Cell]) -> Any:
    if not isinstance(cell, str):
        return cell
    text = escaped(cell)
    # Excel counts UTF-16 units; openpyxl would cut what is longer without a word.
    if len(text) > LONGEST_CELL // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST_CELL:
        raise EngineError(Problem.CELL_TOO_LONG, answer=row[0])
    return _as_text(sheet, text) if text.startswith(ERROR_SIGN) else text


def _as_text(sheet: Any, text: str) -> Any:
    """Return a cell that stays text although it reads like an error, such as #N/A."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
