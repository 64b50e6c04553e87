"""Read LimeSurvey's `.lss`: tables as XML, in the old layout (texts in each row, one row a language)
and in the new one (texts apart, in tables ending in `_l10ns`)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried
from survey_engine.exchange.forms.limesurvey.items import Feature, Item, Part, Section, Survey
from survey_engine.exchange.forms.limesurvey.reading import carry
from survey_engine.exchange.forms.limesurvey.rules import ALWAYS
from survey_engine.exchange.forms.limesurvey.tsv_in import ASSUMED, TEXTS_OF_SURVEY
from survey_engine.exchange.sheets import refuse_large
from survey_engine.texts import Texts

KIND = "Survey"
OTHER_TABLES = ("assessments", "quota")


def read_lss(name: str, content: bytes) -> Carried:
    """Return the questionnaire in an `.lss`; raise FILE_TOO_LARGE, FILE_EMPTY, FILE_BROKEN."""
    refuse_large(name, len(content))
    return carry(_Tables(name, _parsed(name, content)).survey())


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")

    def number(self, column: str) -> int:
        """Return a cell by which rows are ordered; 0 where it is no number."""
        text = self.cell(column).strip()
        return int(text) if text.removeprefix("-").isdecimal() and len(text) < 12 else 0


class _Tables:
    """The tables of a file, and the survey that they hold together."""

    def __init__(self, name: str, root: Any) -> None:
        self.rows = {table.tag: _rows(table) for table in root if isinstance(table.tag, str)}
        self.indexes: dict[tuple[str, str], dict[str, list[_Row]]] = {}
        kind = (root.findtext("LimeSurveyDocType") or "").strip()
        if root.tag != "document" or kind != KIND:
            raise EngineError(Problem.FILE_BROKEN, name=name)
        settings = self.table("surveys")[:1]
        listed = [(element.text or "").strip() for element in root.findall("languages/language")]
        base = settings[0].cell("language").strip() if settings else ""
        more = settings[0].cell("additional_languages").split() if settings else []
        found = [base, *more, *listed] if base else [*listed, *more]
        self.languages = tuple(dict.fromkeys(filter(None, found))) or (ASSUMED,)

    def survey(self) -> Survey:
        """Return the survey: groups and questions in their order, each with its texts by language."""
        sections = self._grouped(self.table("groups"), "gid", "group_order")
        places = {rows[0].cell("gid"): place for place, rows in enumerate(sections)}
        questions = self._grouped(
            [row for row in self.table("questions") if row.cell("parent_qid") in ("", "0")],
            "qid",
            "question_order",
        )
        questions.sort(key=lambda rows: places.get(rows[0].cell("gid"), len(places)))
        return Survey(
            self.languages,
            {
                self._language(row, "surveyls_language"): row.cell("surveyls_title")
                for row in self._settings()
            },
            [self._section(rows) for rows in sections],
            [self._item(rows) for rows in questions],
            list(self._features(questions)),
        )

    def table(self, name: str) -> Sequence[_Row]:
        """Return the rows of a table, none where the file does not have it."""
        return self.rows.get(name, ())

    def of(self, table: str, column: str, value: str) -> Sequence[_Row]:
        """Return the rows of a table that have a value in a column; each table is sorted through once."""
        index = self.indexes.get((table, column))
        if index is None:
            index = self.indexes[table, column] = defaultdict(list)
            for row in self.table(table):
                index[row.cell(column)].append(row)
        return index.get(value, ())

    def _settings(self) -> Sequence[_Row]:
        return self.table("surveys_languagesettings")

    def _section(self, rows: Sequence[_Row]) -> Section:
        row = rows[0]
        said = self.of("group_l10ns", "gid", row.cell("gid")) or rows
        return Section(
            row.line,
            self._texts(said, "group_name"),
            self._texts(said, "description"),
            row.cell("grelevance"),
            row.cell("gid"),
        )

    def _item(self, rows: Sequence[_Row]) -> Item:
        row = rows[0]
        id = row.cell("qid")
        said = self._said(id) or rows
        subquestions = [
            row for table in ("subquestions", "questions") for row in self.of(table, "parent_qid", id)
        ]
        return Item(
            row=row.line,
            letter=row.cell("type"),
            code=row.cell("title"),
            text=self._texts(said, "question"),
            help=self._texts(said, "help"),
            mandatory=row.cell("mandatory"),
            other=row.cell("other"),
            relevance=row.cell("relevance"),
            validation=row.cell("preg"),
            default=self._default(id),
            subquestions=[
                self._subquestion(found) for found in self._grouped(subquestions, "qid", "question_order")
            ],
            answers=self._answers(id),
            attributes={
                one.cell("attribute"): one.cell("value")
                for one in self.of("question_attributes", "qid", id)
                if one.cell("value").strip()
            },
            section=row.cell("gid"),
        )

    def _said(self, id: str) -> list[_Row]:
        return [row for table in ("question_l10ns", "subquestion_l10ns") for row in self.of(table, "qid", id)]

    def _subquestion(self, rows: Sequence[_Row]) -> Part:
        row = rows[0]
        texts = self._texts(self._said(row.cell("qid")) or rows, "question")
        return Part(row.line, row.cell("title"), texts, row.cell("scale_id") or "0")

    def _answers(self, id: str) -> list[Part]:
        rows = self.of("answers", "qid", id)
        by_code: dict[tuple[str, str, int], list[_Row]] = defaultdict(list)
        met: dict[tuple[str, ...], int] = defaultdict(int)
        for row in sorted(rows, key=lambda row: (row.number("scale_id"), row.number("sortorder"))):
            key = (row.cell("scale_id"), row.cell("code"))
            met[(*key, row.cell("language"))] += 1
            by_code[(*key, met[(*key, row.cell("language"))])].append(row)
        return [self._answer(found) for found in by_code.values()]

    def _answer(self, rows: Sequence[_Row]) -> Part:
        row = rows[0]
        aid, qid, code = row.cell("aid"), row.cell("qid"), row.cell("code")
        apart = self.of("answer_l10ns", "aid", aid) if aid else ()
        apart = apart or [one for one in self.of("answer_l10ns", "qid", qid) if one.cell("code") == code]
        return Part(
            row.line, row.cell("code"), self._texts(apart or rows, "answer"), row.cell("scale_id") or "0"
        )

    def _default(self, id: str) -> str:
        for row in self.of("defaultvalues", "qid", id):
            said = (*self.of("defaultvalue_l10ns", "dvid", row.cell("dvid")), row)
            if filled := next((one.cell("defaultvalue") for one in said if one.cell("defaultvalue")), ""):
                return filled
        return ""

    def _features(self, questions: Iterable[Sequence[_Row]]) -> Iterable[Feature]:
        names = {rows[0].cell("qid"): rows[0].cell("title") for rows in questions}
        # Since there are expressions, each condition stands in the expression of its question, too.
        said = {rows[0].cell("qid") for rows in questions if rows[0].cell("relevance").strip() not in ALWAYS}
        for row in self._settings():
            for setting in TEXTS_OF_SURVEY:
                if row.cell(setting).strip():
                    yield Feature(row.line, setting)
        for row in self.table("conditions"):
            if row.cell("qid") in said:
                continue
            rule = f"{row.cell('cfieldname')} {row.cell('method').strip()} {row.cell('value')}".strip()
            yield Feature(row.line, names.get(row.cell("qid"), ""), rule, is_rule=True)
        for table in OTHER_TABLES:
            for row in self.table(table):
                yield Feature(row.line, row.cell("name"), table.removesuffix("s"))

    def _grouped(self, rows: Iterable[_Row], id: str, order: str) -> list[list[_Row]]:
        """Return the rows by their id, base language first, in the order that the file states."""
        found: dict[str, list[_Row]] = defaultdict(list)
        for row in rows:
            found[row.cell(id)].append(row)
        for same in found.values():
            same.sort(key=lambda row: self._language(row) != self.languages[0])
        return sorted(found.values(), key=lambda same: (same[0].number("scale_id"), same[0].number(order)))

    def _texts(self, rows: Iterable[_Row], column: str) -> Texts:
        return {self._language(row): row.cell(column) for row in rows if row.cell(column).strip()}

    def _language(self, row: _Row, column: str = "language") -> str:
        return row.cell(column).strip() or self.languages[0]


def _parsed(name: str, content: bytes) -> Any:
    """Return the root of the document; one with a document type could hide entities and is refused."""
    from lxml import etree  # loaded when needed

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise EngineError(Problem.FILE_BROKEN, name=name) from error
    if root is None or root.getroottree().docinfo.doctype:
        raise EngineError(Problem.FILE_BROKEN, name=name)
    return root


def _rows(table: Any) -> tuple[_Row, ...]:
    return tuple(
        _Row(row.sourceline or 0, {cell.tag: cell.text or "" for cell in row if isinstance(cell.tag, str)})
        for row in table.findall("rows/row")
    )
