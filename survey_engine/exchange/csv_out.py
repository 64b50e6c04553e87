"""Write tables as CSV (RFC 4180): UTF-8 with a byte order mark, commas, lines ending in CR LF.

The mark is for Excel, which otherwise shows Latvian and Russian letters as rubbish;
pandas, readr and LibreOffice skip it.
"""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

from survey_engine.exchange.tables import Table


def write_csv(table: Table) -> bytes:
    """Return the table as a CSV file."""
    text = StringIO(newline="")
    csv.writer(text).writerows(table.safe())
    return text.getvalue().encode("utf-8-sig")


def write_csv_zip(tables: Iterable[Table]) -> bytes:
    """Return the tables as CSV files in one zip."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for table in tables:
            archive.writestr(f"{table.name}.csv", write_csv(table))
    return content.getvalue()
