"""Answers to questions that a person is no longer shown, and who is asked a question: in the database.

Such an answer is set aside: kept as it was said, not current, and so counted nowhere; it is current
again as soon as the person is shown the question again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, or_
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from survey_engine.collect.models import AnswerValue
from survey_engine.storage.database import Transaction
from survey_engine.storage.room import ANSWERS
from survey_engine.storage.tables import AnswerRow, ParticipantRow

KEPT_OF = select_columns(ANSWERS.c.question_id, ANSWERS.c.codes, ANSWERS.c.text).where(
    ANSWERS.c.participant_id == bindparam("participant_id"),
    or_(ANSWERS.c.is_current, ANSWERS.c.set_aside),
    ANSWERS.c.entry == 0,
)
_OF_PERSON = ANSWERS.update().where(
    ANSWERS.c.participant_id == bindparam("of_participant"),
    ANSWERS.c.question_id.in_(bindparam("of_questions", expanding=True)),
)
SET_ASIDE = _OF_PERSON.where(ANSWERS.c.is_current).values(is_current=False, set_aside=True)
BRING_BACK = _OF_PERSON.where(ANSWERS.c.set_aside).values(is_current=True, set_aside=False)


@dataclass(frozen=True, slots=True)
class Answerer:
    """One participant: their group, and what they answered to some questions."""

    group_key: str | None
    answers: dict[str, AnswerValue]


def kept_answers_of(transaction: Transaction, participant_id: str) -> dict[str, AnswerValue]:
    """Return what a participant answered, whether they are shown the question now or not."""
    rows = transaction.connection().execute(KEPT_OF, {"participant_id": participant_id})
    return {row.question_id: AnswerValue(codes=tuple(row.codes), text=row.text) for row in rows}


def count_only(
    transaction: Transaction, participant_id: str, shown: Collection[str], answered: Iterable[str]
) -> None:
    """Set aside a participant's answers to questions that they are not shown; bring back the others."""
    connection = transaction.connection()
    hidden = [question for question in answered if question not in shown]
    if hidden:
        connection.execute(SET_ASIDE, {"of_participant": participant_id, "of_questions": hidden})
    connection.execute(BRING_BACK, {"of_participant": participant_id, "of_questions": list(shown)})


def answerers_of(
    transaction: Transaction, session_id: str, question_ids: Collection[str]
) -> tuple[Answerer, ...]:
    """Return everybody in a session with their current answers to these questions."""
    groups = transaction.exec(
        select(ParticipantRow.id, ParticipantRow.group_key).where(ParticipantRow.session_id == session_id)
    )
    people = {id: Answerer(group_key, {}) for id, group_key in groups}
    said = transaction.execute(
        select_columns(
            col(AnswerRow.participant_id),
            col(AnswerRow.question_id),
            col(AnswerRow.codes),
            col(AnswerRow.text),
        ).where(
            col(AnswerRow.session_id) == session_id,
            col(AnswerRow.question_id).in_(list(question_ids)),
            col(AnswerRow.is_current),
            col(AnswerRow.entry) == 0,
        )
    )
    for participant_id, question_id, codes, text in said:
        if participant_id in people:
            people[participant_id].answers[question_id] = AnswerValue(codes=tuple(codes), text=text)
    return tuple(people.values())
