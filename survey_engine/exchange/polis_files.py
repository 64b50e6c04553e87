"""The four files of a Polis export, each read as values with what was refused in it.

Columns are found by name, in any order. Format: https://compdemocracy.org/export (in a vote
1 agrees, -1 disagrees, 0 passes; times in milliseconds since 1970).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.csv_in import read_csv
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import Row, Sheet

COMMENTS, VOTES, PEOPLE, SUMMARY = "comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"
# Polis's own report page writes the third one without the first s.
ALSO_PEOPLE = "participant-votes.csv"
FILES = (COMMENTS, VOTES, PEOPLE, SUMMARY, ALSO_PEOPLE)
KNOWN = {
    COMMENTS: (
        *("timestamp", "datetime", "comment-id", "author-id"),
        *("agrees", "disagrees", "moderated", "comment-body"),
    ),
    VOTES: ("timestamp", "datetime", "comment-id", "voter-id", "vote"),
    PEOPLE: ("participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"),
}
CODES = {"1": AGREE, "-1": DISAGREE, "0": PASS}
REJECTED = "-1"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Comment:
    """One statement of a conversation."""

    number: int
    body: str
    author: str
    is_rejected: bool

    @property
    def question_id(self) -> str:
        return f"s{self.number}"


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote, with the moment at which it was given."""

    comment: int
    voter: int
    code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Read:
    """What one of the files held."""

    refused: tuple[Refusal, ...]
    remarks: tuple[Remark, ...]


def polis_sheet(folder: str, files: Mapping[str, bytes], name: str) -> Sheet:
    if name not in files:
        raise EngineError(Problem.FILE_MISSING, name=name, folder=folder)
    sheet = read_csv(name, files[name])
    known = KNOWN[name]
    # The matrix has a column for each statement, named by its number: it repeats votes.csv.
    matrix = [column for column in sheet.columns if name == PEOPLE and column.isdecimal()]
    return replace(sheet, remarks=(*sheet.remarks, *sheet.remark_on_columns((*known, *matrix))))


def read_comments(sheet: Sheet) -> tuple[tuple[Comment, ...], Read]:
    number_at, body_at = sheet.position("comment-id"), sheet.position("comment-body")
    author_at = _optional(sheet, "author-id")
    moderated_at = _optional(sheet, "moderated")
    found: dict[int, Comment] = {}
    lines: dict[int, int] = {}
    refused = list(sheet.refused)
    for row in sheet.rows:
        number = _number(row.cells[number_at])
        if number is None:
            refused.append(_not_a_number(sheet, row, "comment-id", row.cells[number_at]))
        elif number in found:
            details = {"statement": number, "line": lines[number]}
            refused.append(Refusal(sheet.name, row.line, Reason.STATEMENT_TWICE, details))
        else:
            moderated = _whole(_cell(row, moderated_at))
            lines[number] = row.line
            found[number] = Comment(
                number, row.cells[body_at], _cell(row, author_at).strip(), moderated == REJECTED
            )
    comments = tuple(found[number] for number in sorted(found))
    rejected = sum(comment.is_rejected for comment in comments)
    empty = sum(not comment.body.strip() for comment in comments)
    remarks = (
        *sheet.remarks,
        *counted(About.STATEMENTS_REJECTED, sheet.name, rejected),
        *counted(About.STATEMENTS_WITHOUT_TEXT, sheet.name, empty),
    )
    return comments, Read(tuple(refused), remarks)


def read_votes(sheet: Sheet, statements: set[int]) -> tuple[list[Vote], set[int], Read]:
    """Return the votes in the order of the file, everybody who voted, and what was refused.

    Somebody whose votes are all on unknown statements was there all the same.
    """
    places = [sheet.position(name) for name in ("comment-id", "voter-id", "vote", "timestamp")]
    votes: list[Vote] = []
    voters: set[int] = set()
    refused = list(sheet.refused)
    for row in sheet.rows:
        comment, voter, vote, at = (row.cells[place].strip() for place in places)
        read = _vote(sheet, row, (comment, voter, vote, at), statements)
        if isinstance(read, Vote):
            votes.append(read)
        else:
            refused.append(read)
        number = _number(voter)
        if number is not None:
            voters.add(number)
    return votes, voters, Read(tuple(refused), sheet.remarks)


def _vote(sheet: Sheet, row: Row, cells: tuple[str, str, str, str], statements: set[int]) -> Vote | Refusal:
    comment, voter, vote, at = cells
    statement, person, code, moment = _number(comment), _number(voter), CODES.get(_whole(vote)), _moment(at)
    if statement is None:
        return _not_a_number(sheet, row, "comment-id", comment)
    if person is None:
        return _not_a_number(sheet, row, "voter-id", voter)
    if code is None:
        return Refusal(sheet.name, row.line, Reason.VOTE_IMPOSSIBLE, {"vote": vote})
    if statement not in statements:
        return Refusal(sheet.name, row.line, Reason.STATEMENT_UNKNOWN, {"statement": statement})
    if moment is None:
        return Refusal(sheet.name, row.line, Reason.TIME_IMPOSSIBLE, {"value": at})
    return Vote(statement, person, code, moment)


def read_groups(sheet: Sheet) -> tuple[dict[int, int | None], Read]:
    """Return everybody in the matrix with Polis's group, or None where Polis put them in none."""
    person_at, group_at = sheet.position("participant"), _optional(sheet, "group-id")
    found: dict[int, int | None] = {}
    lines: dict[int, int] = {}
    refused = list(sheet.refused)
    for row in sheet.rows:
        person, group = _number(row.cells[person_at]), _cell(row, group_at).strip()
        if person is None:
            refused.append(_not_a_number(sheet, row, "participant", row.cells[person_at]))
        elif person in found:
            details = {"participant": person, "line": lines[person]}
            refused.append(Refusal(sheet.name, row.line, Reason.PARTICIPANT_TWICE, details))
        elif group and _number(group) is None:
            refused.append(_not_a_number(sheet, row, "group-id", group))
        else:
            found[person], lines[person] = _number(group), row.line
    return found, Read(tuple(refused), sheet.remarks)


def read_summary(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return what summary.csv says about the conversation: a name and a value in each row."""
    if not files.get(SUMMARY):
        return {}
    sheet = read_csv(SUMMARY, files[SUMMARY])
    pairs = [sheet.columns, *(row.cells for row in sheet.rows)]
    return {cells[0].strip(): cells[1].strip() for cells in pairs if len(cells) > 1}


def _optional(sheet: Sheet, column: str) -> int | None:
    return sheet.position(column) if column in sheet.columns else None


def _cell(row: Row, place: int | None) -> str:
    return "" if place is None else row.cells[place]


def _number(text: str) -> int | None:
    """Return a whole number from 0 up; None for anything else."""
    plain = _whole(text)
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 10 else None


def _whole(text: str) -> str:
    """Return a number without the .0 with which other programs save whole numbers."""
    return text.strip().removesuffix(".0")


def _moment(milliseconds: str) -> datetime | None:
    if not (milliseconds.isascii() and milliseconds.isdecimal() and len(milliseconds) < 15):
        return None
    return EPOCH + timedelta(milliseconds=int(milliseconds))


def _not_a_number(sheet: Sheet, row: Row, column: str, value: str) -> Refusal:
    return Refusal(sheet.name, row.line, Reason.NOT_A_NUMBER, {"column": column, "value": value})


def counted(about: About, file: str, number: int) -> tuple[Remark, ...]:
    return (Remark(about, {"file": file, "number": number}),) if number else ()
