"""Everybody's way through a survey, as the database holds it: when they came, what they answered."""

from collections import defaultdict

from sqlmodel import col, select

from survey_engine.collect.responses import Taking
from survey_engine.storage.collect import SAYS_SOMETHING
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, ParticipantRow


def takings_of(transaction: Transaction, session_id: str) -> tuple[Taking, ...]:
    """Return everybody who joined a session, in the order of joining."""
    said: dict[str | None, set[str]] = defaultdict(set)
    answered = select(AnswerRow.participant_id, AnswerRow.question_id).where(
        AnswerRow.session_id == session_id, col(AnswerRow.is_current), SAYS_SOMETHING
    )
    for person_id, question_id in transaction.exec(answered.distinct()):
        said[person_id].add(question_id)
    people = select(
        ParticipantRow.id, ParticipantRow.group_key, ParticipantRow.joined_at, ParticipantRow.finished_at
    ).where(ParticipantRow.session_id == session_id)
    return tuple(
        Taking(group_key, began_at, finished_at, frozenset(said[person_id]))
        for person_id, group_key, began_at, finished_at in transaction.exec(
            people.order_by(col(ParticipantRow.number))
        )
    )
