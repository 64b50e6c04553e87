"""What a room needs from the database: its session by code, its people, and what each of them said.

Hundreds of phones ask at once, so what each of them needs is written as statements that are built
once and give plain columns: a fifth of the processor time of loading objects.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Table, bindparam, insert, union_all
from sqlalchemy import select as select_columns
from sqlmodel import SQLModel, col, delete, func, select

from survey_engine.collect.codes import code_from, fold_code
from survey_engine.collect.models import Answer, Participant, QuestionState, Session
from survey_engine.collect.rooms import steps_of
from survey_engine.collect.visits import RoomView
from survey_engine.design.models import Study
from survey_engine.ids import new_id
from survey_engine.settings import ROOT
from survey_engine.storage import collect as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.guidelines import blank_quotes_of
from survey_engine.storage.keys import hash_secret
from survey_engine.storage.tables import (
    AnswerRow,
    AttemptRow,
    PaperSheetRow,
    ParticipantRow,
    QuestionStateRow,
    SessionRow,
    StudyRow,
    VectorRow,
)


def _table(row: type[SQLModel]) -> Table:
    table: Table = row.__table__  # type: ignore[attr-defined]
    return table


SESSIONS, STUDIES, STATES = _table(SessionRow), _table(StudyRow), _table(QuestionStateRow)
PEOPLE, ANSWERS = _table(ParticipantRow), _table(AnswerRow)
SHEETS = _table(PaperSheetRow)

_SESSION_AND_STUDY = select_columns(SESSIONS, STUDIES).join(STUDIES, STUDIES.c.id == SESSIONS.c.study_id)
ROOM_BY_CODE = _SESSION_AND_STUDY.where(SESSIONS.c.code == bindparam("code"))
ROOM_BY_ID = _SESSION_AND_STUDY.where(SESSIONS.c.id == bindparam("session_id"))
STATES_OF = select_columns(STATES).where(STATES.c.session_id == bindparam("session_id"))
PERSON_BY_SECRET = select_columns(PEOPLE).where(
    PEOPLE.c.secret_hash == bindparam("secret_hash"), PEOPLE.c.session_id == bindparam("session_id")
)
ANSWERS_OF = select_columns(ANSWERS).where(
    ANSWERS.c.participant_id == bindparam("participant_id"), ANSWERS.c.is_current, ANSWERS.c.entry == 0
)
ANSWER_BY_KEY = select_columns(ANSWERS).where(
    ANSWERS.c.session_id == bindparam("session_id"), ANSWERS.c.client_key == bindparam("client_key")
)
OUTDATE_ANSWER = (
    ANSWERS.update()
    .where(
        ANSWERS.c.participant_id == bindparam("of_participant"),
        ANSWERS.c.question_id == bindparam("of_question"),
        ANSWERS.c.entry == bindparam("of_entry"),
        ANSWERS.c.is_current,
    )
    .values(is_current=False)
)
ADD_ANSWER, ADD_PERSON = insert(ANSWERS), insert(PEOPLE)
# A code printed on paper belongs to its sheet, also while nobody has typed it in.
CODE_HOLDER = union_all(
    *(
        select_columns(holders.c.id).where(
            holders.c.session_id == bindparam("session_id"), holders.c.code_hash == bindparam("code_hash")
        )
        for holders in (PEOPLE, SHEETS)
    )
)
HIGHEST_NUMBER = select_columns(func.max(PEOPLE.c.number)).where(
    PEOPLE.c.session_id == bindparam("session_id")
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


def room_by_code(transaction: Transaction, code: str) -> RoomView | None:
    """Return what the room with this code sees, without results; None where there is none."""
    return _room(transaction, transaction.connection().execute(ROOM_BY_CODE, {"code": code}).first())


def room_by_id(transaction: Transaction, session_id: str) -> RoomView | None:
    """Return what the room of this session sees, without results; None where there is none."""
    found = transaction.connection().execute(ROOM_BY_ID, {"session_id": session_id}).first()
    return _room(transaction, found)


def _room(transaction: Transaction, row: Row[Any] | None) -> RoomView | None:
    if row is None:
        return None
    session = Session.model_validate(_named(SESSIONS, row[: len(SESSIONS.c)]))
    study = Study.model_validate(_named(STUDIES, row[len(SESSIONS.c) :]))
    rows = transaction.connection().execute(STATES_OF, {"session_id": session.id})
    states = {row.question_id: QuestionState.model_validate(row._asdict()) for row in rows}
    form = stored.form_for(transaction, session)
    return RoomView(session, study, steps_of(session.id, form, states, {}), form.sections)


def _named(table: Table, values: Iterable[Any]) -> dict[str, Any]:
    return dict(zip(table.c.keys(), values, strict=True))


def participant_by_secret(
    transaction: Transaction, folder: Path, session_id: str, secret: str
) -> Participant | None:
    """Return the participant of a session whose cookie this is, or None."""
    wanted = {"secret_hash": hash_secret(folder, secret), "session_id": session_id}
    row = transaction.connection().execute(PERSON_BY_SECRET, wanted).first()
    return None if row is None else Participant.model_validate(row._asdict())


def participant_by_code(transaction: Transaction, session_id: str, code_hash: str) -> ParticipantRow | None:
    """Return the row of the participant of a session whose take-back code has this hash, or None."""
    statement = select(ParticipantRow).where(
        ParticipantRow.session_id == session_id, ParticipantRow.code_hash == code_hash
    )
    return transaction.exec(statement).first()


def code_is_taken(transaction: Transaction, session_id: str, code_hash: str) -> bool:
    """Say whether somebody in a session, or a sheet printed for it, has the code with this hash."""
    wanted = {"session_id": session_id, "code_hash": code_hash}
    return transaction.connection().execute(CODE_HOLDER, wanted).first() is not None


def free_place(transaction: Transaction, folder: Path, session_id: str) -> tuple[str, str]:
    """Return a new participant's id, and the hash of their code: one that nobody else here has."""
    while True:
        participant_id = new_id()
        code_hash = hash_of_code(folder, session_id, take_back_code_of(folder, participant_id))
        if not code_is_taken(transaction, session_id, code_hash):
            return participant_id, code_hash


def next_number(transaction: Transaction, session_id: str) -> int:
    """Return the number of the next participant of a session."""
    highest = transaction.connection().execute(HIGHEST_NUMBER, {"session_id": session_id}).scalar()
    return int(highest or 0) + 1


def add_participant(transaction: Transaction, person: Participant) -> None:
    """Add a participant."""
    transaction.connection().execute(ADD_PERSON, person.model_dump())


def answers_of(transaction: Transaction, participant_id: str) -> dict[str, Answer]:
    """Return a participant's current answers by question."""
    rows = transaction.connection().execute(ANSWERS_OF, {"participant_id": participant_id})
    return {row.question_id: Answer.model_validate(row._asdict()) for row in rows}


def answer_by_key(transaction: Transaction, session_id: str, client_key: str) -> Answer | None:
    """Return the answer that a client sent under this key, or None."""
    wanted = {"session_id": session_id, "client_key": client_key}
    row = transaction.connection().execute(ANSWER_BY_KEY, wanted).first()
    return None if row is None else Answer.model_validate(row._asdict())


def replace_answer(transaction: Transaction, answer: Answer) -> None:
    """Add an answer and make it the current one; what was current before stays as history."""
    connection, place = transaction.connection(), (answer.participant_id, answer.question_id, answer.entry)
    of = dict(zip(("of_participant", "of_question", "of_entry"), place, strict=True))
    connection.execute(OUTDATE_ANSWER, of)
    connection.execute(ADD_ANSWER, answer.model_dump())


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
