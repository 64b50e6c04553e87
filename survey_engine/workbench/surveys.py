"""Surveys over days, as those who run them arrange and follow them."""

from datetime import tzinfo
from pathlib import Path

from survey_engine.collect.invitations import InvitationCount
from survey_engine.collect.models import Mode, Session
from survey_engine.collect.responses import Responses, count_responses
from survey_engine.collect.rooms import steps_of
from survey_engine.collect.surveys import Opening, SurveyPlan, opening_of
from survey_engine.design.models import groups_of
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.invitees import read_invitees, write_links, write_unused
from survey_engine.ids import new_id
from survey_engine.storage import invitations as stored
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

    def invitations(self, session_id: str) -> InvitationCount:
        """Return how many one-time links a session has, and what became of them; raise NOT_FOUND."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            return stored.count_invitations(transaction, session_id)

    def invite(self, session_id: str, *, name: str, content: bytes, address: str) -> bytes:
        """Make a one-time link for each row of a list (CSV, XLSX), and return the list with them, as CSV.

        `address` is that of the survey for participants. Of the list nothing is kept.
        Raises what `read_invitees` and `write_links` do, SESSION_NOT_SURVEY.
        """
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
        sheet = read_invitees(name, content)
        tokens = [new_id() for _row in sheet.rows]
        written = write_links(sheet, [f"{address.rstrip('/')}/i/{token}" for token in tokens])
        with self.database.writing() as transaction:
            self._survey_row(transaction, session_id)
            hashes = (stored.hash_of_token(self._folder, session_id, token) for token in tokens)
            # In the order of their hashes: the order of the list is not kept, either.
            stored.add_invitations(transaction, session_id, sorted(hashes))
        return written

    def reminders(self, session_id: str, *, name: str, content: bytes) -> tuple[bytes, int]:
        """Return those rows of a list with links whose link was not used up, as CSV, and their number."""
        with self.database.reading() as transaction:
            self.allow_session(transaction, session_id)
            unused = stored.unused_hashes(transaction, session_id)
        sheet = read_invitees(name, content)
        return write_unused(
            sheet, lambda token: stored.hash_of_token(self._folder, session_id, token) in unused
        )

    @property
    def _folder(self) -> Path:
        return self.workbench.settings.folder

    def _survey_row(self, transaction: Transaction, session_id: str) -> SessionRow:
        """Return the row of a survey; touch it."""
        row = self.allow_session(transaction, session_id)
        if row.mode != Mode.SURVEY:
            raise EngineError(Problem.SESSION_NOT_SURVEY, title=row.title)
        transaction.touch_session(session_id)
        return row
