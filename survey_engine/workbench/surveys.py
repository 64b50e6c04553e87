"""Surveys over days, as those who run them arrange and follow them."""

from datetime import tzinfo

from survey_engine.collect.models import Mode, Session
from survey_engine.collect.responses import Responses, count_responses
from survey_engine.collect.rooms import steps_of
from survey_engine.collect.surveys import Opening, SurveyPlan, opening_of
from survey_engine.design.models import groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.storage.collect import form_for
from survey_engine.storage.database import Transaction
from survey_engine.storage.responses import takings_of
from survey_engine.storage.tables import SessionRow
from survey_engine.workbench.service import Service


class Surveys(Service):
    """What surveys have and live sessions do not: days, and words for whoever has handed in."""

    def opening(self, session_id: str) -> Opening:
        """Return the plan of a session and whether it takes answers now; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            row = self.allow_session(transaction, session_id)
            return opening_of(Session.model_validate(row), self.now())

    def arrange(self, session_id: str, *, plan: SurveyPlan) -> None:
        """Let a survey run by this plan from now on; raise SESSION_NOT_SURVEY, SURVEY_CLOSES_TOO_EARLY."""
        if plan.opens_at and plan.closes_at and plan.closes_at <= plan.opens_at:
            raise EngineError(Problem.SURVEY_CLOSES_TOO_EARLY)
        with self.database.writing() as transaction:
            row = self._survey_row(transaction, session_id)
            row.plan = plan.model_dump(mode="json")
            transaction.touch_study(row.study_id)

    def responses(self, session_id: str, *, zone: tzinfo) -> Responses:
        """Return how a session's people go through it, by the days of `zone`; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            row = self.allow_session(transaction, session_id)
            study = self.allow(transaction, row.study_id)
            steps = steps_of(session_id, form_for(transaction, Session.model_validate(row)), {}, {})
            groups = {group.key: group.label for group in groups_of(study)}
            people = takings_of(transaction, session_id)
            return count_responses(people, steps, groups, k=study.k, zone=zone)

    def _survey_row(self, transaction: Transaction, session_id: str) -> SessionRow:
        """Return the row of a survey; touch it."""
        row = self.allow_session(transaction, session_id)
        if row.mode != Mode.SURVEY:
            raise EngineError(Problem.SESSION_NOT_SURVEY, title=row.title)
        transaction.touch_session(session_id)
        return row
