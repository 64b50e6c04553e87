"""Moderation: people's own words wait until somebody lets them through; every decision is logged."""

from collections.abc import Sequence

from sqlmodel import col, select

from survey_engine.collect.kinds import ListedAnswer
from survey_engine.collect.models import Answer, Decision, Moderation, Shown
from survey_engine.collect.moderation import ModeratedAnswer, in_state, state_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import collect as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import AnswerRow, DecisionRow, ModerationRow, SessionRow
from survey_engine.workbench.service import Service

ACTIONS = {Shown.SHOWN: "let-through", Shown.HIDDEN: "hide", Shown.WAITING: "put-back"}


class ModerationDesk(Service):
    """Who decides what of people's own words the room may see. The words themselves never change."""

    def answers(self, session_id: str, question_id: str) -> tuple[ModeratedAnswer, ...]:
        """Return the current answers to a question in their order, each with its state and reason."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            return _moderated(transaction, session_id, question_id)

    def let_through(self, session_id: str, *, answer_ids: Sequence[str]) -> None:
        """Let answers through to the room: exactly these, never one that came in meanwhile unread."""
        self._decide(session_id, answer_ids, Shown.SHOWN)

    def hide(self, session_id: str, *, answer_id: str, reason: str) -> None:
        """Keep an answer from the room; raise REASON_EMPTY where the log would not say why."""
        if not reason.strip():
            raise EngineError(Problem.REASON_EMPTY)
        self._decide(session_id, (answer_id,), Shown.HIDDEN, reason.strip())

    def put_back(self, session_id: str, *, answer_id: str) -> None:
        """Let an answer wait again, whatever was decided before."""
        self._decide(session_id, (answer_id,), Shown.WAITING)

    def let_through_as_they_come(self, session_id: str, *, question_id: str, on: bool) -> None:
        """Switch whether answers to a question reach the room without waiting; off to start with.

        Switching it off keeps in view what the room has already seen.
        """
        with self.database.writing() as transaction:
            session = self.allow_session(transaction, session_id)
            state = stored.state_row(transaction, session_id, question_id)
            if state.let_through and not on:
                seen = in_state(_moderated(transaction, session_id, question_id), Shown.SHOWN)
                for answer in seen:
                    self._put(transaction, session_id, answer.answer.answer_id, Shown.SHOWN, "")
            state.let_through = on
            action = "let-through-as-they-come" if on else "let-through-one-by-one"
            self.record(transaction, session.study_id, action, question_id, session_id=session_id)
            transaction.touch_session(session_id)

    def log(self, session_id: str) -> tuple[Decision, ...]:
        """Return what was decided in a session, the latest first."""
        with self.database.reading() as transaction:
            session = self.allow_session(transaction, session_id)
            rows = transaction.exec(
                select(DecisionRow)
                .where(DecisionRow.study_id == session.study_id)
                .order_by(col(DecisionRow.decided_at).desc(), col(DecisionRow.id))
            )
            decisions = (Decision.model_validate(row) for row in rows)
            return tuple(d for d in decisions if d.details.get("session_id") == session_id)

    def _decide(self, session_id: str, answer_ids: Sequence[str], state: Shown, reason: str = "") -> None:
        with self.database.writing() as transaction:
            session = self.allow_session(transaction, session_id)
            for answer_id in answer_ids:
                self._in_session(transaction, session, answer_id)
                self._put(transaction, session_id, answer_id, state, reason)
                self.record(
                    transaction,
                    session.study_id,
                    ACTIONS[state],
                    answer_id,
                    reason=reason,
                    session_id=session_id,
                )
            transaction.touch_session(session_id)

    def _in_session(self, transaction: Transaction, session: SessionRow, answer_id: str) -> None:
        answer = transaction.get(AnswerRow, answer_id)
        if answer is None or answer.session_id != session.id:
            raise EngineError(Problem.NOT_FOUND, what=mark("answer"))

    def _put(
        self, transaction: Transaction, session_id: str, answer_id: str, state: Shown, reason: str
    ) -> None:
        before = transaction.get(ModerationRow, answer_id)
        decision = Moderation(
            answer_id=answer_id,
            session_id=session_id,
            state=state,
            reason=reason,
            answered=bool(before and before.answered),
            decided_by=self.maker,
            decided_at=self.now(),
        )
        transaction.merge(ModerationRow(**decision.model_dump()))


def _moderated(transaction: Transaction, session_id: str, question_id: str) -> tuple[ModeratedAnswer, ...]:
    decided = stored.moderations_of(transaction, (session_id,))
    opened = stored.states_of(transaction, session_id).get(question_id)

    def moderated(answer: Answer) -> ModeratedAnswer:
        decision = decided.get(answer.id)
        state = state_of(decision.state if decision else None, bool(opened and opened.let_through))
        listed = ListedAnswer(answer.id, answer.text or "", answer.group_key, answer.said_at)
        return ModeratedAnswer(
            listed,
            question_id,
            state,
            decision.reason if decision else "",
            bool(decision and decision.answered),
        )

    answers = stored.answers_to(transaction, (session_id,), question_id)
    return tuple(moderated(answer) for answer in answers if (answer.text or "").strip())
