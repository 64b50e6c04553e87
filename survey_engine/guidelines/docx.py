"""Write a guideline as DOCX with real styles, so that it can be read, restyled and worked on in any word processor."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from survey_engine.guidelines import docx_styles, headings
from survey_engine.guidelines.document import (
    ComparisonParagraph,
    Document,
    DocumentChapter,
    DocumentRecommendation,
    FigureParagraph,
    GoneParagraph,
    Paragraph,
    QuoteParagraph,
    Side,
    SourceParagraph,
)
from survey_engine.guidelines.docx_styles import (
    AFTER_TABLE,
    AGAINST,
    CAPTION,
    LABELLED,
    LANGUAGE_TAGS,
    NOTICE,
    QUOTE,
    TABLE,
)
from survey_engine.guidelines.printable import lines_of, printable
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import Translations

# Characters of the longest text by which columns share the page.
NARROWEST, WIDEST = 18, 60


def to_docx(document: Document, translations: Translations) -> bytes:
    """Return the whole guideline as the bytes of a .docx file; headings are in its own language."""
    file = BytesIO()
    _Writer(document, Wording(document.language, translations)).written().save(file)
    return file.getvalue()


def fit(text: str) -> str:
    """Return a text that a paragraph can hold: marks for what XML cannot, one kind of line break."""
    return "\n".join(lines_of(printable(text).text))


class _Writer:
    """One document while it is being written."""

    def __init__(self, document: Document, wording: Wording) -> None:
        self.document = document
        self.wording = wording
        self.docx: Docx = docx_styles.new_document(document.language)
        self._style_ids: dict[str, str] = {}

    def written(self) -> Docx:
        """Return the finished document."""
        self._properties()
        self._margins()
        self._front()
        for chapter in self.document.chapters:
            self._chapter(chapter)
        self._annex()
        return self.docx

    def _properties(self) -> None:
        properties = self.docx.core_properties
        properties.title = fit(self.document.title)[:255]
        properties.author = "Balsis"
        properties.comments = ""
        properties.language = LANGUAGE_TAGS.get(self.document.language, self.document.language)
        properties.created = properties.modified = datetime.combine(self.document.dated, time(), UTC)

    def _margins(self) -> None:
        line = headings.version_line(self.document, self.wording)
        docx_styles.set_header(self.docx, fit(f"{self.document.title} · {line}"))
        docx_styles.set_footer(self.docx, self.wording.gettext("Page {page} of {pages}"))

    def _front(self) -> None:
        self._add(self.document.title, "Title")
        self._add(headings.version_line(self.document, self.wording), CAPTION)
        if self.document.sample:
            self._add(headings.sample_line(self.wording), NOTICE)
        for label, text in headings.about_lines(self.document, self.wording):
            self._labelled(label, text)

    def _chapter(self, chapter: DocumentChapter) -> None:
        self._add(f"{chapter.number}. {chapter.title}", "Heading 1")
        if chapter.introduction.strip():
            self._add(chapter.introduction)
        for each in chapter.recommendations:
            self._recommendation(each)

    def _recommendation(self, each: DocumentRecommendation) -> None:
        self._add(f"{each.number} {each.text}", "Heading 2")
        for label, text in headings.detail_lines(each, self.wording):
            self._labelled(label, text)
        self._add(headings.supporting_heading(self.wording), "Heading 3")
        self._side(each.supporting, headings.no_evidence(self.wording), QUOTE)
        self._add(headings.opposing_heading(self.wording), "Heading 3")
        self._side(each.opposing, headings.nothing_against(self.wording), AGAINST)

    def _side(self, side: Side, nothing: str, style: str) -> None:
        if not side.paragraphs:
            self._add(nothing)
        for paragraph in side.paragraphs:
            self._paragraph(paragraph, style)
        if side.voices:
            self._add(side.voices, CAPTION)

    def _paragraph(self, paragraph: Paragraph, style: str) -> None:
        match paragraph:
            case QuoteParagraph():
                self._quote(paragraph, style)
            case FigureParagraph():
                self._figure(paragraph)
            case ComparisonParagraph():
                self._comparison(paragraph)
            case SourceParagraph():
                self._source(paragraph)
            case GoneParagraph():
                self._add(paragraph.line, "List Bullet")

    def _quote(self, quote: QuoteParagraph, style: str) -> None:
        if taken_back := headings.taken_back_line(quote, self.wording):
            self._add(taken_back, style)
            return
        said = self._add(quote.text, style)
        said.paragraph_format.keep_with_next = True
        docx_styles.set_language(said, quote.language)
        marked = headings.marked_line(printable(quote.text).marked, self.wording)
        for line in filter(None, [quote.caption, quote.why, marked]):
            self._add(line, f"{style} source")

    def _figure(self, figure: FigureParagraph) -> None:
        rows = [f"{row.label}: {row.line}" if row.label else row.line for row in figure.rows]
        below = [text for text in (figure.note, figure.why) if text]
        self._item(figure.about, *rows, *below)

    def _comparison(self, comparison: ComparisonParagraph) -> None:
        self._add(comparison.about, "List Bullet").paragraph_format.keep_with_next = True
        self._table(("", *comparison.groups), [(row.label, *row.cells) for row in comparison.rows])
        for text in filter(None, [comparison.note, comparison.why]):
            self._add(text, CAPTION)

    def _source(self, source: SourceParagraph) -> None:
        paragraph = self._item(source.line, *filter(None, [source.why]))
        if source.url:
            self._link(paragraph, source.url)

    def _annex(self) -> None:
        self._add(headings.annex_heading(self.wording), "Heading 1")
        for text in self.document.annex.paragraphs:
            self._add(text)
        for table in self.document.annex.tables:
            self._add(table.title, "Heading 3")
            self._table(table.header, table.rows)

    def _table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        table = self.docx.add_table(rows=0, cols=len(header), style=TABLE)
        docx_styles.set_widths(table, _weights(header, rows))
        for number, line in enumerate((header, *rows)):
            row = table.add_row()
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = fit(text)
                self._styled(cell.paragraphs[0], "Table text")
                if number == 0:
                    cell.paragraphs[0].runs[0].bold = True if text else None
            docx_styles.keep_row_whole(row, is_header=number == 0)
        self._add("", AFTER_TABLE)

    def _item(self, text: str, *below: str) -> DocxParagraph:
        """Add a list item with what belongs to it, kept on one page; return its first line."""
        first = self._add(text, "List Bullet")
        lines = [first, *(self._add(line, "List Continue") for line in below)]
        for line in lines[:-1]:
            line.paragraph_format.keep_with_next = True
        return first

    def _labelled(self, label: str, text: str) -> None:
        paragraph = self._styled(self.docx.add_paragraph(), LABELLED)
        paragraph.add_run(f"{fit(label)}: ").bold = True
        paragraph.add_run(fit(text))

    def _link(self, paragraph: DocxParagraph, url: str) -> None:
        paragraph.add_run(" ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.docx.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(fit(url), style=docx_styles.LINK)
        link.append(run._r)
        paragraph._p.append(link)

    def _add(self, text: str, style: str = "Normal") -> DocxParagraph:
        return self._styled(self.docx.add_paragraph(fit(text)), style)

    def _styled(self, paragraph: DocxParagraph, style: str) -> DocxParagraph:
        # Looking a style up by its name for each paragraph would take most of the time of a long document.
        if style not in self._style_ids:
            self._style_ids[style] = self.docx.styles[style].style_id
        paragraph._p.style = self._style_ids[style]
        return paragraph


def _weights(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column wants to be: its longest text, within reason."""
    return [
        max(NARROWEST, min(WIDEST, max(len(text) for text in column)))
        for column in zip(header, *rows, strict=True)
    ]
