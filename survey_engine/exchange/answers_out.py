"""The answers of a study as three tables: long, wide, and the codebook that explains them.

Long    one row for each current answer; its words stand there once, verbatim. Several codes
        share a cell, with | between them.
Wide    one row for each participant, a column for each question or for each part of it (see
        `wide.py`). Notes and turns said aloud are in long alone.
Codebook  one row for each column, and for each code of a column.

Participants are numbers within their session; labels and names are never handed out.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from survey_engine.collect.models import AnswerValue
from survey_engine.collect.showing import shown_to
from survey_engine.design.kinds import Question
from survey_engine.exchange.study_answers import OutAnswer, OutPerson, StudyAnswers
from survey_engine.exchange.tables import Cell, Table, code_cell
from survey_engine.exchange.wide import (
    BETWEEN,
    CIRCUMSTANCES,
    WideColumn,
    cell_of,
    circumstance_of,
    columns_of,
    joined_codes,
)
from survey_engine.texts import pick

LONG_COLUMNS = (
    *("answer_id", "session", "session_title", "mode", "participant", "group", "group_label"),
    *("question_id", "question_key", "question", "kind", "about", "entry", "codes", "labels"),
    *("text", "language", "origin", "said_at"),
)
PERSON_COLUMNS = (
    *("session", "session_title", "mode", "participant", "group", "group_label"),
    *("language", "joined_at"),
)
# In English, like the names of the columns: the codebook is read by programs, too.
MEANINGS = {
    "answer_id": "identifier of the answer",
    "session": "identifier of the session",
    "session_title": "title of the session",
    "mode": "live, survey or record",
    "participant": "number of the participant within the session; empty where nobody is known",
    "group": "key of the group that the participant named",
    "group_label": "name of the group",
    "question_id": "identifier of the question, the same in all versions; said-aloud for notes and turns",
    "question_key": "short name of the question",
    "question": "question as it was asked",
    "kind": "kind of the question",
    "about": "identifier of the question that was being talked about when something was said aloud",
    "entry": "number of the entry where one person gave several, from 0",
    "codes": "code of what was chosen; several have | between them",
    "labels": "what the codes say; several have | between them",
    "text": "the person's own words, verbatim; the entries of a words question have line breaks between them",
    "language": "language of the answer where it is known; in the wide table, of the participant",
    "origin": "participant, note, transcript, import or paper",
    "said_at": "when the answer was given, in UTC",
    "joined_at": "when the participant joined, in UTC",
}
WIDE_NOTE = "Notes and turns said aloud, and answers without a participant, are in answers_long alone."
SAFE_NOTE = "Texts that start like a formula have an apostrophe in front; Balsis takes it off on import."


def long_table(source: StudyAnswers, language: str) -> Table:
    """Return one row for each current answer, labels and questions in `language` where it has them."""
    sessions = {session.id: session for session in source.sessions}
    groups = _GroupCells(source, language)
    asked = _AskedCells(source, language)
    rows: list[Sequence[Cell]] = []
    for answer in source.answers:
        session = sessions[answer.session_id]
        person = source.person.get(answer.participant_id or "")
        question = asked.question(answer)
        rows.append(
            (
                *(answer.id, session.id, session.title, str(session.mode)),
                person.number if person else None,
                *groups[person.group_key if person else answer.group_key],
                *(answer.question_id, *asked[answer.session_id, answer.question_id]),
                *(answer.about or None, answer.entry),
                *(joined_codes(answer.codes), _labels(answer.codes, question, language)),
                *(answer.text, answer.language, answer.origin, _time(answer.said_at)),
            )
        )
    return Table("answers_long", LONG_COLUMNS, rows)


class _GroupCells(dict[str | None, tuple[Cell, Cell]]):
    """Key and name of each group, looked up once."""

    def __init__(self, source: StudyAnswers, language: str) -> None:
        self.source, self.language = source, language

    def __missing__(self, key: str | None) -> tuple[Cell, Cell]:
        self[key] = (key, self.source.group_label(key, self.language) or None)
        return self[key]


class _AskedCells(dict[tuple[str, str], tuple[Cell, Cell, Cell]]):
    """Key, text and kind of each question as a session asked it, looked up once."""

    def __init__(self, source: StudyAnswers, language: str) -> None:
        self.source, self.language = source, language

    def question(self, answer: OutAnswer) -> Question | None:
        """Return the question that was answered; None for what was said aloud."""
        asked = self.source.as_asked.get((answer.session_id, answer.question_id))
        return asked or self.source.questions.get(answer.question_id)

    def __missing__(self, place: tuple[str, str]) -> tuple[Cell, Cell, Cell]:
        question = self.source.as_asked.get(place) or self.source.questions.get(place[1])
        cells = (question.key, pick(question.text, self.language), question.kind) if question else None
        self[place] = cells or (None, None, None)
        return self[place]


def wide_table(source: StudyAnswers, language: str) -> Table:
    """Return one row for each participant, also those who answered nothing."""
    columns = [
        column
        for question in source.questions.values()
        for column in columns_of(question, source.names[question.id])
    ]
    places: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        places.setdefault(column.question.id, []).append(place)
    given: dict[str, dict[str, list[OutAnswer]]] = {}
    for answer in source.answers:
        if answer.participant_id and source.is_in_wide(answer):
            given.setdefault(answer.participant_id, {}).setdefault(answer.question_id, []).append(answer)
    beside = [place for place, column in enumerate(columns) if column.holds in CIRCUMSTANCES]
    sessions = {session.id: session for session in source.sessions}
    groups = _GroupCells(source, language)
    rows: list[Sequence[Cell]] = []
    for person in source.people:
        session = sessions[person.session_id]
        cells: list[Cell] = [None] * len(columns)
        for question_id, answers in given.get(person.id, {}).items():
            for place in places[question_id]:
                if columns[place].holds not in CIRCUMSTANCES:
                    cells[place] = cell_of(columns[place], answers)
        for place in beside:
            cells[place] = _circumstance(source, person, columns[place], given.get(person.id, {}))
        about = (session.id, session.title, str(session.mode), person.number, *groups[person.group_key])
        rows.append((*about, person.language, _time(person.joined_at), *cells))
    return Table("answers_wide", (*PERSON_COLUMNS, *(column.name for column in columns)), rows)


def _circumstance(
    source: StudyAnswers, person: OutPerson, column: WideColumn, given: Mapping[str, Sequence[OutAnswer]]
) -> Cell:
    """Return how a question was put to a person; empty where their session did not have it."""
    questions = source.questions_of(person.session_id)
    if column.question.id not in {question.id for question in questions}:
        return None
    values = {id: AnswerValue(codes=said[0].codes, text=said[0].text) for id, said in given.items()}
    shown = shown_to(questions, values, person.group_key)
    return circumstance_of(column, person.id, given.get(column.question.id, ()), shown)


def codebook(source: StudyAnswers) -> Table:
    """Return a row for each column of both tables, and for each code that a column may hold."""
    languages = source.languages
    columns = (
        *("file", "column", "meaning", "question_id", "question_key", "kind"),
        *(f"question_{code}" for code in languages),
        *(f"help_{code}" for code in languages),
        "code",
        *(f"label_{code}" for code in languages),
        "note",
    )
    blank = [None] * (len(columns) - 4)
    rows: list[Sequence[Cell]] = [
        ("answers_long", name, MEANINGS[name], *blank, SAFE_NOTE if name == "text" else None)
        for name in LONG_COLUMNS
    ]
    rows += [
        ("answers_wide", name, MEANINGS[name], *blank, WIDE_NOTE if name == "participant" else None)
        for name in PERSON_COLUMNS
    ]
    for question in source.questions.values():
        rows += _question_rows(source, question)
    return Table("codebook", columns, rows)


def _question_rows(source: StudyAnswers, question: Question) -> Iterator[Sequence[Cell]]:
    languages = source.languages
    for column in columns_of(question, source.names[question.id]):
        about = (
            *("answers_wide", column.name, str(column.holds)),
            *(question.id, question.key, question.kind),
            *(question.text.get(code) for code in languages),
            *(question.help.get(code) for code in languages),
        )
        for code, label in column.codes or ((None, {}),):
            cell = None if code is None else code_cell(code)
            yield (*about, cell, *(label.get(one) for one in languages), None)


def _labels(codes: tuple[str, ...], question: Question | None, language: str) -> Cell:
    if question is None or not codes:
        return None
    return BETWEEN.join(pick(question.label(code), language) or code for code in codes)


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def tables_of(source: StudyAnswers, language: str) -> tuple[Table, Table, Table]:
    """Return all three tables: long, wide, codebook."""
    return long_table(source, language), wide_table(source, language), codebook(source)
