"""Read a Polis conversation as it is exported: comments.csv, votes.csv, participants-votes.csv.

Every comment becomes a statement, also the rejected ones, which are marked. A vote counts
where it is the last that a person gave on a statement. Polis's own opinion groups become
groups of the study. Format: https://compdemocracy.org/export (in a vote 1 agrees, -1
disagrees, 0 passes).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from survey_engine.collect.models import Origin
from survey_engine.design.kinds import Statement
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.csv_in import read_csv
from survey_engine.exchange.intake import Intake, NamedGroup, Person, Said
from survey_engine.exchange.languages import language_of_most
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import Row, Sheet
from survey_engine.texts import Texts

COMMENTS, VOTES, PEOPLE, SUMMARY = "comments.csv", "votes.csv", "participants-votes.csv", "summary.csv"
FILES = (COMMENTS, VOTES, PEOPLE, SUMMARY)
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
REJECTED_HELP: Texts = {
    "lv": "Polis sarunas moderatori šo apgalvojumu noraidīja.",
    "en": "The moderators of the Polis conversation rejected this statement.",
    "ru": "Модераторы обсуждения в Polis отклонили это утверждение.",
}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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
class _Read:
    """What one of the files held."""

    refused: tuple[Refusal, ...]
    remarks: tuple[Remark, ...]


def read_polis(
    folder: str, files: Mapping[str, bytes], *, now: datetime, language: str | None = None
) -> Intake:
    """Return a conversation from the contents of its files, by name; `folder` is where they came from.

    `language` is that of the statements; without it, it is found from them. Raises FILE_MISSING,
    COLUMN_MISSING, ROWS_NONE, and what `read_csv` raises.
    """
    comments, from_comments = _comments(_sheet(folder, files, COMMENTS))
    votes, voters, from_votes = _votes(_sheet(folder, files, VOTES), {comment.number for comment in comments})
    groups, from_people = _groups(_sheet(folder, files, PEOPLE)) if PEOPLE in files else ({}, _Read((), ()))
    kept = _last_votes(votes)
    found = language or language_of_most([comment.body for comment in comments])
    about = _summary(files)
    times = [vote.at for vote in votes] or [now]
    remarks = (
        *from_comments.remarks,
        *from_votes.remarks,
        *from_people.remarks,
        *_counted(About.VOTES_SUPERSEDED, VOTES, len(votes) - len(kept)),
        *_counted(About.AUTHORS_WITHOUT_VOTES, COMMENTS, _silent_authors(comments, voters | groups.keys())),
        *_counted(About.PEOPLE_WITHOUT_VOTES, PEOPLE, len(groups.keys() - voters)),
        *(() if language else (Remark(About.LANGUAGE_FOUND, {"language": found}),)),
    )
    return Intake(
        name=folder,
        title=about.get("topic", "") or folder,
        purpose=about.get("conversation-description", ""),
        language=found,
        origin=Origin.IMPORT,
        groups=_named_groups(groups.values()),
        questions=tuple(_statement(comment, found) for comment in comments),
        people=_people(votes, voters, groups, found, min(times)),
        said=[Said(vote.voter, f"s{vote.comment}", 0, (vote.code,), None, None, vote.at) for vote in kept],
        held_at=min(times),
        ended_at=max(times),
        refused=(*from_comments.refused, *from_votes.refused, *from_people.refused),
        remarks=remarks,
    ).refuse_empty()


def _sheet(folder: str, files: Mapping[str, bytes], name: str) -> Sheet:
    if name not in files:
        raise EngineError(Problem.FILE_MISSING, name=name, folder=folder)
    sheet = read_csv(name, files[name])
    known = KNOWN[name]
    # The matrix has a column for each statement, named by its number: it repeats votes.csv.
    matrix = [column for column in sheet.columns if name == PEOPLE and column.isdecimal()]
    return replace(sheet, remarks=(*sheet.remarks, *sheet.remark_on_columns((*known, *matrix))))


def _comments(sheet: Sheet) -> tuple[tuple[Comment, ...], _Read]:
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
        *_counted(About.STATEMENTS_REJECTED, sheet.name, rejected),
        *_counted(About.STATEMENTS_WITHOUT_TEXT, sheet.name, empty),
    )
    return comments, _Read(tuple(refused), remarks)


def _votes(sheet: Sheet, statements: set[int]) -> tuple[list[Vote], set[int], _Read]:
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
    return votes, voters, _Read(tuple(refused), sheet.remarks)


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


def _groups(sheet: Sheet) -> tuple[dict[int, int | None], _Read]:
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
    return found, _Read(tuple(refused), sheet.remarks)


def _last_votes(votes: Sequence[Vote]) -> list[Vote]:
    """Return each person's last vote on each statement; of two at the same moment, the later row."""
    ordered = sorted(votes, key=lambda vote: vote.at)
    last = {(vote.voter, vote.comment): vote for vote in ordered}
    return sorted(last.values(), key=lambda vote: vote.at)


def _people(
    votes: Sequence[Vote], voters: set[int], groups: Mapping[int, int | None], language: str, start: datetime
) -> list[Person]:
    joined: dict[int, datetime] = {}
    for vote in votes:
        joined[vote.voter] = min(vote.at, joined.get(vote.voter, vote.at))
    return [
        Person(number, "", _group_key(groups.get(number)), language, joined.get(number, start))
        for number in sorted(voters | groups.keys())
    ]


def _statement(comment: Comment, language: str) -> Statement:
    body = comment.body if comment.body.strip() else f"[{comment.number}]"
    return Statement(
        id=comment.question_id,
        key=comment.question_id,
        text={language: body},
        help=REJECTED_HELP if comment.is_rejected else {},
    )


def _named_groups(found: Iterable[int | None]) -> tuple[NamedGroup, ...]:
    numbers = sorted({group for group in found if group is not None})
    return tuple(
        NamedGroup(f"polis-{number}", dict.fromkeys(("lv", "en", "ru"), f"Polis {_letter(number)}"))
        for number in numbers
    )


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else str(number)


def _group_key(group: int | None) -> str | None:
    return None if group is None else f"polis-{group}"


def _silent_authors(comments: Sequence[Comment], people: set[int]) -> int:
    return len({comment.author for comment in comments if comment.author} - {str(one) for one in people})


def _summary(files: Mapping[str, bytes]) -> dict[str, str]:
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


def _counted(about: About, file: str, number: int) -> tuple[Remark, ...]:
    return (Remark(about, {"file": file, "number": number}),) if number else ()
