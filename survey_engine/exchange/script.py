"""Write an agenda as a facilitator's script: what happens when, who leads, what is asked, and room to write."""

from io import BytesIO

from docx.document import Document as Docx
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from survey_engine.design.agenda import (
    STEP_NAMES,
    TimedStep,
    clock_after,
    minutes_over,
    planned_minutes,
    timeline,
    unplanned_questions,
)
from survey_engine.design.all_texts import SEPARATOR, texts_of
from survey_engine.design.kinds import AnyQuestion, Information
from survey_engine.design.models import AgendaStep, Form
from survey_engine.guidelines import docx_styles
from survey_engine.guidelines.docx import fit
from survey_engine.guidelines.docx_styles import AFTER_TABLE, CAPTION, LABELLED, NOTICE, TABLE
from survey_engine.i18n import Translations
from survey_engine.texts import pick

COLUMNS = (12, 12, 46, 30)
ROOM_TO_WRITE_CM = 2.2
HEAD = frozenset({"text", "help", "picture_alt"})
# What names the points of a scale: said as one line, from the first to the last.
POINTS = ("low", "between", "high")


def to_script(
    form: Form, *, title: str, study: str, place: str, language: str, translations: Translations
) -> bytes:
    """Return the script of a form's agenda as the bytes of a .docx file, in one language."""
    file = BytesIO()
    writer = _Writer(form, language, translations)
    writer.front(title, *(part for part in (study, place) if part and part != title))
    writer.overview()
    writer.steps()
    writer.docx.save(file)
    return file.getvalue()


class _Writer:
    """One script while it is being written."""

    def __init__(self, form: Form, language: str, translations: Translations) -> None:
        self.form = form
        self.language = language
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.timed = timeline(form)
        self.docx: Docx = docx_styles.new_document(language)

    def front(self, title: str, *below: str) -> None:
        """Write what this is, how long it takes and what does not fit."""
        _ = self.gettext
        self.docx.core_properties.title = fit(title)[:255]
        self.docx.core_properties.author, self.docx.core_properties.comments = "Balsis", ""
        what = _("Facilitator's script")
        docx_styles.set_header(self.docx, fit(f"{what} · {title}"))
        docx_styles.set_footer(self.docx, _("Page {page} of {pages}"))
        self._add(title, "Title")
        self._add(" · ".join((what, *below)), CAPTION)
        self._labelled(_("Planned"), self._minutes(planned_minutes(self.form)))
        if self.form.booked_minutes:
            self._labelled(_("Booked"), self._minutes(self.form.booked_minutes))
        if over := minutes_over(self.form):
            self._add(_("The agenda is {n} min longer than the time that is booked.").format(n=over), NOTICE)
        if left_out := len(unplanned_questions(self.form)):
            self._add(_("Questions that no step shows: {n}").format(n=left_out), NOTICE)

    def overview(self) -> None:
        """Write the table of steps, with the end as its last line."""
        _ = self.gettext
        self._add(_("Agenda"), "Heading 1")
        table = self.docx.add_table(rows=0, cols=len(COLUMNS), style=TABLE)
        docx_styles.set_widths(table, COLUMNS)
        head = (_("When"), _("Minutes"), _("Step"), _("Leads"))
        rows = [
            (self._when(one), str(one.step.minutes), self._title(one.step), one.step.leader)
            for one in self.timed
        ]
        total = planned_minutes(self.form)
        rows.append((clock_after(self.form.starts_at, total) or f"+{total}", "", _("The end"), ""))
        for number, cells in enumerate((head, *rows)):
            row = table.add_row()
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = fit(text)
                cell.paragraphs[0].style = self.docx.styles["Table text"]
                if number == 0:
                    cell.paragraphs[0].runs[0].bold = True
            docx_styles.keep_row_whole(row, is_header=number == 0)
        self._add("", AFTER_TABLE)

    def steps(self) -> None:
        """Write each step with its notes, its question, and room to write."""
        self._add(self.gettext("Step by step"), "Heading 1")
        for number, one in enumerate(self.timed, start=1):
            self._add(f"{number}. {self._title(one.step)}", "Heading 2")
            self._step(one)

    def _step(self, one: TimedStep) -> None:
        _, step = self.gettext, one.step
        kind = _(STEP_NAMES[step.kind])
        line = self._add(f"{self._when(one)} · {self._minutes(step.minutes)} · {kind}", CAPTION)
        line.paragraph_format.keep_with_next = True
        if step.leader:
            self._labelled(_("Leads"), step.leader).paragraph_format.keep_with_next = True
        if step.notes:
            self._labelled(_("Notes"), step.notes)
        if step.question_id:
            self._question(self.form.question(step.question_id), titled=bool(step.title))
        self._labelled(_("Room to write"), "").paragraph_format.keep_with_next = True
        row = self.docx.add_table(rows=1, cols=1, style=TABLE).rows[0]
        row.height, row.height_rule = Cm(ROOM_TO_WRITE_CM), WD_ROW_HEIGHT_RULE.AT_LEAST
        self._add("", AFTER_TABLE)

    def _question(self, question: AnyQuestion | None, *, titled: bool) -> None:
        if question is None:
            self._add(self.gettext("The question that was shown here has been deleted."), NOTICE)
            return
        text, help = pick(question.text, self.language), pick(question.help, self.language)
        if titled:
            self._labelled(self.gettext("Shown"), text)
        if help:
            self._add(help)
        if isinstance(question, Information) and question.picture:
            self._labelled(self.gettext("Picture"), pick(question.picture_alt, self.language))
        self._answers(question)

    def _answers(self, question: AnyQuestion) -> None:
        """Write options one below the other; what else is said, such as criteria or ends, in a line each."""
        beside: dict[str, list[str]] = {}
        for each in texts_of(question):
            part = each.address.partition(SEPARATOR)[0]
            lines = [line for line in pick(each.texts, self.language).split("\n") if line.strip()]
            if part == "options":
                for line in lines:
                    self._add(line, "List Bullet")
            elif part not in HEAD and lines:
                beside.setdefault(part, []).extend(lines)
        points = [line for part in POINTS for line in beside.pop(part, [])]
        for said in (*(" · ".join(lines) for lines in beside.values()), " – ".join(points)):
            if said:
                self._add(said)

    def _when(self, one: TimedStep) -> str:
        return one.clock or f"+{one.after_minutes}"

    def _title(self, step: AgendaStep) -> str:
        question = self.form.question(step.question_id) if step.question_id else None
        own = pick(step.title, self.language) or (pick(question.text, self.language) if question else "")
        return own or self.gettext(STEP_NAMES[step.kind])

    def _minutes(self, n: int) -> str:
        return self.gettext("{n} min").format(n=n)

    def _labelled(self, label: str, text: str) -> Paragraph:
        paragraph = self._add("", LABELLED)
        paragraph.add_run(f"{fit(label)}: " if text else fit(label)).bold = True
        paragraph.add_run(fit(text))
        return paragraph

    def _add(self, text: str, style: str = "Normal") -> Paragraph:
        return self.docx.add_paragraph(fit(text), style)
