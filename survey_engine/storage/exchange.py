"""Many rows at once: what an import stores, and everything that an export hands out."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from sqlalchemy import insert
from sqlalchemy import select as select_columns
from sqlmodel import SQLModel, col, select

from survey_engine.accounts import Account
from survey_engine.collect.models import Session
from survey_engine.design.models import QuestionnaireVersion, Study
from survey_engine.exchange.intake import Intake
from survey_engine.exchange.study_answers import OutAnswer, OutPerson, StudyAnswers
from survey_engine.ids import new_id
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import (
    AccountRow,
    AnswerRow,
    MemberRow,
    ParticipantRow,
    QuestionnaireVersionRow,
    SessionRow,
    StudyRow,
)

CHUNK = 5_000
# SQLite keeps 2 MB of pages by default; six indexes of random keys do not fit into that.
CACHE_KIB, USUAL_CACHE_KIB = 200_000, 2_000


def insert_intake(
    transaction: Transaction, intake: Intake, session: Session, group_keys: Mapping[str, str]
) -> None:
    """Store the people and answers of an import in a session that is there already.

    `group_keys` says which group of the study each group of the file is.
    """
    ids = {person.number: new_id() for person in intake.people}
    people = (
        {
            "id": ids[person.number],
            "session_id": session.id,
            "number": person.number,
            "group_key": group_keys[person.group_key] if person.group_key else None,
            "language": person.language or intake.language,
            "label": person.label,
            "joined_at": person.joined_at,
        }
        for person in intake.people
    )
    answers = (
        {
            "id": new_id(),
            "session_id": session.id,
            "participant_id": ids[said.number],
            "question_id": said.question_id,
            "entry": said.entry,
            "codes": list(said.codes),
            "text": said.text,
            "language": said.language,
            "origin": intake.origin.value,
            "client_key": f"{said.number}:{said.question_id}:{said.entry}",
            "said_at": said.said_at,
        }
        for said in intake.said
    )
    with _large_cache(transaction):
        _insert(transaction, ParticipantRow, people)
        _insert(transaction, AnswerRow, answers)


@contextmanager
def _large_cache(transaction: Transaction) -> Iterator[None]:
    if transaction.get_bind().dialect.name != "sqlite":
        yield
        return
    connection = transaction.connection()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{USUAL_CACHE_KIB}")


def _insert(transaction: Transaction, table: type[SQLModel], rows: Iterator[dict[str, Any]]) -> None:
    # A statement for each chunk: neither a list of everything nor a journey for every row.
    # Such statements pass by the defaults of the records, so they are filled in here.
    defaults = {
        name: field.default
        for name, field in table.model_fields.items()
        if not field.is_required() and field.default_factory is None
    }
    statement = insert(table.__table__)  # type: ignore[attr-defined]
    while chunk := [defaults | row for row in islice(rows, CHUNK)]:
        transaction.execute(statement, chunk)


def study_answers(transaction: Transaction, study: Study) -> StudyAnswers:
    """Return everything that a study has collected, without labels and secrets."""
    sessions = transaction.exec(
        select(SessionRow)
        .where(SessionRow.study_id == study.id)
        .order_by(col(SessionRow.created_at), col(SessionRow.id))
    )
    table = QuestionnaireVersionRow
    versions = transaction.exec(
        select(table)
        .where(table.study_id == study.id)
        .order_by(col(table.published_at).desc(), col(table.number).desc())
    )
    return StudyAnswers(
        study,
        tuple(Session.model_validate(row) for row in sessions),
        tuple(QuestionnaireVersion.model_validate(row) for row in versions),
        _people(transaction, study.id),
        _answers(transaction, study.id),
    )


def _people(transaction: Transaction, study_id: str) -> list[OutPerson]:
    person = ParticipantRow
    found = (
        select_columns(
            *(col(person.id), col(person.session_id), col(person.number), col(person.group_key)),
            *(col(person.language), col(person.joined_at)),
        )
        .join(SessionRow, col(SessionRow.id) == col(person.session_id))
        .where(col(SessionRow.study_id) == study_id)
        .order_by(col(SessionRow.created_at), col(SessionRow.id), col(person.number))
    )
    return [OutPerson(*row) for row in transaction.execute(found)]


def _answers(transaction: Transaction, study_id: str) -> list[OutAnswer]:
    answer = AnswerRow
    found = (
        select_columns(
            *(col(answer.id), col(answer.session_id), col(answer.participant_id), col(answer.question_id)),
            *(col(answer.about), col(answer.entry), col(answer.codes), col(answer.text)),
            *(col(answer.language), col(answer.group_key), col(answer.origin), col(answer.said_at)),
        )
        .join(SessionRow, col(SessionRow.id) == col(answer.session_id))
        .where(col(SessionRow.study_id) == study_id, col(answer.is_current))
        .order_by(
            *(col(SessionRow.created_at), col(SessionRow.id)),
            *(col(answer.said_at), col(answer.entry), col(answer.id)),
        )
    )
    return [_out_answer(*row) for row in transaction.execute(found)]


def _out_answer(id: str, session: str, person: str | None, question: str, *rest: Any) -> OutAnswer:
    about, entry, codes, text, language, group, origin, said_at = rest
    return OutAnswer(
        *(id, session, person, question, about, entry),
        codes=tuple(codes),
        text=text,
        language=language,
        group_key=group,
        origin=str(origin),
        said_at=said_at,
    )


def studies_named(transaction: Transaction, name: str, account_id: str | None) -> tuple[Study, ...]:
    """Return the study with this id, else those with exactly this title, that the account (None: all) may see."""
    found = select(StudyRow).order_by(col(StudyRow.created_at).desc(), col(StudyRow.id))
    if account_id is not None:
        mine = select(MemberRow.study_id).where(MemberRow.account_id == account_id)
        found = found.where(col(StudyRow.id).in_(mine))
    by_id = transaction.exec(found.where(StudyRow.id == name)).all()
    rows: Iterable[StudyRow] = by_id or transaction.exec(found.where(StudyRow.title == name)).all()
    return tuple(Study.model_validate(row) for row in rows)


def only_account(transaction: Transaction) -> Account | None:
    """Return the account of an installation that has exactly one, else None."""
    rows = transaction.exec(select(AccountRow).limit(2)).all()
    return Account.model_validate(rows[0]) if len(rows) == 1 else None
