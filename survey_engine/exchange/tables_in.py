"""Read a table from CSV or XLSX, told apart by what is in the file and not by its name."""

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.csv_in import read_csv
from survey_engine.exchange.sheets import Sheet
from survey_engine.exchange.xlsx_in import ZIP_MARK, read_xlsx

KINDS = "CSV, XLSX"
# The old Excel format, PDF and pictures: binary files that would end in advice about encodings.
OTHER_MARKS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")


def read_table(name: str, content: bytes, encoding: str | None = None) -> Sheet:
    """Return the table in a file of open answers; raise as `read_csv` and `read_xlsx` do, or FILE_KIND."""
    if content.startswith(OTHER_MARKS):
        raise EngineError(Problem.FILE_KIND, name=name, kinds=KINDS)
    if content.startswith(ZIP_MARK):
        return read_xlsx(name, content)
    return read_csv(name, content, encoding)
