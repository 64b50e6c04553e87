"""The answers behind a piece of evidence: whose they are (a person, a group, a session), never a name.

People are counted as in `survey_engine.storage.compare`: a participant is one person, an
imported answer of nobody in particular is a person of its own, a note is nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, distinct, func, select
from sqlmodel import col

from survey_engine.collect.models import Answer
from survey_engine.guidelines.facts import Voice
from survey_engine.storage.collect import NOT_DECLINED
from survey_engine.storage.compare import HAS_WORDS, IS_A_PERSON, PERSON
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AnswerRow,
    CodingRow,
    DecisionRow,
    ParticipantRow,
    QuoteRow,
    SessionRow,
    ThemeRow,
)
from survey_engine.themes.models import MACHINE, Quote, ThemeState

OWN_GROUP = func.coalesce(col(ParticipantRow.group_key), col(AnswerRow.group_key))
VOICE = (
    col(AnswerRow.id),
    case((IS_A_PERSON, PERSON), else_=None),
    OWN_GROUP,
    col(AnswerRow.session_id),
)


@dataclass(frozen=True, slots=True)
class QuotedAnswer:
    """A quote with the answer it is a place in (None where that was taken back) and whose it is."""

    quote: Quote
    answer: Answer | None
    voice: Voice | None


def quotes_with_answers(transaction: Transaction, quote_ids: Sequence[str]) -> dict[str, QuotedAnswer]:
    """Return quotes with their answers by id, also those that were taken back."""
    statement = (
        select(QuoteRow, AnswerRow, *VOICE)
        .select_from(QuoteRow)
        .outerjoin(AnswerRow, col(AnswerRow.id) == col(QuoteRow.answer_id))
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(col(QuoteRow.id).in_(quote_ids))
    )
    return {
        quote.id: QuotedAnswer(
            Quote.model_validate(quote),
            Answer.model_validate(answer) if answer is not None else None,
            Voice(*voice) if answer is not None else None,
        )
        for quote, answer, *voice in transaction.execute(statement)
    }


def quote_ids_of(transaction: Transaction, study_id: str) -> tuple[str, ...]:
    """Return the quotes of a study that were not taken back, the newest first."""
    statement = (
        select(col(QuoteRow.id))
        .where(col(QuoteRow.study_id) == study_id, col(QuoteRow.answer_id).is_not(None))
        .order_by(col(QuoteRow.made_at).desc(), col(QuoteRow.id))
    )
    return tuple(transaction.execute(statement).scalars())


def voices_of_themes(transaction: Transaction, theme_ids: Sequence[str]) -> dict[str, tuple[Voice, ...]]:
    """Return the current answers that belong to each theme, notes among them."""
    statement = (
        select(col(CodingRow.theme_id), *VOICE)
        .select_from(CodingRow)
        .join(AnswerRow, col(AnswerRow.id) == col(CodingRow.answer_id))
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(
            col(CodingRow.theme_id).in_(theme_ids),
            col(CodingRow.accepted),
            col(AnswerRow.is_current),
            HAS_WORDS,
        )
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    found: dict[str, list[Voice]] = {}
    for theme, *voice in transaction.execute(statement):
        found.setdefault(theme, []).append(Voice(*voice))
    return {theme: tuple(voices) for theme, voices in found.items()}


def voices_of_codes(
    transaction: Transaction, question_ids: Sequence[str]
) -> dict[tuple[str, str], tuple[Voice, ...]]:
    """Return the current answers of people that hold each code, by (question, code)."""
    statement = (
        select(col(AnswerRow.question_id), col(AnswerRow.codes), *VOICE)
        .select_from(AnswerRow)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(col(AnswerRow.question_id).in_(question_ids), col(AnswerRow.is_current), IS_A_PERSON)
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    found: dict[tuple[str, str], list[Voice]] = {}
    for question, codes, *voice in transaction.execute(statement):
        for code in codes:
            found.setdefault((question, code), []).append(Voice(*voice))
    return {key: tuple(voices) for key, voices in found.items()}


def people_who_answered(
    transaction: Transaction, session_ids: Sequence[str]
) -> tuple[tuple[str, str | None, int], ...]:
    """Return (session, group, people) for the people who gave any answer in these sessions."""
    statement = (
        select(col(AnswerRow.session_id), OWN_GROUP, func.count(distinct(PERSON)))
        .select_from(AnswerRow)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), IS_A_PERSON)
        .group_by(col(AnswerRow.session_id), OWN_GROUP)
    )
    return tuple((session, group, int(people)) for session, group, people in _rows(transaction, statement))


def count_notes(transaction: Transaction, session_ids: Sequence[str]) -> dict[str, int]:
    """Return how many notes of what was said aloud each session has."""
    statement = (
        select(col(AnswerRow.session_id), func.count())
        .where(col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), ~IS_A_PERSON)
        .group_by(col(AnswerRow.session_id))
    )
    return {session: int(notes) for session, notes in _rows(transaction, statement)}


def count_answered(transaction: Transaction, session_ids: Sequence[str]) -> dict[tuple[str, str], int]:
    """Return how many people answered each question, by (session, question)."""
    statement = (
        select(col(AnswerRow.session_id), col(AnswerRow.question_id), func.count(distinct(PERSON)))
        .where(
            col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), NOT_DECLINED, IS_A_PERSON
        )
        .group_by(col(AnswerRow.session_id), col(AnswerRow.question_id))
    )
    return {(session, question): int(people) for session, question, people in _rows(transaction, statement)}


@dataclass(frozen=True, slots=True)
class ThemeWork:
    """How many themes were kept and proposed, answers placed by the machine and by people, and refused."""

    kept: int
    suggested: int
    by_machine: int
    by_people: int
    refused: int
    decisions: int
    quotes: int


def theme_work(transaction: Transaction, study_id: str) -> ThemeWork:
    """Return what was done about the themes of a study, counted."""
    themes = {
        bool(by_machine): int(count) for by_machine, count in _rows(transaction, _count_themes(study_id))
    }
    codings = {
        (by_machine, accepted): int(count)
        for by_machine, accepted, count in _rows(transaction, _count_codings(study_id))
    }
    return ThemeWork(
        kept=sum(themes.values()),
        suggested=themes.get(True, 0),
        by_machine=codings.get((True, True), 0),
        by_people=codings.get((False, True), 0),
        refused=codings.get((False, False), 0),
        decisions=_count_decisions(transaction, study_id),
        quotes=len(quote_ids_of(transaction, study_id)),
    )


def _count_themes(study_id: str) -> Any:
    by_machine = col(ThemeRow.made_by) == MACHINE
    return (
        select(by_machine, func.count())
        .where(col(ThemeRow.study_id) == study_id, col(ThemeRow.state) == ThemeState.KEPT)
        .group_by(by_machine)
    )


def _count_codings(study_id: str) -> Any:
    by_machine = col(CodingRow.made_by) == MACHINE
    return (
        select(by_machine, col(CodingRow.accepted), func.count())
        .select_from(CodingRow)
        .join(ThemeRow, col(ThemeRow.id) == col(CodingRow.theme_id))
        .where(col(ThemeRow.study_id) == study_id, col(ThemeRow.state) == ThemeState.KEPT)
        .group_by(by_machine, col(CodingRow.accepted))
    )


def _count_decisions(transaction: Transaction, study_id: str) -> int:
    statement = select(func.count()).where(
        col(DecisionRow.study_id) == study_id,
        col(DecisionRow.action).startswith("theme") | col(DecisionRow.action).startswith("coding"),
    )
    return int(transaction.execute(statement).scalar_one())


def session_rows(transaction: Transaction, study_id: str) -> dict[str, SessionRow]:
    """Return the sessions of a study by id, in the order in which they were held."""
    when = func.coalesce(col(SessionRow.held_at), col(SessionRow.created_at))
    statement = (
        select(SessionRow).where(col(SessionRow.study_id) == study_id).order_by(when, col(SessionRow.id))
    )
    return {row.id: row for row in transaction.execute(statement).scalars()}


def _rows(transaction: Transaction, statement: Any) -> list[Any]:
    return list(transaction.execute(statement))
