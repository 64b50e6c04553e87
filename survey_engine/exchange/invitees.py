"""A list of people to invite: in with any columns, out with a link each; the list itself is kept nowhere."""

from collections.abc import Callable, Sequence

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.csv_out import write_csv
from survey_engine.exchange.formulas import unprotect
from survey_engine.exchange.sheets import Row, Sheet
from survey_engine.exchange.tables import Table
from survey_engine.exchange.tables_in import read_table

LINK = "balsis_link"
NAME = "invitations"


def read_invitees(name: str, content: bytes) -> Sheet:
    """Return a list of people; raise as `read_table` does, or INVITEES_BROKEN, INVITEES_NONE.

    A list without a heading, whose first line already holds an e-mail address, gets one.
    """
    sheet = read_table(name, content)
    if any("@" in column for column in sheet.columns):
        numbered = tuple(f"column_{number}" for number, _column in enumerate(sheet.columns, 1))
        sheet = Sheet(name, numbered, (Row(1, sheet.columns), *sheet.rows), sheet.refused)
    if sheet.refused:
        lines = ", ".join(str(one.line) for one in sheet.refused[:10])
        raise EngineError(Problem.INVITEES_BROKEN, name=name, lines=lines)
    if not sheet.rows:
        raise EngineError(Problem.INVITEES_NONE, name=name)
    return sheet


def write_links(sheet: Sheet, links: Sequence[str]) -> bytes:
    """Return the list as CSV with a link in each row; raise INVITEES_HAVE_LINKS."""
    if LINK in sheet.columns:
        raise EngineError(Problem.INVITEES_HAVE_LINKS, name=sheet.name, column=LINK)
    rows = [[*row.cells, link] for row, link in zip(sheet.rows, links, strict=True)]
    return write_csv(Table(NAME, (*sheet.columns, LINK), rows))


def write_unused(sheet: Sheet, is_unused: Callable[[str], bool]) -> tuple[bytes, int]:
    """Return those rows of a list with links whose token is unused, as CSV, and their number.

    Raises COLUMN_MISSING, COLUMN_TWICE.
    """
    place = sheet.position(LINK)
    kept = [
        [unprotect(cell) for cell in row.cells]
        for row in sheet.rows
        if is_unused(row.cells[place].strip().rstrip("/").rpartition("/")[2])
    ]
    return write_csv(Table(NAME, sheet.columns, kept)), len(kept)
