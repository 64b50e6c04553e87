"""Texts that people wrote for others to answer to, each with what was decided about it, and the votes on them.

Every vote and every phone asks for them, so the statements are built once and give plain columns.
"""

from collections.abc import Sequence

from sqlalchemy import bindparam, func
from sqlalchemy import select as select_columns

from survey_engine.collect.contributions import Contribution
from survey_engine.collect.moderation import state_of
from survey_engine.design.kinds.base import place_of
from survey_engine.storage.collect import people_by_code
from survey_engine.storage.database import Transaction
from survey_engine.storage.room import ANSWERS, PEOPLE, STATES
from survey_engine.storage.tables import ModerationRow

DECIDED = ModerationRow.__table__  # type: ignore[attr-defined]
_STATE = (STATES.c.session_id == ANSWERS.c.session_id) & (STATES.c.question_id == ANSWERS.c.question_id)
TEXTS_TO = (
    select_columns(
        *(ANSWERS.c.id, ANSWERS.c.text, DECIDED.c.state, DECIDED.c.answered, STATES.c.let_through),
        *(ANSWERS.c.participant_id, ANSWERS.c.entry, ANSWERS.c.said_at),
    )
    .select_from(ANSWERS)
    .outerjoin(DECIDED, DECIDED.c.answer_id == ANSWERS.c.id)
    .outerjoin(STATES, _STATE)
    .where(
        ANSWERS.c.session_id.in_(bindparam("session_ids", expanding=True)),
        ANSWERS.c.question_id == bindparam("question_id"),
        ANSWERS.c.is_current,
        ANSWERS.c.text.is_not(None),
        func.length(func.ltrim(ANSWERS.c.text, " \t\r\n")) > 0,
    )
    .order_by(ANSWERS.c.said_at, ANSWERS.c.id)
)
PEOPLE_IN = select_columns(func.count()).where(PEOPLE.c.session_id == bindparam("session_id"))


def texts_to(
    transaction: Transaction, session_ids: Sequence[str], question_id: str
) -> tuple[Contribution, ...]:
    """Return the current texts of people to a question, in the order in which they were written."""
    wanted = {"session_ids": list(session_ids), "question_id": question_id}
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
        for code, text, decided, answered, let_through, participant_id, entry, said_at in (
            transaction.connection().execute(TEXTS_TO, wanted)
        )
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
    return int(transaction.connection().execute(PEOPLE_IN, {"session_id": session_id}).scalar_one())
