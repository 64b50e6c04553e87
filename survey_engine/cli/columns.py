"""Read one column of a CSV file, row for row: nothing is left out, so that rows keep their numbers."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.encodings import decode
from survey_engine.exchange.sheets import COLUMNS_NAMED, LARGEST_FILE

DELIMITERS = (",", ";", "\t", "|", "\x1f")


def read_column(path: Path, column: str) -> list[str]:
    """Return the cells of a column, one a data row ('' where a row is shorter).

    Commas, semicolons and tabs are told apart by which of them makes a heading with that
    column. Raises FILE_EMPTY, FILE_ENCODING, COLUMN_MISSING, FILE_MISSING.
    """
    if not path.is_file():
        raise EngineError(Problem.FILE_MISSING, name=path.name, folder=str(path.parent))
    text = decode(path.name, path.read_bytes())
    csv.field_size_limit(LARGEST_FILE)
    headings = {sign: [cell.strip() for cell in next(_rows(text, sign), [])] for sign in DELIMITERS}
    if not any(any(cells) for cells in headings.values()):
        raise EngineError(Problem.FILE_EMPTY, name=path.name)
    delimiter = next((sign for sign in DELIMITERS if column.strip() in headings[sign]), None)
    if delimiter is None:
        columns = max(headings.values(), key=len)[:COLUMNS_NAMED]
        raise EngineError(Problem.COLUMN_MISSING, name=path.name, column=column, columns=", ".join(columns))
    place = headings[delimiter].index(column.strip())
    rows = _rows(text, delimiter)
    next(rows)
    return [row[place] if place < len(row) else "" for row in rows]


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return (row for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if row)
