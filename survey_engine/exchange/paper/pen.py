"""A pen that draws questions into a DOCX document."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from survey_engine.exchange.paper import styles
from survey_engine.exchange.paper.base import Tongue
from survey_engine.exchange.pictures import PictureFile
from survey_engine.guidelines import docx_styles
from survey_engine.guidelines.printable import lines_of, printable

WIDTH_CM, LABEL_CM = 16.4, 6.2
PICTURE_HEIGHT_CM = 11.0
ROOM, PLACE = "_" * 34, "____"
BOX = "□"
# Longer lists may break over a page; a page of boxes cannot be kept together.
KEPT_TOGETHER = 14


class DocxPen:
    """Draws at the end of a document, in one language."""

    def __init__(
        self, document: Docx, tongue: Tongue, pictures: Mapping[str, PictureFile] | None = None
    ) -> None:
        self.document = document
        self.tongue = tongue
        self.pictures = pictures or {}

    def paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        """Write a paragraph in a style, and return it."""
        return self.document.add_paragraph(fit(text), style=style)

    def text(self, text: str) -> None:
        """Write running text."""
        self.paragraph(text)

    def hint(self, text: str) -> None:
        """Write how to answer."""
        self.paragraph(text, styles.HINT)

    def picture(self, picture_id: str, alt: str) -> None:
        """Put a picture in, as wide as the page or as high as half of it, with its words for screen readers."""
        file = self.pictures.get(picture_id)
        if file is None:
            self.paragraph(alt)
            return
        width = min(WIDTH_CM, PICTURE_HEIGHT_CM * file.width / file.height)
        run = self.document.add_paragraph().add_run()
        drawn = run.add_picture(BytesIO(file.content), width=Cm(width))
        drawn._inline.docPr.set("descr", fit(alt))

    def tick(self, mark: str, label: str, *, room: bool = False) -> None:
        """Draw a box with its mark and label."""
        paragraph = self.document.add_paragraph(style=styles.CHOICE)
        paragraph.add_run(BOX).font.size = Pt(16)
        paragraph.add_run(f" {mark}\t{fit(label)}")
        if room:
            paragraph.add_run(f": {ROOM}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(styles.BOX_INDENT_CM))

    def fill(self, label: str, *, unit: str = "", before: bool = False) -> None:
        """Draw a label with a place to write something short into."""
        paragraph = self.document.add_paragraph(style=styles.CHOICE)
        if before:
            paragraph.add_run(f"{PLACE}\t{fit(label)}")
        else:
            paragraph.add_run(" ".join(filter(None, [f"{fit(label)}:" if label else "", ROOM[:12], unit])))
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(styles.BOX_INDENT_CM))

    def lines(self, number: int) -> None:
        """Draw lines to write on."""
        for _number in range(number):
            self.document.add_paragraph(style=styles.LINE)

    def grid(self, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], ends: str = "") -> None:
        """Draw a table of boxes; rows stay whole, and the heading is repeated on every page."""
        if ends:
            self.hint(ends)
        has_labels = any(label for label, _cells in rows)
        table = self.document.add_table(rows=0, cols=len(columns) + has_labels, style=docx_styles.TABLE)
        _set_widths(table, len(columns), has_labels=has_labels)
        self._row(table, "", columns, has_labels=has_labels, is_header=True)
        for label, cells in rows:
            self._row(table, label, cells, has_labels=has_labels)
        for row in table.rows[: -1 if len(rows) <= KEPT_TOGETHER else 1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        self.paragraph("", docx_styles.AFTER_TABLE)

    def _row(
        self, table: Table, label: str, cells: Sequence[str], *, has_labels: bool, is_header: bool = False
    ) -> None:
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        texts = [label, *cells] if has_labels else list(cells)
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.style = self.document.styles[styles.CELL]
            run = paragraph.add_run(fit(text))
            if place or not has_labels:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                run.bold = is_header or None
                run.font.size = Pt(17) if text == BOX else None
        docx_styles.keep_row_whole(row, is_header=is_header)


def fit(text: str) -> str:
    """Return a text that a paragraph can hold."""
    return "\n".join(lines_of(printable(text).text))


def _set_widths(table: Table, columns: int, *, has_labels: bool) -> None:
    table.autofit = False
    first = [LABEL_CM] if has_labels else []
    each = (WIDTH_CM - sum(first)) / columns
    for column, width in zip(table.columns, [*first, *[each] * columns], strict=True):
        column.width = Cm(width)
