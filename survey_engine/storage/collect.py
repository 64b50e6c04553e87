"""Sessions, answers and moderation in the database: read as values, people counted by SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, TableValuedAlias, cast, distinct, func, or_
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from survey_engine.collect.models import Answer, Moderation, QuestionState, Session, Shown
from survey_engine.design.kinds import DECLINED
from survey_engine.design.models import Form, QuestionnaireVersion, form_of
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AnswerRow,
    MemberRow,
    ModerationRow,
    ParticipantRow,
    QuestionnaireVersionRow,
    QuestionStateRow,
    SessionRow,
)

# A published version never changes, so that its questions are read and checked only once.
MOST_FORMS = 64
_FORMS: dict[str, Form] = {}

PERSON = func.coalesce(col(AnswerRow.participant_id), col(AnswerRow.id))
GROUP = func.coalesce(col(ParticipantRow.group_key), col(AnswerRow.group_key))
# ltrim with characters is the same function in SQLite and PostgreSQL.
HAS_WORDS = func.length(func.ltrim(func.coalesce(col(AnswerRow.text), ""), " \t\r\n")) > 0
# Who prefers not to say has replied, and is in no count of what was answered.
NOT_DECLINED = cast(col(AnswerRow.codes), String) != f'["{DECLINED}"]'
SAYS_SOMETHING = or_(func.json_array_length(col(AnswerRow.codes)) > 0, HAS_WORDS)


def sessions_of(transaction: Transaction, study_id: str) -> tuple[Session, ...]:
    """Return the sessions of a study, the newest first."""
    statement = (
        select(SessionRow)
        .where(SessionRow.study_id == study_id)
        .order_by(col(SessionRow.created_at).desc(), col(SessionRow.id))
    )
    return tuple(Session.model_validate(row) for row in transaction.exec(statement))


def versions_of(transaction: Transaction, study_id: str) -> tuple[QuestionnaireVersion, ...]:
    """Return the published versions of a study's questionnaires, the newest first."""
    statement = (
        select(QuestionnaireVersionRow)
        .where(QuestionnaireVersionRow.study_id == study_id)
        .order_by(
            col(QuestionnaireVersionRow.published_at).desc(), col(QuestionnaireVersionRow.number).desc()
        )
    )
    return tuple(QuestionnaireVersion.model_validate(row) for row in transaction.exec(statement))


def form_for(transaction: Transaction, session: Session) -> Form:
    """Return the questions of a session; none where it has no questionnaire."""
    if not session.version_id:
        return Form()
    known = _FORMS.get(session.version_id)
    if known is None:
        row = transaction.get(QuestionnaireVersionRow, session.version_id)
        if row is None:
            return Form()
        if len(_FORMS) >= MOST_FORMS:
            _FORMS.clear()
        known = _FORMS[session.version_id] = form_of(row)
    return known


def code_is_taken(transaction: Transaction, code: str) -> bool:
    """Say whether a session already has this join code."""
    return transaction.exec(select(SessionRow.id).where(SessionRow.code == code)).first() is not None


def revision_for(transaction: Transaction, session_id: str, account_id: str | None) -> int | None:
    """Return the revision of a session that the account may see (None: the operator), else None."""
    statement = select(SessionRow.revision).where(SessionRow.id == session_id)
    if account_id is not None:
        statement = statement.join(MemberRow, col(MemberRow.study_id) == col(SessionRow.study_id)).where(
            MemberRow.account_id == account_id
        )
    return transaction.exec(statement).first()


def states_of(transaction: Transaction, session_id: str) -> dict[str, QuestionState]:
    """Return the states of the questions that were ever opened or shown, by question."""
    rows = transaction.exec(select(QuestionStateRow).where(QuestionStateRow.session_id == session_id))
    return {row.question_id: QuestionState.model_validate(row) for row in rows}


def state_row(transaction: Transaction, session_id: str, question_id: str) -> QuestionStateRow:
    """Return the row of a question's state, made where there is none yet."""
    row = transaction.get(QuestionStateRow, (session_id, question_id))
    if row is None:
        row = QuestionStateRow(session_id=session_id, question_id=question_id)
        transaction.add(row)
    return row


def joined_by_group(transaction: Transaction, session_id: str) -> dict[str | None, int]:
    """Return how many people of each group have joined a session."""
    statement = (
        select(ParticipantRow.group_key, func.count())
        .where(ParticipantRow.session_id == session_id)
        .group_by(col(ParticipantRow.group_key))
    )
    return {group: int(people) for group, people in transaction.exec(statement)}


def answered_by_question(transaction: Transaction, session_ids: Sequence[str]) -> dict[str, int]:
    """Return how many people have answered each question, each person once."""
    statement = (
        select(AnswerRow.question_id, func.count(distinct(PERSON)))
        .where(col(AnswerRow.session_id).in_(session_ids), col(AnswerRow.is_current), SAYS_SOMETHING)
        .group_by(col(AnswerRow.question_id))
    )
    return {question: int(people) for question, people in transaction.exec(statement)}


def answered_by_group(transaction: Transaction, session_id: str, question_id: str) -> dict[str | None, int]:
    """Return how many people of each group have answered a question, each person once."""
    counted = select_columns(GROUP, func.count(distinct(PERSON)))
    statement = _from_answers(counted, (session_id,), question_id, declined=None)
    return {group: int(people) for group, people in transaction.execute(statement.group_by(GROUP))}


def people_who_answered(transaction: Transaction, session_id: str) -> int:
    """Return how many people have answered anything in a session (notes count as one voice each)."""
    counted = select_columns(func.count(distinct(PERSON))).where(
        col(AnswerRow.session_id) == session_id, col(AnswerRow.is_current), SAYS_SOMETHING
    )
    return int(transaction.execute(counted).scalar_one())


def count_people(
    transaction: Transaction, session_ids: Sequence[str], question_id: str, group: str | None = None
) -> int:
    """Return how many people answered a question, of one group where it is given."""
    counted = select_columns(func.count(distinct(PERSON)))
    return int(transaction.execute(_from_answers(counted, session_ids, question_id, group)).scalar_one())


def count_declined(
    transaction: Transaction, session_ids: Sequence[str], question_id: str, group: str | None = None
) -> int:
    """Return how many people preferred not to say, of one group where it is given."""
    counted = select_columns(func.count(distinct(PERSON)))
    statement = _from_answers(counted, session_ids, question_id, group, declined=True)
    return int(transaction.execute(statement).scalar_one())


def people_by_code(
    transaction: Transaction, session_ids: Sequence[str], question_id: str, group: str | None = None
) -> dict[str, int]:
    """Return how many different people chose each code, of one group where it is given."""
    codes = _each_code(transaction)
    code: ColumnElement[str] = codes.c.value
    counted = select_columns(code, func.count(distinct(PERSON)))
    statement = _from_answers(counted, session_ids, question_id, group, codes).group_by(code)
    return {str(value): int(people) for value, people in transaction.execute(statement)}


def answers_to(
    transaction: Transaction, session_ids: Sequence[str], question_id: str, group: str | None = None
) -> tuple[Answer, ...]:
    """Return the current answers to a question, in the order in which they were given."""
    statement = _from_answers(select_columns(AnswerRow), session_ids, question_id, group)
    ordered = statement.order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    return tuple(Answer.model_validate(row) for row in transaction.execute(ordered).scalars())


def moderations_of(transaction: Transaction, session_ids: Sequence[str]) -> dict[str, Moderation]:
    """Return what was decided about the answers of sessions, by answer."""
    rows = transaction.exec(select(ModerationRow).where(col(ModerationRow.session_id).in_(session_ids)))
    return {row.answer_id: Moderation.model_validate(row) for row in rows}


def count_waiting(transaction: Transaction, session_id: str, question_ids: Sequence[str]) -> dict[str, int]:
    """Return how many answers in words to each question nobody has decided about yet."""
    statement = (
        select(AnswerRow.question_id, func.count())
        .outerjoin(ModerationRow, col(ModerationRow.answer_id) == col(AnswerRow.id))
        .where(
            AnswerRow.session_id == session_id,
            col(AnswerRow.question_id).in_(question_ids),
            col(AnswerRow.is_current),
            HAS_WORDS,
            or_(col(ModerationRow.state).is_(None), col(ModerationRow.state) == Shown.WAITING),
        )
        .group_by(col(AnswerRow.question_id))
    )
    return {question: int(number) for question, number in transaction.exec(statement)}


def _from_answers(
    statement: Any,
    session_ids: Sequence[str],
    question_id: str,
    group: str | None = None,
    also_from: TableValuedAlias | None = None,
    *,
    declined: bool | None = False,
) -> Any:
    """Restrict a statement to current answers that say something, to one question.

    `declined`: without those who prefer not to say, with them alone, or (None) all.
    """
    joined = statement.select_from(AnswerRow).outerjoin(
        ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id)
    )
    if also_from is not None:
        joined = joined.select_from(also_from)
    kept = joined.where(
        col(AnswerRow.session_id).in_(session_ids),
        col(AnswerRow.question_id) == question_id,
        col(AnswerRow.is_current),
        SAYS_SOMETHING,
    )
    if declined is not None:
        kept = kept.where(~NOT_DECLINED if declined else NOT_DECLINED)
    return kept if group is None else kept.where(group == GROUP)


def _each_code(transaction: Transaction) -> TableValuedAlias:
    codes = col(AnswerRow.codes)
    if transaction.get_bind().dialect.name == "postgresql":
        return func.json_array_elements_text(codes).table_valued("value", joins_implicitly=True)
    return func.json_each(codes).table_valued("value", joins_implicitly=True)
