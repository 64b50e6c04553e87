"""The look of a paper form: large enough to read without glasses at hand, boxes and lines large enough for a pen."""

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

from survey_engine.guidelines import docx_styles

QUESTION, HINT, CHOICE, LINE, CELL, SLIP = (
    *("Paper question", "Paper hint", "Paper choice"),
    *("Paper line", "Paper cell", "Paper slip"),
)
HEADER_CODE = "Paper code"
SMALLEST_PT = 11
WRITING_LINE_CM = 0.95
BOX_INDENT_CM = 1.5


def new_form(language: str) -> Docx:
    """Return an empty A4 document with the styles of a paper form, in the given language."""
    document = docx_styles.new_document(language)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.3)
    section.header_distance = section.footer_distance = Cm(1)
    for name in ("Header", "Footer", "Table text"):
        document.styles[name].font.size = Pt(SMALLEST_PT)
    document.styles["Header"].paragraph_format.space_after = Pt(0)
    document.styles["Title"].font.size = Pt(20)
    _add_text_styles(document)
    _add_box_styles(document)
    return document


def _add_text_styles(document: Docx) -> None:
    question = _style(document, QUESTION, 12.5, bold=True)
    question.paragraph_format.space_before = Pt(16)
    question.paragraph_format.space_after = Pt(3)
    question.paragraph_format.keep_with_next = True
    hint = _style(document, HINT, SMALLEST_PT)
    hint.font.italic = True
    hint.paragraph_format.space_after = Pt(4)
    hint.paragraph_format.keep_with_next = True
    code = _style(document, HEADER_CODE, 14, bold=True)
    code.paragraph_format.space_after = Pt(0)


def _add_box_styles(document: Docx) -> None:
    choice = _style(document, CHOICE, 12)
    choice.paragraph_format.left_indent = Cm(BOX_INDENT_CM)
    choice.paragraph_format.first_line_indent = Cm(-BOX_INDENT_CM)
    choice.paragraph_format.space_after = Pt(4)
    line = _style(document, LINE, SMALLEST_PT)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Cm(WRITING_LINE_CM)
    line.paragraph_format.space_after = Pt(0)
    # Word draws one border around paragraphs that look the same: "between" makes each its own line.
    _set_borders(line, "bottom", "between")
    cell = _style(document, CELL, 12)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(3)
    slip = _style(document, SLIP, 12)
    slip.paragraph_format.keep_with_next = True
    slip.paragraph_format.keep_together = True


def _style(document: Docx, name: str, points: float, *, bold: bool | None = None) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.bold = Pt(points), bold
    return style


def _set_borders(style: ParagraphStyle, *sides: str) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", docx_styles.SOFT)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
