"""A table as it stands in a file: a heading and rows, each with the line it came from."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.refusals import About, Refusal, Remark

LARGEST_FILE = 100_000_000
MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
COLUMNS_NAMED = 30

# Both tables of answers that Balsis writes have these columns, and no other file is likely to.
OWN_COLUMNS = frozenset({"session", "session_title", "mode", "participant", "group", "language"})


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, as many as the heading has, and its line in the file (from 1)."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading and the rows under it; what could not be read as a row is refused."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_own(self) -> bool:
        """Say whether Balsis wrote this file, so that its protection of formulas can be undone."""
        return frozenset(self.columns) >= OWN_COLUMNS

    def position(self, column: str) -> int:
        """Return where a column stands; raise COLUMN_MISSING, COLUMN_TWICE."""
        places = [place for place, name in enumerate(self.columns) if name == column.strip()]
        if not places:
            named = ", ".join(name for name in self.columns[:COLUMNS_NAMED] if name)
            more = "" if len(self.columns) <= COLUMNS_NAMED else ", …"
            raise EngineError(Problem.COLUMN_MISSING, name=self.name, column=column, columns=named + more)
        if len(places) > 1:
            raise EngineError(Problem.COLUMN_TWICE, name=self.name, column=column)
        return places[0]

    def remark_on_columns(self, known: Sequence[str]) -> tuple[Remark, ...]:
        """Return a remark that names the columns that nobody knows, if there are any."""
        unknown = [name for name in self.columns if name and name not in known]
        if not unknown:
            return ()
        shown = ", ".join(unknown[:COLUMNS_NAMED]) + (
            f" … ({len(unknown)})" if len(unknown) > COLUMNS_NAMED else ""
        )
        return (Remark(About.COLUMNS_IGNORED, {"file": self.name, "columns": shown}),)


def refuse_large(name: str, size: int) -> None:
    """Raise FILE_TOO_LARGE, FILE_EMPTY for a file that is not worth opening."""
    if size > LARGEST_FILE:
        raise EngineError(
            Problem.FILE_TOO_LARGE, name=name, size=size // 1_000_000, most=LARGEST_FILE // 1_000_000
        )
    if size == 0:
        raise EngineError(Problem.FILE_EMPTY, name=name)


def heading(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the columns; raise COLUMNS_TOO_MANY, FILE_EMPTY."""
    if len(cells) > MOST_COLUMNS:
        raise EngineError(Problem.COLUMNS_TOO_MANY, name=name, number=len(cells), most=MOST_COLUMNS)
    columns = tuple(cell.strip() for cell in cells)
    if not any(columns):
        raise EngineError(Problem.FILE_EMPTY, name=name)
    return columns


def is_blank(cells: Sequence[str]) -> bool:
    """Say whether a row holds nothing at all."""
    return not any(cell.strip() for cell in cells)


def remark_on_blanks(name: str, blank: int) -> tuple[Remark, ...]:
    """Return a remark on rows without content, if there were any."""
    return (Remark(About.ROWS_BLANK, {"file": name, "number": blank}),) if blank else ()
