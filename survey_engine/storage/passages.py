"""What may be read aloud behind a comparison: kept quotes, and answers that were let through."""

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlmodel import col

from survey_engine.collect.models import Shown
from survey_engine.compare.passages import Passage
from survey_engine.storage.compare import GROUP
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AnswerRow,
    CodingRow,
    ModerationRow,
    ParticipantRow,
    QuoteRow,
    SessionRow,
)


def kept_passages(transaction: Transaction, session_ids: Sequence[str], theme_id: str) -> tuple[Passage, ...]:
    """Return the quotes kept under a theme, except from answers that were hidden."""
    hidden = and_(col(ModerationRow.answer_id) == col(AnswerRow.id), col(ModerationRow.state) == Shown.HIDDEN)
    statement = (
        select(
            col(AnswerRow.id),
            GROUP,
            col(SessionRow.title),
            col(AnswerRow.text),
            col(QuoteRow.start),
            col(QuoteRow.end),
        )
        .select_from(QuoteRow)
        .join(AnswerRow, col(AnswerRow.id) == col(QuoteRow.answer_id))
        .join(SessionRow, col(SessionRow.id) == col(AnswerRow.session_id))
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .outerjoin(ModerationRow, hidden)
        .where(
            col(QuoteRow.theme_id) == theme_id,
            col(AnswerRow.session_id).in_(session_ids),
            col(ModerationRow.answer_id).is_(None),
        )
        .order_by(col(QuoteRow.made_at), col(QuoteRow.id))
    )
    return tuple(Passage(*row) for row in transaction.execute(statement))


def let_through(transaction: Transaction, session_ids: Sequence[str], theme_id: str) -> tuple[Passage, ...]:
    """Return the answers under a theme that were let through to the room, whole, as they were said."""
    statement = (
        select(col(AnswerRow.id), GROUP, col(SessionRow.title), col(AnswerRow.text))
        .select_from(CodingRow)
        .join(AnswerRow, col(AnswerRow.id) == col(CodingRow.answer_id))
        .join(SessionRow, col(SessionRow.id) == col(AnswerRow.session_id))
        .join(ModerationRow, col(ModerationRow.answer_id) == col(AnswerRow.id))
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(
            col(CodingRow.theme_id) == theme_id,
            col(CodingRow.accepted),
            col(AnswerRow.session_id).in_(session_ids),
            col(AnswerRow.is_current),
            col(ModerationRow.state) == Shown.SHOWN,
        )
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    rows = transaction.execute(statement).all()
    return tuple(Passage(a, group, title, text or "", 0, len(text or "")) for a, group, title, text in rows)
