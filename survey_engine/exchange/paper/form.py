"""The paper form: one section a sheet, each with its own code on every page and its own page numbers."""

from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO

import segno
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.section import Section as DocxSection
from docx.shared import Cm
from docx.text.paragraph import Paragraph as DocxParagraph

from survey_engine.collect.codes import fold_code
from survey_engine.design.kinds import DECLINED, Question
from survey_engine.design.models import Form, Group, Section
from survey_engine.design.rules import SENTENCES, say_rule
from survey_engine.exchange.paper import styles
from survey_engine.exchange.paper.base import CODE_WORDS, DECLINED_MARK, Tongue
from survey_engine.exchange.paper.kinds import kind_of
from survey_engine.exchange.paper.pen import DocxPen, fit
from survey_engine.exchange.pictures import PictureFile
from survey_engine.guidelines import docx_styles
from survey_engine.i18n import mark
from survey_engine.texts import Texts

# What a screen says of a rule; on paper the question is there for everybody to see.
RULE = SENTENCES[0]
QR_CM, HEADER_CM = 1.7, 14.5
# More paragraphs than this may break over a page.
MOST_TOGETHER = 18


@dataclass(frozen=True, slots=True)
class PaperForm:
    """What is printed: a questionnaire, what people are told, and the number and code of each sheet.

    `address` is where people take their answers back ('' where nobody can reach one).
    """

    title: str
    occasion: str
    tongue: Tongue
    information: Texts
    consent: str
    groups: tuple[Group, ...]
    form: Form
    k: int
    sheets: tuple[tuple[int, str], ...]
    address: str = ""
    pictures: tuple[PictureFile, ...] = ()


def write_paper(paper: PaperForm) -> bytes:
    """Return the sheets as the bytes of one .docx file; each begins on a new sheet of paper."""
    file = BytesIO()
    _Writer(paper).written().save(file)
    return file.getvalue()


class _Writer:
    """One document while it is being written."""

    def __init__(self, paper: PaperForm) -> None:
        self.paper = paper
        self.docx = styles.new_form(paper.tongue.language)
        self.pen = DocxPen(self.docx, paper.tongue, {file.id: file for file in paper.pictures})
        self._ = paper.tongue.gettext

    def written(self) -> Docx:
        """Return the finished document."""
        self.docx.core_properties.title = fit(self.paper.title)[:255]
        self.docx.core_properties.author = "Balsis"
        self.docx.core_properties.comments = ""
        docx_styles.set_footer(self.docx, self._page_pattern())
        body = self.docx.element.body
        drawn: list[object] = []
        for place, (number, code) in enumerate(self.paper.sheets):
            section = self.docx.add_section(WD_SECTION.ODD_PAGE) if place else self.docx.sections[0]
            self._head(section, number, code)
            if place:
                for element in drawn:
                    body.insert(len(body) - 1, deepcopy(element))
            else:
                start = len(body) - 1
                self._front()
                self._questions()
                drawn = list(body[start:-1])
            self._slip(code)
        return self.docx

    def _page_pattern(self) -> str:
        _ = self._
        return _("Page {page}")

    def _head(self, section: DocxSection, number: int, code: str) -> None:
        _ = self._
        section.header.is_linked_to_previous = False
        _restart_pages(section)
        table = section.header.add_table(1, 2, Cm(HEADER_CM + QR_CM))
        table.autofit = False
        words, picture = table.rows[0].cells
        for column, width in zip(table.columns, (HEADER_CM, QR_CM), strict=True):
            column.width = Cm(width)
        words.width, picture.width = Cm(HEADER_CM), Cm(QR_CM)
        words.paragraphs[0].style = self.docx.styles[styles.HEADER_CODE]
        words.paragraphs[0].add_run(code)
        about = [self.paper.title, _("sheet {number}").format(number=number)]
        words.add_paragraph(fit(" · ".join(about)), style="Header")
        picture.paragraphs[0].add_run().add_picture(_qr(code), width=Cm(QR_CM))

    def _front(self) -> None:
        _, tongue = self._, self.paper.tongue
        self.pen.paragraph(self.paper.title, "Title")
        if self.paper.occasion:
            self.pen.paragraph(self.paper.occasion)
        if told := tongue.words(self.paper.information):
            self.pen.paragraph(told)
        for fact in self._facts():
            self.pen.paragraph(fact, "List Bullet")
        self.pen.tick("", self.paper.consent)
        self.pen.paragraph(
            _("Tick a box with a cross. If you change your mind, fill that box and tick another one.")
        )
        if self.paper.groups:
            self.pen.paragraph(_("Which group are you from?"), styles.QUESTION)
            for place, group in enumerate(self.paper.groups, start=1):
                self.pen.tick(str(place), tongue.words(group.label) or group.key)

    def _facts(self) -> tuple[str, ...]:
        _ = self._
        return (
            _("Nobody asks for your name. Your answers are kept with your group only."),
            _(
                "The facilitator and the researchers of this study read all answers, and type them in as they "
                "stand here. Words may be quoted with the group, never with a name."
            ),
            _("Groups are not compared where fewer than {k} people answered.").format(k=self.paper.k),
            _("With the code on the last page you can take your answers back."),
        )

    def _questions(self) -> None:
        form, section = self.paper.form, ""
        asked = [question.id for question in form.questions if question.takes_answers]
        for question in form.questions:
            if question.section != section:
                section = question.section
                self._section(form.section(section))
            place = f"{asked.index(question.id) + 1}. " if question.id in asked else ""
            self._question(question, place)

    def _section(self, section: Section | None) -> None:
        words = self.paper.tongue.words
        if section is not None:
            self.pen.paragraph(words(section.title), "Heading 2")
            if told := words(section.text):
                self.pen.text(told)

    def _question(self, question: Question, place: str) -> None:
        words = self.paper.tongue.words
        start = len(self.docx.element.body) - 1
        self.pen.paragraph(place + words(question.text), styles.QUESTION)
        if rule := self._rule(question):
            self.pen.hint(rule)
        if help := words(question.help):
            self.pen.text(help)
        kind_of(question).draw(question, self.pen)
        if question.decline:
            self.pen.tick(DECLINED_MARK, self._(CODE_WORDS[DECLINED]))
        self._keep_together(start)

    def _rule(self, question: Question) -> str:
        """Return to whom a question is put, in words; questions have the numbers printed here."""
        tongue, form = self.paper.tongue, self.paper.form
        groups = {group.key: tongue.words(group.label) for group in self.paper.groups}
        printed = tuple(one for one in form.questions if one.takes_answers or one.id == question.id)
        own: dict[str, str] = {RULE: mark("Only for those who {conditions}.")}
        return say_rule(
            question,
            form.model_copy(update={"questions": printed}),
            lambda text: tongue.gettext(own.get(text, text)),
            lambda asked, code: tongue.label(asked, code) if asked else groups.get(code, code),
        )

    def _keep_together(self, start: int) -> None:
        """Keep what was drawn since `start` on one page, where it fits on one."""
        drawn = list(self.docx.element.body)[start:-1]
        if len(drawn) <= MOST_TOGETHER:
            for element in drawn[:-1]:
                if isinstance(element, CT_P):
                    DocxParagraph(element, self.docx).paragraph_format.keep_with_next = True

    def _slip(self, code: str) -> None:
        _ = self._
        self.pen.paragraph(_("That was everything. Thank you!"), styles.QUESTION)
        table = self.docx.add_table(rows=1, cols=1, style=docx_styles.TABLE)
        docx_styles.keep_row_whole(table.rows[0], is_header=False)
        (cell,) = table.rows[0].cells
        cell.paragraphs[0].style = self.docx.styles[styles.SLIP]
        cell.paragraphs[0].add_run(_("Write this code down, or tear it off and keep it:"))
        cell.add_paragraph(code, style=styles.HEADER_CODE)
        cell.add_paragraph(fit(self._way_back()), style="Normal")
        self.docx.add_paragraph(style=docx_styles.AFTER_TABLE)

    def _way_back(self) -> str:
        _ = self._
        if self.paper.address:
            told = _("With it you can take your answers back at {address}, or by telling the facilitator.")
            return told.format(address=self.paper.address)
        return _("With it you can take your answers back: tell the facilitator.")


def _qr(code: str) -> BytesIO:
    """Return the QR code of a sheet's code as a picture: what a scanner types, without diacritics."""
    picture = BytesIO()
    segno.make_qr(fold_code(code).upper(), error="m").save(picture, kind="png", scale=6, border=2)
    picture.seek(0)
    return picture


def _restart_pages(section: DocxSection) -> None:
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
