"""Read LimeSurvey's tab-separated structure: one row a setting, group, question, sub-question or answer.

Rows belong together by their order, as in LimeSurvey's own reader; the base language comes
first, and each translation repeats the same codes.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.encodings import decode
from survey_engine.exchange.forms.carried import Carried
from survey_engine.exchange.forms.limesurvey.items import Feature, Item, Part, Section, Survey
from survey_engine.exchange.forms.limesurvey.reading import carry
from survey_engine.exchange.forms.limesurvey.tokens import from_class
from survey_engine.exchange.sheets import LARGEST_FILE, refuse_large
from survey_engine.texts import Texts

COLUMNS = ("class", "type/scale", "name", "text")
BASE = {"id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language"}
BASE |= {"validation", "mandatory", "encrypted", "other", "default", "same_default", "same_script", ""}
# What LimeSurvey's reader assumes where the survey does not say its language.
ASSUMED = "en"
OTHER_ROWS = {"AS": "assessment", "QTA": "quota", "QTAM": "quota", "QTALS": "quota"}
TEXTS_OF_SURVEY = (
    "surveyls_description",
    "surveyls_welcometext",
    "surveyls_endtext",
    "surveyls_policy_notice",
)


def read_tsv(name: str, content: bytes) -> Carried:
    """Return the questionnaire in a `.txt`; raise FILE_EMPTY, FILE_ENCODING, FILE_BROKEN, COLUMN_MISSING."""
    refuse_large(name, len(content))
    rows = list(_rows(name, decode(name, content)))
    return carry(_Reading(rows).survey())


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(slots=True)
class _Open:
    """An item, a part or a section while its translations are still being read."""

    row: _Row
    group: str = ""
    text: Texts = field(default_factory=dict)
    help: Texts = field(default_factory=dict)
    parts: dict[tuple[str, str, str, int], "_Open"] = field(default_factory=dict)


class _Reading:
    """The rows put together; a second row of the same code and language is a thing of its own."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self.rows = rows
        self.languages = self._languages()
        self.sections: dict[tuple[str, int], _Open] = {}
        self.items: dict[tuple[str, int], _Open] = {}
        self.features: list[Feature] = []
        self.title: Texts = {}
        self.met: Counter[tuple[str, ...]] = Counter()
        self.item: _Open | None = None
        self.group = ""

    def survey(self) -> Survey:
        """Return everything that the rows hold."""
        for row in self.rows:
            self._take(row, row.cell("class").strip().upper())
        items = [_item(found) for found in self.items.values()]
        sections = [
            Section(
                row=one.row.line,
                title=one.text,
                description=one.help,
                relevance=one.row.cell("relevance"),
                key=str(one.row.line),
                id=from_class(one.row.cell("cssclass")).key,
            )
            for one in self.sections.values()
        ]
        return Survey(self.languages, self.title, sections, items, self.features)

    def _languages(self) -> tuple[str, ...]:
        settings = {
            row.cell("name").strip().lower(): row.cell("text").strip()
            for row in self.rows
            if row.cell("class").strip().upper() == "S"
        }
        named = [settings.get("language") or ASSUMED, *settings.get("additional_languages", "").split()]
        used = [row.cell("language").strip() for row in self.rows]
        return tuple(dict.fromkeys(code for code in (*named, *used) if code))

    def _take(self, row: _Row, what: str) -> None:
        if what == "SL":
            self._take_language_setting(row)
        elif what == "G":
            self._take_section(row)
        elif what == "Q":
            self.item = self._opened(self.items, (row.cell("name").strip(),), row)
        elif what in ("SQ", "A"):
            self._take_part(row, what)
        elif what == "C":
            self.features.append(Feature(row.line, row.cell("name"), row.cell("text") or "?", is_rule=True))
        elif what != "S":
            self.features.append(Feature(row.line, row.cell("name"), OTHER_ROWS.get(what, what)))

    def _take_language_setting(self, row: _Row) -> None:
        setting = row.cell("name").strip().lower()
        if setting == "surveyls_title":
            self.title[self._language(row)] = row.cell("text")
        elif setting in TEXTS_OF_SURVEY and row.cell("text").strip():
            self.features.append(Feature(row.line, setting))

    def _take_section(self, row: _Row) -> None:
        # The key of a group is shared by its translations; older files have its title alone.
        key = row.cell("type/scale").strip() or row.cell("name").strip()
        section = self._opened(self.sections, ("G", key), row, text="name")
        self.group = str(section.row.line)
        if row.cell("text").strip():
            section.help[self._language(row)] = row.cell("text")

    def _take_part(self, row: _Row, what: str) -> None:
        if self.item is None:
            self.features.append(Feature(row.line, row.cell("name"), what))
            return
        language, code, scale = (
            self._language(row),
            row.cell("name").strip(),
            row.cell("type/scale").strip() or "0",
        )
        before = [one for key, one in self.item.parts.items() if key[:3] == (what, code, scale)]
        part = next((one for one in before if language not in one.text), None)
        if part is None:
            part = self.item.parts.setdefault((what, code, scale, len(before)), _Open(row))
        part.text[language] = row.cell("text")

    def _opened(
        self, among: dict[tuple[str, int], _Open], key: tuple[str, ...], row: _Row, text: str = "text"
    ) -> _Open:
        language = self._language(row)
        self.met[(*key, language)] += 1
        found = among.setdefault(("".join(key), self.met[(*key, language)]), _Open(row, self.group))
        found.text[language] = row.cell(text)
        if text == "text" and row.cell("help").strip():
            found.help[language] = row.cell("help")
        return found

    def _language(self, row: _Row) -> str:
        return row.cell("language").strip() or self.languages[0]


def _item(found: _Open) -> Item:
    row = found.row
    parts = {
        key: Part(one.row.line, key[1], one.text, key[2], one.row.cell("default").strip())
        for key, one in found.parts.items()
    }
    item = Item(
        row=row.line,
        letter=row.cell("type/scale").strip(),
        code=row.cell("name").strip(),
        text=found.text,
        help=found.help,
        mandatory=row.cell("mandatory").strip(),
        other=row.cell("other").strip(),
        relevance=row.cell("relevance"),
        validation=row.cell("validation"),
        default=row.cell("default"),
        attributes={name: cell for name, cell in row.cells.items() if name not in BASE and cell.strip()},
        section=found.group,
    )
    return replace(
        item,
        subquestions=[part for key, part in parts.items() if key[0] == "SQ"],
        answers=[part for key, part in parts.items() if key[0] == "A"],
    )


def _rows(name: str, text: str) -> Iterator[_Row]:
    csv.field_size_limit(LARGEST_FILE)
    reader = csv.reader(StringIO(text, newline=""), delimiter="\t", strict=False)
    try:
        heading = [cell.strip().lower() for cell in next(reader, [])]
        _refuse_other(name, heading)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(reader.line_num, dict(zip(heading, cells, strict=False)))
    except csv.Error as error:
        raise EngineError(Problem.FILE_BROKEN, name=name) from error


def _refuse_other(name: str, heading: Sequence[str]) -> None:
    if not any(heading):
        raise EngineError(Problem.FILE_EMPTY, name=name)
    for column in COLUMNS:
        if column not in heading:
            columns = ", ".join(cell for cell in heading[:30] if cell)
            raise EngineError(Problem.COLUMN_MISSING, name=name, column=column, columns=columns)
