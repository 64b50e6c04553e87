"""Results: what was answered to a question, counted or listed, for those who may see the study."""

from collections.abc import Sequence

from sqlmodel import col, select

from survey_engine.collect.findings import Found, FoundAnswer, Wanted
from survey_engine.collect.kinds import Summary
from survey_engine.collect.models import Answer, Session, Shown
from survey_engine.collect.moderation import state_of
from survey_engine.design.kinds import Question
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import collect as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, ParticipantRow
from survey_engine.workbench.rewording import EarlierWording, earlier_wordings
from survey_engine.workbench.service import Service
from survey_engine.workbench.summaries import summary_of

PAGE = 50


class Results(Service):
    """What people answered. The whole room undivided: groups side by side are compared elsewhere."""

    def summary(
        self, session_ids: str | Sequence[str], question_id: str, *, group: str | None = None
    ) -> Summary:
        """Return what was answered to a question in one session or several of a study.

        Each person counts once. `group` narrows it to one group, for the facilitator's own
        eyes: what is projected, published or exported by group goes through `comparisons`.
        """
        wanted = (session_ids,) if isinstance(session_ids, str) else tuple(session_ids)
        with self.database.reading() as transaction:
            sessions = [
                Session.model_validate(self.allow_session(transaction, session_id)) for session_id in wanted
            ]
            question = _question(transaction, sessions, question_id)
            study = self.allow(transaction, sessions[0].study_id)
            return summary_of(transaction, wanted, question, study, group=group)

    def earlier(
        self, study_id: str, question_id: str, *, session_ids: Sequence[str]
    ) -> EarlierWording | None:
        """Return how many of these sessions' answers were given to an earlier wording; None where none were."""
        with self.database.reading() as transaction:
            study = self.allow(transaction, study_id)
            found = earlier_wordings(transaction, session_ids, study_id, study.k)
            return next((one for one in found if one.question_id == question_id), None)

    def questions(self, study_id: str) -> tuple[Question, ...]:
        """Return every question that was put in a session of the study, as last published."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            sessions = stored.sessions_of(transaction, study_id)
            return tuple(_questions(transaction, sessions).values())

    def answered(self, session_id: str) -> int:
        """Return how many people have said anything in a session; each note counts as one voice."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            return stored.people_who_answered(transaction, session_id)

    def find(self, study_id: str, wanted: Wanted, *, offset: int = 0, limit: int = PAGE) -> Found:
        """Return current answers of a study that fit, the earliest first, `limit` from `offset` on.

        `wanted.text` is looked for in the words as said, whatever its case.
        """
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            sessions = {s.id: s for s in stored.sessions_of(transaction, study_id)}
            ids = _fitting(transaction, tuple(sessions), wanted)
            chosen = ids[offset : offset + limit]
            return Found(len(ids), _found(transaction, sessions, chosen))

    def answer(self, study_id: str, answer_id: str) -> FoundAnswer:
        """Return one answer of a study; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            sessions = {s.id: s for s in stored.sessions_of(transaction, study_id)}
            row = transaction.get(AnswerRow, answer_id)
            if row is None or row.session_id not in sessions:
                raise EngineError(Problem.NOT_FOUND, what=mark("answer"))
            return _found(transaction, sessions, (answer_id,))[0]


def _questions(transaction: Transaction, sessions: Sequence[Session]) -> dict[str, Question]:
    # The newest session comes first, and so does the newest wording of a question.
    found: dict[str, Question] = {}
    for session in sessions:
        for question in stored.form_for(transaction, session).questions:
            if question.takes_answers:
                found.setdefault(question.id, question)
    return found


def _question(transaction: Transaction, sessions: Sequence[Session], question_id: str) -> Question:
    newest_first = sorted(sessions, key=lambda session: session.created_at, reverse=True)
    for session in newest_first:
        if question := stored.form_for(transaction, session).question(question_id):
            return question
    raise EngineError(Problem.NOT_FOUND, what=mark("question"))


def _fitting(transaction: Transaction, session_ids: Sequence[str], wanted: Wanted) -> list[str]:
    looked_in = [i for i in session_ids if wanted.session_id in (None, i)]
    statement = (
        select(AnswerRow.id, AnswerRow.text)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(col(AnswerRow.session_id).in_(looked_in), col(AnswerRow.is_current), stored.SAYS_SOMETHING)
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    if wanted.question_id is not None:
        statement = statement.where(AnswerRow.question_id == wanted.question_id)
    if wanted.group_key is not None:
        statement = statement.where(wanted.group_key == stored.GROUP)
    sought = wanted.text.strip().casefold()
    # Compared here and not in SQL: SQLite folds the case of ASCII letters alone.
    return [id for id, text in transaction.exec(statement) if sought in (text or "").casefold()]


def _found(
    transaction: Transaction, sessions: dict[str, Session], answer_ids: Sequence[str]
) -> tuple[FoundAnswer, ...]:
    rows = transaction.exec(
        select(AnswerRow, ParticipantRow.group_key)
        .outerjoin(ParticipantRow, col(ParticipantRow.id) == col(AnswerRow.participant_id))
        .where(col(AnswerRow.id).in_(answer_ids))
        .order_by(col(AnswerRow.said_at), col(AnswerRow.id))
    )
    kept = [(Answer.model_validate(row), group) for row, group in rows]
    questions = _questions(transaction, tuple(sessions.values()))
    used = {answer.session_id for answer, _group in kept}
    decided = stored.moderations_of(transaction, tuple(used))
    states = {session_id: stored.states_of(transaction, session_id) for session_id in used}

    def found(answer: Answer, group: str | None) -> FoundAnswer:
        opened = states[answer.session_id].get(answer.question_id)
        decision = decided.get(answer.id)
        shown: Shown = state_of(decision.state if decision else None, bool(opened and opened.let_through))
        question = questions.get(answer.question_id)
        return FoundAnswer(answer, sessions[answer.session_id], question, group or answer.group_key, shown)

    return tuple(found(answer, group) for answer, group in kept)
