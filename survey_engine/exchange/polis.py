"""Read a Polis conversation as it is exported: comments, votes, and Polis's own opinion groups.

Every comment becomes a statement, also the rejected ones, which are marked. A vote counts
where it is the last that a person gave on a statement. Polis's groups become groups of the
study. Participants keep the numbers that Polis gave them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from survey_engine.collect.models import Origin
from survey_engine.design.kinds import Statement
from survey_engine.design.limits import LONGEST_TITLE
from survey_engine.exchange.intake import Intake, NamedGroup, Person, Said
from survey_engine.exchange.languages import language_of_most
from survey_engine.exchange.polis_files import (
    ALSO_PEOPLE,
    COMMENTS,
    FILES,
    PEOPLE,
    SUMMARY,
    VOTES,
    Comment,
    Read,
    Vote,
    counted,
    polis_sheet,
    read_comments,
    read_groups,
    read_summary,
    read_votes,
)
from survey_engine.exchange.refusals import About, Remark
from survey_engine.texts import Texts

__all__ = ["COMMENTS", "FILES", "PEOPLE", "SUMMARY", "VOTES", "read_polis"]

REJECTED_HELP: Texts = {
    "lv": "Polis sarunas moderatori šo apgalvojumu noraidīja.",
    "en": "The moderators of the Polis conversation rejected this statement.",
    "ru": "Модераторы обсуждения в Polis отклонили это утверждение.",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read_polis(
    folder: str, files: Mapping[str, bytes], *, now: datetime, language: str | None = None
) -> Intake:
    """Return a conversation from the contents of its files, by name; `folder` is where they came from.

    `language` is that of the statements; without it, it is found from them. Raises FILE_MISSING,
    COLUMN_MISSING, ROWS_NONE, and what `read_csv` raises.
    """
    if ALSO_PEOPLE in files:
        files = {PEOPLE: files[ALSO_PEOPLE], **files}
    comments, from_comments = read_comments(polis_sheet(folder, files, COMMENTS))
    votes, voters, from_votes = read_votes(
        polis_sheet(folder, files, VOTES), {comment.number for comment in comments}
    )
    groups, from_people = (
        read_groups(polis_sheet(folder, files, PEOPLE)) if PEOPLE in files else ({}, Read((), ()))
    )
    kept = _last_votes(votes)
    found = language or language_of_most([comment.body for comment in comments])
    title, purpose = _about(folder, read_summary(files))
    times = [vote.at for vote in votes] or [now]
    remarks = (
        *from_comments.remarks,
        *from_votes.remarks,
        *from_people.remarks,
        *counted(About.VOTES_SUPERSEDED, VOTES, len(votes) - len(kept)),
        *counted(About.AUTHORS_WITHOUT_VOTES, COMMENTS, _silent_authors(comments, voters | groups.keys())),
        *counted(About.PEOPLE_WITHOUT_VOTES, PEOPLE, len(groups.keys() - voters)),
        *(() if language else (Remark(About.LANGUAGE_FOUND, {"language": found}),)),
    )
    return Intake(
        name=folder,
        title=title,
        purpose=purpose,
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


def _about(folder: str, summary: Mapping[str, str]) -> tuple[str, str]:
    """Return title and purpose; a topic too long for a title begins the purpose instead."""
    topic, described = summary.get("topic", ""), summary.get("conversation-description", "")
    if len(topic) <= LONGEST_TITLE:
        return topic or folder, described
    return folder, f"{topic}\n\n{described}".strip()


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
