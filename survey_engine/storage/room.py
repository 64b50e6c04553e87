"""What a room needs from the database: its session by code, its people, and what each of them said."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from sqlmodel import col, delete, func, select, update

from survey_engine.collect.codes import code_from, fold_code
from survey_engine.collect.models import Answer, Participant, Session
from survey_engine.collect.rooms import steps_of
from survey_engine.collect.visits import RoomView
from survey_engine.design.models import Study
from survey_engine.settings import ROOT
from survey_engine.storage import collect as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.guidelines import blank_quotes_of
from survey_engine.storage.keys import hash_secret
from survey_engine.storage.tables import (
    AnswerRow,
    AttemptRow,
    ParticipantRow,
    SessionRow,
    StudyRow,
    VectorRow,
)

WORDS = ROOT / "data" / "lexicons" / "take_back_words.txt"


@lru_cache(maxsize=1)
def take_back_words() -> tuple[str, ...]:
    """Return the words of which take-back codes are made, in their fixed order."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def secret_of(folder: Path, participant_id: str) -> str:
    """Return the cookie secret of a participant; it is worked out with the installation's key, never stored."""
    return hash_secret(folder, f"cookie:{participant_id}")


def take_back_code_of(folder: Path, participant_id: str) -> str:
    """Return the take-back code of a participant; worked out likewise, so that it can be shown again."""
    return code_from(int(hash_secret(folder, f"take-back:{participant_id}"), 16), take_back_words())


def hash_of_code(folder: Path, session_id: str, code: str) -> str:
    """Return what is stored of a take-back code: it counts in one session, however it is typed."""
    return hash_secret(folder, f"{session_id}:{fold_code(code)}")


def session_by_code(transaction: Transaction, code: str) -> SessionRow | None:
    """Return the row of the session with this code, or None."""
    return transaction.exec(select(SessionRow).where(SessionRow.code == code)).first()


def view_of(transaction: Transaction, row: SessionRow) -> RoomView:
    """Return what the room sees, without results."""
    form = stored.form_for(transaction, row)
    steps = steps_of(row.id, form, stored.states_of(transaction, row.id), {})
    study = Study.model_validate(transaction.get_one(StudyRow, row.study_id))
    return RoomView(Session.model_validate(row), study, steps)


def participant_by_secret(
    transaction: Transaction, folder: Path, session_id: str, secret: str
) -> Participant | None:
    """Return the participant of a session whose cookie this is, or None."""
    statement = select(ParticipantRow).where(
        ParticipantRow.secret_hash == hash_secret(folder, secret), ParticipantRow.session_id == session_id
    )
    row = transaction.exec(statement).first()
    return None if row is None else Participant.model_validate(row)


def participant_by_code(transaction: Transaction, session_id: str, code_hash: str) -> ParticipantRow | None:
    """Return the row of the participant of a session whose take-back code has this hash, or None."""
    statement = select(ParticipantRow).where(
        ParticipantRow.session_id == session_id, ParticipantRow.code_hash == code_hash
    )
    return transaction.exec(statement).first()


def next_number(transaction: Transaction, session_id: str) -> int:
    """Return the number of the next participant of a session."""
    highest = select(func.max(ParticipantRow.number)).where(ParticipantRow.session_id == session_id)
    return (transaction.exec(highest).one() or 0) + 1


def answers_of(transaction: Transaction, participant_id: str) -> dict[str, Answer]:
    """Return a participant's current answers by question."""
    statement = select(AnswerRow).where(
        AnswerRow.participant_id == participant_id, col(AnswerRow.is_current), AnswerRow.entry == 0
    )
    return {row.question_id: Answer.model_validate(row) for row in transaction.exec(statement)}


def answer_by_key(transaction: Transaction, session_id: str, client_key: str) -> AnswerRow | None:
    """Return the answer that a client sent under this key, or None."""
    statement = select(AnswerRow).where(
        AnswerRow.session_id == session_id, AnswerRow.client_key == client_key
    )
    return transaction.exec(statement).first()


def replace_answer(transaction: Transaction, answer: Answer) -> None:
    """Add an answer and make it the current one; what was current before stays as history."""
    earlier = (
        update(AnswerRow)
        .where(
            col(AnswerRow.participant_id) == answer.participant_id,
            col(AnswerRow.question_id) == answer.question_id,
            col(AnswerRow.entry) == answer.entry,
            col(AnswerRow.is_current),
        )
        .values(is_current=False)
        .execution_options(synchronize_session=False)
    )
    transaction.execute(earlier)
    transaction.add(AnswerRow(**answer.model_dump()))


def all_answers_of(transaction: Transaction, participant_id: str) -> tuple[Answer, ...]:
    """Return everything that a participant ever answered, earlier answers included."""
    rows = transaction.exec(select(AnswerRow).where(AnswerRow.participant_id == participant_id))
    return tuple(Answer.model_validate(row) for row in rows)


def erase_participant(
    transaction: Transaction,
    row: ParticipantRow,
    *,
    answer_ids: Sequence[str],
    text_hashes: Sequence[str],
    at: datetime,
) -> None:
    """Delete a participant with all answers, and what was worked out from their words.

    Their moderation and codings go by the database's own rule; quotes stay as empty places,
    also in published guidelines.
    """
    blank_quotes_of(transaction, answer_ids, at=at)
    transaction.execute(delete(VectorRow).where(col(VectorRow.text_hash).in_(text_hashes)))
    transaction.execute(delete(AnswerRow).where(col(AnswerRow.id).in_(answer_ids)))
    transaction.delete(row)


def count_attempts(transaction: Transaction, subject: str, *, since: datetime) -> int:
    """Return how many failed attempts were made on a subject since a moment."""
    statement = (
        select(func.count())
        .select_from(AttemptRow)
        .where(AttemptRow.email == subject, col(AttemptRow.at) >= since)
    )
    return int(transaction.exec(statement).one())


def add_attempt(transaction: Transaction, subject: str, *, at: datetime, kept_for: timedelta) -> None:
    """Remember a failed attempt on a subject; forget those that are too old to count."""
    transaction.exec(
        delete(AttemptRow).where(col(AttemptRow.email) == subject, col(AttemptRow.at) < at - kept_for)
    )
    transaction.add(AttemptRow(email=subject, at=at))
