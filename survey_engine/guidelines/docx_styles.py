"""The look of an exported guideline: styles by name, so that whoever opens the file can change them in one place."""

from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

LANGUAGE_TAGS = {"lv": "lv-LV", "en": "en-GB", "ru": "ru-RU"}

QUOTE, AGAINST = "Quote", "Quote against"
CAPTION, NOTICE, TABLE, LINK = "Caption", "Notice", "Table Grid", "Link"
LABELLED, AFTER_TABLE = "Detail", "After table"
TEXT_WIDTH_CM = 16

FONT = "Calibri"
ACCENT, SIGNAL, INK, SOFT = "0B6B5D", "B3471D", "1B2230", "566073"
LINE = "D9D6CC"


def new_document(language: str) -> Docx:
    """Return an empty A4 document with every style set, in the given language."""
    document = docx.Document()
    _set_page(document)
    _set_default_language(document, LANGUAGE_TAGS.get(language, language))
    _set_text_styles(document)
    _set_headings(document)
    _set_quotes(document)
    _set_table_lines(document)
    return document


def set_language(paragraph: Paragraph, language: str | None) -> None:
    """Say in which language the words of a paragraph are, for spelling and for screen readers."""
    if language is None:
        return
    for run in paragraph.runs:
        properties = run._r.get_or_add_rPr()
        properties.append(_element("w:lang", val=LANGUAGE_TAGS.get(language, language)))


def set_header(document: Docx, text: str) -> None:
    """Put one line on top of every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.text = text


def set_footer(document: Docx, pattern: str) -> None:
    """Put the page number below every page; `pattern` says where {page} and, if at all, {pages} stand."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _, rest = pattern.partition("{page}")
    between, pages, after = rest.partition("{pages}")
    paragraph.add_run(before)
    _add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    if pages:
        _add_field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def set_widths(table: Table, weights: Sequence[int]) -> None:
    """Share the width of the text among the columns."""
    table.autofit = False
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Cm(TEXT_WIDTH_CM * weight / sum(weights))


def keep_row_whole(row: _Row, *, is_header: bool) -> None:
    """Keep a table row on one page; repeat the first one on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if is_header:
        properties.append(_element("w:tblHeader"))


def _set_page(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _set_default_language(document: Docx, tag: str) -> None:
    styles = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)


def _set_text_styles(document: Docx) -> None:
    normal = document.styles["Normal"]
    _set_font(normal, 11, INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name in ("Header", "Footer", CAPTION):
        _set_font(document.styles[name], 9, SOFT, bold=False)
    document.styles[CAPTION].paragraph_format.space_after = Pt(10)
    for name in ("List Bullet", "List Continue"):
        document.styles[name].paragraph_format.space_after = Pt(3)
    table_text = _add_style(document, "Table text", "Normal")
    _set_font(table_text, 10, INK)
    table_text.paragraph_format.space_after = Pt(2)
    _add_style(document, LABELLED, "Normal").paragraph_format.space_after = Pt(3)
    after_table = _add_style(document, AFTER_TABLE, "Normal")
    after_table.paragraph_format.line_spacing = Pt(6)
    after_table.paragraph_format.space_after = Pt(0)
    document.styles["Header"].paragraph_format.space_after = Pt(12)
    notice = _add_style(document, NOTICE, "Normal")
    _set_font(notice, 11, SIGNAL, bold=True)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(ACCENT)
    link.font.underline = True


def _set_headings(document: Docx) -> None:
    for name, size, color in (
        ("Title", 24, INK),
        ("Heading 1", 18, ACCENT),
        ("Heading 2", 14, INK),
        ("Heading 3", 11, SOFT),
    ):
        style = document.styles[name]
        _set_font(style, size, color, bold=True)
        style.paragraph_format.keep_with_next = True
    document.styles["Heading 1"].paragraph_format.space_before = Pt(24)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(18)
    document.styles["Heading 3"].paragraph_format.space_before = Pt(10)
    _drop_border(document.styles["Title"])


def _set_quotes(document: Docx) -> None:
    for name, color in ((QUOTE, ACCENT), (AGAINST, SIGNAL)):
        style = document.styles[QUOTE] if name == QUOTE else _add_style(document, name, QUOTE)
        _set_font(style, 11.5, INK, italic=False)
        _set_quote_shape(style, color)
        source = _add_style(document, f"{name} source", name)
        _set_font(source, 9, SOFT, italic=False)
        source.paragraph_format.space_after = Pt(8)


def _set_quote_shape(style: ParagraphStyle, color: str) -> None:
    style.paragraph_format.left_indent = Cm(0.5)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    borders = OxmlElement("w:pBdr")
    borders.append(_element("w:left", val="single", sz="18", space="10", color=color))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _set_table_lines(document: Docx) -> None:
    properties = document.styles[TABLE].element.find(qn("w:tblPr"))
    for border in properties.iter(*(qn(f"w:{side}") for side in ("top", "left", "bottom", "right"))):
        border.set(qn("w:color"), LINE)
    for border in properties.iter(qn("w:insideH"), qn("w:insideV")):
        border.set(qn("w:color"), LINE)


def _drop_border(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _add_style(document: Docx, name: str, base: str) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    return style


def _set_font(
    style: ParagraphStyle, points: float, color: str, *, bold: bool | None = None, italic: bool | None = None
) -> None:
    font = style.font
    font.name, font.size, font.color.rgb = FONT, Pt(points), RGBColor.from_string(color)
    font.bold, font.italic = bold, italic
    # The template's theme fonts would win over the name for Latvian and Cyrillic letters.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _add_field(paragraph: Paragraph, code: str) -> None:
    # A field in the file: a beginning, its instruction, a value until it is computed, an end.
    for element in (
        _element("w:fldChar", fldCharType="begin"),
        _instruction(code),
        _element("w:fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(element)
    paragraph.add_run("1")
    paragraph.add_run()._r.append(_element("w:fldChar", fldCharType="end"))


def _instruction(code: str) -> Any:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = code
    return element


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
