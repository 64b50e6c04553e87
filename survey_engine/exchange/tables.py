"""A table on its way out: cells are texts, numbers, or nothing; every text is safe to open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey_engine.exchange.formulas import NUMBER, protect

Cell = str | int | float | None
MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and rows; `name` is that of the file or sheet."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]

    def safe(self) -> Iterator[list[Cell]]:
        """Yield heading and rows with every text made harmless for spreadsheets; numbers stay numbers."""
        yield [protect(column) for column in self.columns]
        for row in self.rows:
            yield [protect(cell) if isinstance(cell, str) else cell for cell in row]


def code_cell(code: str) -> Cell:
    """Return a code as a number where it is one and comes back the same, otherwise as text."""
    if not NUMBER.fullmatch(code) or len(code) > MOST_DIGITS:
        return code
    number: Cell = float(code) if "." in code else int(code)
    return number if str(number) == code else code
