"""Read CSV with commas, semicolons or tabs; a broken row is refused, and reading goes on after it."""

import csv
from collections.abc import Iterator
from io import StringIO

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.encodings import decode
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import (
    LARGEST_FILE,
    MOST_ROWS,
    Row,
    Sheet,
    heading,
    is_blank,
    refuse_large,
    remark_on_blanks,
)

DELIMITERS = (",", ";", "\t")
NO_DELIMITER = "\x1f"


def read_csv(name: str, content: bytes, encoding: str | None = None) -> Sheet:
    """Return the table in a CSV file.

    Raises FILE_TOO_LARGE, FILE_EMPTY, FILE_ENCODING, COLUMNS_TOO_MANY, ROWS_TOO_MANY.
    """
    refuse_large(name, len(content))
    text = decode(name, content, encoding)
    records = _records(name, text)
    first = next(
        (record for record in records if not isinstance(record, Row) or not is_blank(record.cells)), None
    )
    if not isinstance(first, Row):
        raise EngineError(Problem.FILE_EMPTY if first is None else Problem.FILE_BROKEN, name=name)
    columns = heading(name, first.cells)
    rows: list[Row] = []
    refused: list[Refusal] = []
    blank = 0
    for record in records:
        if isinstance(record, Refusal):
            refused.append(record)
        elif is_blank(record.cells):
            blank += len(record.cells) > 0
        else:
            fitted = _fitted(name, record, len(columns))
            if isinstance(fitted, Row):
                rows.append(fitted)
            else:
                refused.append(fitted)
        if len(rows) > MOST_ROWS:
            raise EngineError(Problem.ROWS_TOO_MANY, name=name, most=MOST_ROWS)
    remarks = remark_on_blanks(name, blank)
    if encoding and encoding != "utf-8":
        remarks = (*remarks, Remark(About.ENCODING, {"file": name, "encoding": encoding}))
    return Sheet(name, columns, tuple(rows), tuple(refused), remarks)


def _records(name: str, text: str) -> Iterator[Row | Refusal]:
    # The default of 131,072 would end the whole file at one long cell.
    csv.field_size_limit(LARGEST_FILE)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    while True:
        start = lines.line_num + 1
        try:
            yield Row(start, next(lines))
        except StopIteration:
            return
        except csv.Error as error:
            open_quote = "end of data" in str(error)
            reason = Reason.OPEN_QUOTE if open_quote else Reason.BROKEN_ROW
            yield Refusal(name, start, reason, {"last": lines.line_num} if open_quote else {})


def _fitted(name: str, row: Row, width: int) -> Row | Refusal:
    cells = row.cells
    if len(cells) == width and "\0" not in "".join(cells):
        return row
    if len(cells) > width and is_blank(cells[width:]):
        cells = cells[:width]
    counts = {"found": len(cells), "expected": width}
    if len(cells) > width:
        return Refusal(name, row.line, Reason.TOO_MANY_CELLS, counts)
    if len(cells) < width:
        return Refusal(name, row.line, Reason.TOO_FEW_CELLS, counts)
    if any("\0" in cell for cell in cells):
        return Refusal(name, row.line, Reason.FORBIDDEN_CHARACTER)
    return Row(row.line, cells)


def _delimiter(text: str) -> str:
    """Return what separates the cells of the heading: the sign that stands there most often, outside quotes.

    A heading of one column has none; then every comma in the file belongs to a text.
    """
    counts = dict.fromkeys(DELIMITERS, 0)
    quoted = seen = False
    for sign in text:
        if sign == '"':
            quoted = not quoted
        elif sign in "\r\n" and not quoted and seen:
            break
        elif sign in counts and not quoted:
            counts[sign] += 1
        seen = seen or not sign.isspace()
    return max(DELIMITERS, key=lambda sign: counts[sign]) if any(counts.values()) else NO_DELIMITER
