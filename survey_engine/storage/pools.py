"""Texts that people wrote for others to answer to, each with what was decided about it, and the votes on them."""

from collections.abc import Sequence

from sqlalchemy import and_, func
from sqlalchemy import select as select_columns
from sqlmodel import col

from survey_engine.collect.contributions import Contribution
from survey_engine.collect.moderation import state_of
from survey_engine.design.kinds.base import place_of
from survey_engine.storage.collect import HAS_WORDS, people_by_code
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, ModerationRow, ParticipantRow, QuestionStateRow


def texts_to(
    transaction: Transaction, session_ids: Sequence[str], question_id: str
) -> tuple[Contribution, ...]:
    """Return the current texts of people to a question, in the order in which they were written."""
    found = transaction.execute(
        select_columns(
            *(col(AnswerRow.id), col(AnswerRow.text), col(ModerationRow.state), col(ModerationRow.answered)),
            *(col(QuestionStateRow.let_through), col(AnswerRow.participant_id), col(AnswerRow.entry)),
            col(AnswerRow.said_at),
        )
        .select_from(AnswerRow)
        .outerjoin(ModerationRow, col(ModerationRow.answer_id) == col(AnswerRow.id))
        .outerjoin(
            QuestionStateRow,
            and_(
                col(QuestionStateRow.session_id) == col(AnswerRow.session_id),
                col(QuestionStateRow.question_id) == col(AnswerRow.question_id),
            ),
        )
        .where(
            col(AnswerRow.session_id).in_(session_ids),
            col(AnswerRow.question_id) == question_id,
            col(AnswerRow.is_current),
            HAS_WORDS,
        )
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    return tuple(
        Contribution(
            code,
            text=text,
            state=state_of(decided, bool(let_through)),
            answered=bool(answered),
            participant_id=participant_id,
            entry=entry,
            said_at=said_at,
        )
        for code, text, decided, answered, let_through, participant_id, entry, said_at in found
    )


def votes_by_text(transaction: Transaction, session_ids: Sequence[str], question_id: str) -> dict[str, int]:
    """Return how many people voted on each text of a question."""
    votes: dict[str, int] = {}
    for code, people in people_by_code(transaction, session_ids, question_id).items():
        text = place_of(code)[0]
        votes[text] = votes.get(text, 0) + people
    return votes


def count_people_in(transaction: Transaction, session_id: str) -> int:
    """Return how many people are in a session."""
    counted = select_columns(func.count()).where(col(ParticipantRow.session_id) == session_id)
    return int(transaction.execute(counted).scalar_one())
