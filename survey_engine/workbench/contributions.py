"""What a facilitator does where people answer to one another: open a phase, mark a question as answered."""

from survey_engine.collect.models import Shown
from survey_engine.design.kinds import Contributing, Phase
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import collect as stored
from survey_engine.storage.tables import AnswerRow, ModerationRow
from survey_engine.workbench.service import Service


class Contributions(Service):
    """The phases of a question to which people contribute, and what has become of a contribution."""

    def set_phase(self, session_id: str, *, question_id: str, phase: Phase) -> None:
        """Let people write, vote, or both; what was written and voted stays. Raises VALUE_IMPOSSIBLE."""
        with self.database.writing() as transaction:
            session = self.allow_session(transaction, session_id)
            question = stored.form_for(transaction, session).question(question_id)
            if question is None:
                raise EngineError(Problem.NOT_FOUND, what=mark("question"))
            if not isinstance(question, Contributing) or phase not in question.phases:
                raise EngineError(Problem.VALUE_IMPOSSIBLE, what=mark("phase"), value=phase)
            stored.state_row(transaction, session_id, question_id).phase = phase.value
            transaction.touch_session(session_id)

    def mark_answered(self, session_id: str, *, answer_id: str, on: bool) -> None:
        """Mark a contribution as answered by the speaker, or not; the room may see it, then. Raises NOT_FOUND."""
        with self.database.writing() as transaction:
            session = self.allow_session(transaction, session_id)
            answer = transaction.get(AnswerRow, answer_id)
            if answer is None or answer.session_id != session_id:
                raise EngineError(Problem.NOT_FOUND, what=mark("answer"))
            row = transaction.get(ModerationRow, answer_id) or ModerationRow(
                answer_id=answer_id,
                session_id=session_id,
                state=Shown.SHOWN,
                decided_by=self.maker,
                decided_at=self.now(),
            )
            row.answered = on
            transaction.add(row)
            action = "answered" if on else "not-answered"
            self.record(transaction, session.study_id, action, answer_id, session_id=session_id)
            transaction.touch_session(session_id)
