"""Groups of an XLSForm as sections of a questionnaire: sections do not stand inside one another."""

from typing import Any

from survey_engine.design.limits import LONGEST_LABEL, clean_texts
from survey_engine.design.models import Section
from survey_engine.errors import EngineError
from survey_engine.exchange.forms.carried import Notes, Why
from survey_engine.exchange.forms.xlsform.drafts import ONE_PAGE
from survey_engine.exchange.forms.xlsform.layout import FormRow
from survey_engine.exchange.forms.xlsform.types import BLOCK, type_of
from survey_engine.texts import Texts, pick


class Sections:
    """The sections met so far while rows are read, and the one in which the next question stands."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.found: list[Section] = []
        self.current = ""
        self.open: list[bool] = []

    def take(self, row: FormRow) -> bool:
        """Take a row that begins or ends a group or a repeat; return whether it was one."""
        block = BLOCK.fullmatch(type_of(row))
        if not block:
            return False
        if block[1].lower() == "end":
            self._leave()
        else:
            self._enter(row, is_repeat=block[2].lower() != "group")
        return True

    def use(self) -> None:
        """Keep the current section: a question stands in it."""
        if self.current and all(section.id != self.current for section in self.found):
            self.found.append(Section(id=self.current))

    def together(self, noted: Any) -> list[Any]:
        """Return the sections that Balsis noted, and after them those that the file has beside them.

        Whether one is a page is as its group says, which somebody may have changed since.
        """
        pages = {section.id: {"one_page": section.one_page} for section in self.found}
        known = [one for one in noted if isinstance(one, dict)] if isinstance(noted, list) else []
        known = [one | pages.get(str(one.get("id")), {}) for one in known]
        ids = {one.get("id") for one in known}
        return [*known, *(one.model_dump(mode="json") for one in self.found if one.id not in ids)]

    def _enter(self, row: FormRow, *, is_repeat: bool) -> None:
        becomes_section = not is_repeat and not any(self.open)
        self.open.append(becomes_section)
        title = pick(row.text("label"), "en") or row.name
        if becomes_section:
            self.current = str(row.own.get("section") or row.cell("name") or f"section_{row.line}")
            if all(section.id != self.current for section in self.found):
                one_page = row.cell("appearance") == ONE_PAGE
                self.found.append(Section(id=self.current, title=self._title(row), one_page=one_page))
        else:
            self.notes.add(row.line, row.name, Why.REPEAT if is_repeat else Why.SECTION, title=title)
        if row.cell("relevant"):
            self.notes.add(row.line, row.name, Why.RULE, rule=row.cell("relevant"))
        if row.cell("media"):
            self.notes.add(row.line, row.name, Why.MEDIA, file=row.cell("media"))
        if row.cell("appearance") not in ("", ONE_PAGE):
            self.notes.add(row.line, row.name, Why.APPEARANCE, value=row.cell("appearance"))

    def _leave(self) -> None:
        if self.open and self.open.pop() and self.found:
            # What follows without a group stands in a section without a heading: those of none come first.
            self.current = f"{self.current}_after"

    def _title(self, row: FormRow) -> Texts:
        try:
            return clean_texts(row.text("label"), LONGEST_LABEL)
        except EngineError as error:
            self.notes.add(row.line, row.name, Why.UNFIT, problem=error)
            return {}
