"""Themes, codings, quotes and vectors in the database: read as values, written row by row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Select, delete, func, select, update
from sqlmodel import col

from survey_engine.collect.models import Answer
from survey_engine.storage.compare import GROUP, HAS_WORDS, IS_A_PERSON, PERSON
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AnswerRow,
    CodingRow,
    EvidenceRow,
    ParticipantRow,
    QuoteRow,
    SessionRow,
    ThemeRow,
    VectorRow,
)
from survey_engine.themes.codings import Voice
from survey_engine.themes.models import MACHINE, Coding, Quote, Theme

MOST_AT_ONCE = 500
POINTING: tuple[type[Any], ...] = (QuoteRow, EvidenceRow)


def voices(
    transaction: Transaction, session_ids: Sequence[str], question_ids: Sequence[str] = ()
) -> tuple[Voice, ...]:
    """Return the current answers in words, the earliest first (of all questions where none is named)."""
    statement = (
        _voices()
        .where(col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), HAS_WORDS)
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    if question_ids:
        statement = statement.where(col(AnswerRow.question_id).in_(question_ids))
    return _as_voices(transaction, statement)


def voices_by_id(transaction: Transaction, answer_ids: Sequence[str]) -> dict[str, Voice]:
    """Return these answers, by id, also those that were changed since."""
    found = _as_voices(transaction, _voices().where(col(AnswerRow.id).in_(answer_ids)))
    return {voice.id: voice for voice in found}


def _voices() -> Select:
    return (
        select(
            col(AnswerRow.id),
            col(AnswerRow.text),
            PERSON,
            IS_A_PERSON,
            GROUP,
            col(AnswerRow.session_id),
            col(SessionRow.title),
            col(AnswerRow.question_id),
        )
        .select_from(AnswerRow)
        .join(SessionRow, col(SessionRow.id) == col(AnswerRow.session_id))
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
    )


def _as_voices(transaction: Transaction, statement: Select) -> tuple[Voice, ...]:
    return tuple(
        Voice(id, text or "", str(person) if is_person else "", group, session, title, question)
        for id, text, person, is_person, group, session, title, question in transaction.execute(statement)
    )


def answers_in_words(transaction: Transaction, session_ids: Sequence[str]) -> dict[str, int]:
    """Return how many current answers in words each question has."""
    statement = (
        select(col(AnswerRow.question_id), func.count())
        .where(col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), HAS_WORDS)
        .group_by(col(AnswerRow.question_id))
    )
    return {str(question): int(number) for question, number in transaction.execute(statement)}


def answer_in_study(transaction: Transaction, study_id: str, answer_id: str) -> Answer | None:
    """Return an answer of a study, or None where it has none of that id."""
    row = transaction.get(AnswerRow, answer_id)
    session = transaction.get(SessionRow, row.session_id) if row else None
    return Answer.model_validate(row) if session and session.study_id == study_id else None


def themes_of(transaction: Transaction, study_id: str) -> tuple[Theme, ...]:
    """Return every theme of a study, whatever its state, in order."""
    statement = (
        select(ThemeRow)
        .where(col(ThemeRow.study_id) == study_id)
        .order_by(col(ThemeRow.position), col(ThemeRow.created_at), col(ThemeRow.id))
    )
    return tuple(Theme.model_validate(row) for row in transaction.execute(statement).scalars())


def codings_of(transaction: Transaction, theme_ids: Iterable[str]) -> tuple[Coding, ...]:
    """Return every coding of these themes, refusals among them, of answers that still count."""
    statement = (
        select(CodingRow)
        .join(AnswerRow, col(AnswerRow.id) == col(CodingRow.answer_id))
        .where(col(CodingRow.theme_id).in_(list(theme_ids)), col(AnswerRow.is_current))
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id), col(CodingRow.theme_id))
    )
    return tuple(Coding.model_validate(row) for row in transaction.execute(statement).scalars())


def put_coding(transaction: Transaction, coding: Coding) -> None:
    """Store a coding; the machine never overwrites what a person said."""
    row = transaction.get(CodingRow, (coding.theme_id, coding.answer_id))
    if row is None:
        transaction.add(CodingRow(**coding.model_dump()))
    elif coding.made_by != MACHINE or row.made_by == MACHINE:
        for name, value in coding.model_dump().items():
            setattr(row, name, value)


def clear_codings(
    transaction: Transaction, theme_ids: Sequence[str], *, of_the_machine_only: bool = False
) -> None:
    """Delete the codings of these themes."""
    statement = delete(CodingRow).where(col(CodingRow.theme_id).in_(theme_ids))
    if of_the_machine_only:
        statement = statement.where(col(CodingRow.made_by) == MACHINE)
    transaction.execute(statement)


def coding_of(transaction: Transaction, theme_id: str, answer_id: str) -> Coding | None:
    """Return what was said about one answer and one theme, if anything was."""
    row = transaction.get(CodingRow, (theme_id, answer_id))
    return Coding.model_validate(row) if row else None


def delete_theme(transaction: Transaction, theme_id: str) -> None:
    """Delete a theme with its codings; quotes and evidence that point at it stay, without it."""
    row = transaction.get(ThemeRow, theme_id)
    if row is not None:
        clear_codings(transaction, [theme_id])
        transaction.delete(row)
        transaction.flush()


def point_elsewhere(transaction: Transaction, theme_ids: Sequence[str], target: str) -> None:
    """Let quotes and evidence that point at these themes point at another."""
    for table in POINTING:
        statement = update(table).where(col(table.theme_id).in_(theme_ids)).values(theme_id=target)
        transaction.execute(statement.execution_options(synchronize_session=False))


def pointing_at(transaction: Transaction, theme_id: str) -> dict[str, list[str]]:
    """Return the ids of the quotes and the evidence that point at a theme, by table."""
    return {
        str(table.__tablename__): list(
            transaction.execute(select(col(table.id)).where(col(table.theme_id) == theme_id)).scalars()
        )
        for table in POINTING
    }


def point_back(transaction: Transaction, pointing: Mapping[str, Sequence[str]], theme_id: str) -> None:
    """Let these quotes and this evidence point at a theme again."""
    for table in POINTING:
        ids = pointing.get(str(table.__tablename__), ())
        statement = update(table).where(col(table.id).in_(ids)).values(theme_id=theme_id)
        transaction.execute(statement.execution_options(synchronize_session=False))


def existing_answers(transaction: Transaction, answer_ids: Iterable[str]) -> set[str]:
    """Return those of these ids that are still answers: some may have been taken back."""
    wanted, found = list(dict.fromkeys(answer_ids)), set[str]()
    for start in range(0, len(wanted), MOST_AT_ONCE):
        part = wanted[start : start + MOST_AT_ONCE]
        found.update(
            transaction.execute(select(col(AnswerRow.id)).where(col(AnswerRow.id).in_(part))).scalars()
        )
    return found


def quotes_of(transaction: Transaction, study_id: str) -> tuple[Quote, ...]:
    """Return the quotes of a study, the earliest kept first, those taken back among them."""
    statement = (
        select(QuoteRow)
        .where(col(QuoteRow.study_id) == study_id)
        .order_by(col(QuoteRow.made_at), col(QuoteRow.id))
    )
    return tuple(Quote.model_validate(row) for row in transaction.execute(statement).scalars())


def count_evidence_on(transaction: Transaction, quote_id: str) -> int:
    """Return how many pieces of evidence rest on a quote."""
    statement = select(func.count()).select_from(EvidenceRow).where(col(EvidenceRow.quote_id) == quote_id)
    return int(transaction.execute(statement).scalar_one())


def vectors_by_hash(transaction: Transaction, hashes: Sequence[str], model: str) -> dict[str, np.ndarray]:
    """Return the stored vectors of these texts, by hash."""
    found: dict[str, np.ndarray] = {}
    for start in range(0, len(hashes), MOST_AT_ONCE):
        statement = select(VectorRow).where(
            col(VectorRow.text_hash).in_(hashes[start : start + MOST_AT_ONCE]), col(VectorRow.model) == model
        )
        for row in transaction.execute(statement).scalars():
            found[row.text_hash] = np.frombuffer(row.numbers, dtype="<f4")
    return found


def put_vectors(transaction: Transaction, vectors: Mapping[str, np.ndarray], model: str) -> None:
    """Store vectors by hash; one that is there already stays."""
    known = vectors_by_hash(transaction, list(vectors), model)
    transaction.add_all(
        [
            VectorRow(text_hash=key, model=model, numbers=np.asarray(numbers, dtype="<f4").tobytes())
            for key, numbers in vectors.items()
            if key not in known
        ]
    )
