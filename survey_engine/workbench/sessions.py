"""Sessions as a facilitator runs them: made, opened question by question, ended."""

from collections import Counter
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from survey_engine.collect.models import Mode, Session
from survey_engine.collect.rooms import Presence, RoomState, Screen, Stage, steps_of
from survey_engine.collect.showing import shown_to
from survey_engine.design.kinds import Question
from survey_engine.design.models import Form, QuestionnaireVersion, Study, form_of, groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.ids import new_join_code
from survey_engine.storage import collect as stored
from survey_engine.storage import showing
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import QuestionnaireVersionRow, QuestionStateRow, SessionRow
from survey_engine.workbench.service import Service
from survey_engine.workbench.summaries import summary_of

CODE_ATTEMPTS = 20


class Sessions(Service):
    """Occasions of collecting. What the room sees is decided here and nowhere else."""

    def create(
        self,
        study_id: str,
        *,
        version_id: str | None,
        mode: Mode,
        title: str,
        place: str = "",
        held_at: datetime | None = None,
    ) -> Session:
        """Make a session with a join code of its own.

        Raises TITLE_EMPTY, and SESSION_WITHOUT_QUESTIONS for a live session or a survey
        without a published question; a session for notes needs none.
        """
        if not title.strip():
            raise EngineError(Problem.TITLE_EMPTY)
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            form = self._form_of_version(transaction, study_id, version_id)
            if mode != Mode.RECORD and not any(question.takes_answers for question in form.questions):
                raise EngineError(Problem.SESSION_WITHOUT_QUESTIONS)
            session = Session(
                study_id=study_id,
                version_id=version_id,
                mode=mode,
                title=title.strip(),
                place=place.strip(),
                created_at=self.now(),
                held_at=held_at,
            )
            row = self._add_with_free_code(transaction, session)
            transaction.touch_study(study_id)
            return Session.model_validate(row)

    def of_study(self, study_id: str) -> tuple[Session, ...]:
        """Return the sessions of a study, the newest first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return stored.sessions_of(transaction, study_id)

    def versions(self, study_id: str) -> tuple[QuestionnaireVersion, ...]:
        """Return the published questionnaires from which a session can be made, the newest first."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            return stored.versions_of(transaction, study_id)

    def get(self, session_id: str) -> Session:
        """Return a session; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            return Session.model_validate(self.allow_session(transaction, session_id))

    def form(self, session_id: str) -> Form:
        """Return the questions of a session; none where it is for notes only."""
        with self.database.reading() as transaction:
            return stored.form_for(transaction, self._session(transaction, session_id))

    def revision(self, session_id: str) -> int:
        """Return the revision of a session, by one small query; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            visible = self.workbench.visitor is not None
            found = stored.revision_for(transaction, session_id, self.visitor_id) if visible else None
        if found is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("session"))
        return found

    def state(self, session_id: str) -> RoomState:
        """Return the steps of a session, and how many of each group joined and answered."""
        with self.database.reading() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            return _state(transaction, Session.model_validate(row), study)

    def screen(self, session_id: str) -> Screen:
        """Return what the whole room may see now: no hidden result, nothing that was not let through."""
        with self.database.reading() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            state = _state(transaction, Session.model_validate(row), study)
            return _screen(transaction, state, study)

    def go_to(self, session_id: str, *, question_id: str) -> None:
        """Let the room see a question, or the waiting screen (''); what it no longer sees is closed."""
        with self.database.writing() as transaction:
            row = self._live_row(transaction, session_id, question_id)
            self._close_others(transaction, row, question_id)
            row.current_question = question_id

    def open_question(self, session_id: str, *, question_id: str) -> None:
        """Open a question for answers and let the room see it; the one before is closed."""
        with self.database.writing() as transaction:
            row = self._live_row(transaction, session_id, question_id)
            self._close_others(transaction, row, question_id)
            row.current_question = question_id
            if self._question(transaction, row, question_id).takes_answers:
                state = stored.state_row(transaction, session_id, question_id)
                state.is_open, state.opened_at, state.closed_at = True, self.now(), None

    def close_question(self, session_id: str, *, question_id: str) -> None:
        """Take no more answers to a question."""
        with self.database.writing() as transaction:
            self._live_row(transaction, session_id, question_id)
            state = stored.state_row(transaction, session_id, question_id)
            state.is_open, state.closed_at = False, self.now()

    def show_results(self, session_id: str, *, question_id: str) -> None:
        """Let the room see the result of a question."""
        self._set_results(session_id, question_id, shown=True)

    def hide_results(self, session_id: str, *, question_id: str) -> None:
        """Hide the result of a question from the room."""
        self._set_results(session_id, question_id, shown=False)

    def end(self, session_id: str) -> None:
        """End a session: no more answers; the room sees that it is over."""
        with self.database.writing() as transaction:
            row = self.allow_session(transaction, session_id)
            self._close_others(transaction, row, "")
            row.ended_at, row.current_question = row.ended_at or self.now(), ""
            self._touch(transaction, row)

    def reopen(self, session_id: str) -> None:
        """Take an ended session up again, at the waiting screen."""
        with self.database.writing() as transaction:
            row = self.allow_session(transaction, session_id)
            row.ended_at = None
            self._touch(transaction, row)

    def _set_results(self, session_id: str, question_id: str, *, shown: bool) -> None:
        with self.database.writing() as transaction:
            self._live_row(transaction, session_id, question_id)
            stored.state_row(transaction, session_id, question_id).results_shown = shown

    def _live_row(self, transaction: Transaction, session_id: str, question_id: str) -> SessionRow:
        """Return the row of a live session that goes on, of which the question is one; touch it."""
        row = self.allow_session(transaction, session_id)
        if row.mode != Mode.LIVE:
            raise EngineError(Problem.SESSION_NOT_LIVE, title=row.title)
        if row.ended_at is not None:
            raise EngineError(Problem.SESSION_ENDED, title=row.title)
        if question_id:
            self._question(transaction, row, question_id)
        transaction.touch_session(session_id)
        return row

    def _question(self, transaction: Transaction, row: SessionRow, question_id: str) -> Question:
        question = stored.form_for(transaction, row).question(question_id)
        if question is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("question"))
        return question

    def _close_others(self, transaction: Transaction, row: SessionRow, question_id: str) -> None:
        for state in stored.states_of(transaction, row.id).values():
            if state.is_open and state.question_id != question_id:
                kept = transaction.get_one(QuestionStateRow, (row.id, state.question_id))
                kept.is_open, kept.closed_at = False, self.now()

    def _session(self, transaction: Transaction, session_id: str) -> Session:
        return Session.model_validate(self.allow_session(transaction, session_id))

    def _form_of_version(self, transaction: Transaction, study_id: str, version_id: str | None) -> Form:
        if version_id is None:
            return Form()
        version = transaction.get(QuestionnaireVersionRow, version_id)
        if version is None or version.study_id != study_id:
            raise EngineError(Problem.NOT_FOUND, what=mark("questionnaire"))
        return form_of(version)

    def _add_with_free_code(self, transaction: Transaction, session: Session) -> SessionRow:
        """Add the row; where its code is taken, even by somebody at this moment, try another."""
        for _attempt in range(CODE_ATTEMPTS):
            row = SessionRow(**session.model_dump() | {"code": new_join_code()})
            if stored.code_is_taken(transaction, row.code):
                continue
            try:
                with transaction.begin_nested():
                    transaction.add(row)
                return row
            except IntegrityError:
                continue
        raise RuntimeError(f"no free join code after {CODE_ATTEMPTS} attempts")

    def _touch(self, transaction: Transaction, row: SessionRow) -> None:
        transaction.touch_session(row.id)
        transaction.touch_study(row.study_id)


def _state(transaction: Transaction, session: Session, study: Study) -> RoomState:
    form = stored.form_for(transaction, session)
    answered = stored.answered_by_question(transaction, (session.id,))
    states = stored.states_of(transaction, session.id)
    steps = steps_of(session.id, form, states, answered)
    return RoomState(session, steps, _presence(transaction, session, study, form))


def _presence(transaction: Transaction, session: Session, study: Study, form: Form) -> tuple[Presence, ...]:
    joined = stored.joined_by_group(transaction, session.id)
    answered = stored.answered_by_group(transaction, session.id, session.current_question)
    asked = _asked_by_group(transaction, session, form)
    labels = {group.key: group.label for group in groups_of(study)}
    others = [key for key in joined if key not in labels]
    return tuple(
        Presence(
            key,
            labels.get(key or "", {}),
            joined.get(key, 0),
            answered.get(key, 0),
            joined.get(key, 0) if asked is None else asked[key],
        )
        for key in [*labels, *sorted(others, key=lambda key: key or "")]
    )


def _asked_by_group(transaction: Transaction, session: Session, form: Form) -> Counter[str | None] | None:
    """Return how many of each group are shown the current question; None where everybody is."""
    current = form.question(session.current_question)
    if current is None or not current.show_if:
        return None
    referred = {id for question in form.questions for id in question.show_if.questions}
    people = showing.answerers_of(transaction, session.id, referred)
    return Counter(
        one.group_key for one in people if current.id in shown_to(form.questions, one.answers, one.group_key)
    )


def _screen(transaction: Transaction, state: RoomState, study: Study) -> Screen:
    session, step = state.session, state.current
    if session.ended_at is not None:
        return Screen(Stage.ENDED, session, state.joined)
    if step is None:
        return Screen(Stage.WAITING, session, state.joined, state.questions)
    summary = None
    if step.state.results_shown:
        summary = summary_of(transaction, (session.id,), step.question, study, shown_only=True)
    waiting = stored.count_waiting(transaction, session.id, (step.question.id,))
    undecided = 0 if step.state.let_through or not step.question.takes_text else sum(waiting.values())
    return Screen(
        Stage.QUESTION, session, state.joined, state.questions, step, summary, undecided, state.asked
    )
