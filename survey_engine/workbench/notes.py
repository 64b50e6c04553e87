"""Notes: what was said aloud, by which group, while it was said; a correction keeps what it corrects."""

from sqlmodel import col, func, select

from survey_engine.collect.models import SAID_ALOUD, Answer, Origin
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow
from survey_engine.workbench.service import Service


class Notes(Service):
    """What a note-taker wrote down. Several may write at once; sending twice stores once."""

    def add(
        self, session_id: str, *, text: str, group_key: str | None, about: str = "", client_key: str
    ) -> Answer:
        """Keep what was said, to the character. `about` is the question it was said about, if any.

        `client_key` is made where it was typed: sending it again returns the note kept before.
        Raises NOTE_EMPTY.
        """
        _check(text)
        with self.database.writing() as transaction:
            self.allow_session(transaction, session_id)
            if kept := _sent_before(transaction, session_id, client_key):
                return Answer.model_validate(kept)
            note = Answer(
                session_id=session_id,
                question_id=SAID_ALOUD,
                entry=_next_entry(transaction, session_id),
                text=text,
                group_key=group_key,
                about=about,
                origin=Origin.NOTE,
                client_key=client_key,
                said_at=self.now(),
            )
            return self._keep(transaction, note)

    def correct(
        self, session_id: str, *, note_id: str, text: str, group_key: str | None, client_key: str
    ) -> Answer:
        """Add a corrected note in the place of an earlier one, which is kept but no longer current."""
        _check(text)
        with self.database.writing() as transaction:
            self.allow_session(transaction, session_id)
            if kept := _sent_before(transaction, session_id, client_key):
                return Answer.model_validate(kept)
            row = self._note(transaction, session_id, note_id)
            row.is_current = False
            changed = {"text": text, "group_key": group_key, "client_key": client_key, "is_current": True}
            before = Answer.model_validate(row)
            corrected = Answer(**before.model_dump(exclude={"id"}) | changed)
            return self._keep(transaction, corrected)

    def of_session(self, session_id: str, limit: int | None = None) -> tuple[Answer, ...]:
        """Return the current notes of a session, the latest first."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            statement = (
                select(AnswerRow)
                .where(
                    AnswerRow.session_id == session_id,
                    AnswerRow.origin == Origin.NOTE,
                    col(AnswerRow.is_current),
                )
                .order_by(col(AnswerRow.entry).desc(), col(AnswerRow.id))
                .limit(limit)
            )
            return tuple(Answer.model_validate(row) for row in transaction.exec(statement))

    def earlier(self, session_id: str, note_id: str) -> tuple[Answer, ...]:
        """Return what a note said before it was corrected, the earliest first."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            note = self._note(transaction, session_id, note_id)
            rows = transaction.exec(
                select(AnswerRow).where(
                    AnswerRow.session_id == session_id,
                    AnswerRow.origin == Origin.NOTE,
                    AnswerRow.entry == note.entry,
                    col(AnswerRow.is_current).is_(False),
                )
            )
            return tuple(Answer.model_validate(row) for row in rows)

    def _note(self, transaction: Transaction, session_id: str, note_id: str) -> AnswerRow:
        row = transaction.get(AnswerRow, note_id)
        if row is None or row.session_id != session_id or row.origin != Origin.NOTE:
            raise EngineError(Problem.NOT_FOUND, what=mark("note"))
        return row

    def _keep(self, transaction: Transaction, note: Answer) -> Answer:
        transaction.add(AnswerRow(**note.model_dump()))
        transaction.touch_session(note.session_id)
        return note


def _check(text: str) -> None:
    if not text.strip():
        raise EngineError(Problem.NOTE_EMPTY)


def _sent_before(transaction: Transaction, session_id: str, client_key: str) -> AnswerRow | None:
    return transaction.exec(
        select(AnswerRow).where(AnswerRow.session_id == session_id, AnswerRow.client_key == client_key)
    ).first()


def _next_entry(transaction: Transaction, session_id: str) -> int:
    highest = transaction.exec(
        select(func.max(AnswerRow.entry)).where(
            AnswerRow.session_id == session_id, AnswerRow.question_id == SAID_ALOUD
        )
    ).one()
    return 0 if highest is None else highest + 1
