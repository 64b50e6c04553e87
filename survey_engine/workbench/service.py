"""What every service has: the database, the clock, and one check of who may do what."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from survey_engine.accounts import Account
from survey_engine.collect.models import Decision
from survey_engine.design.models import MemberRole, Study
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import DecisionRow, MemberRow, SessionRow, StudyRow

if TYPE_CHECKING:
    from survey_engine.workbench import Workbench


class Service:
    """A group of actions on one workbench."""

    def __init__(self, workbench: "Workbench") -> None:
        self.workbench = workbench
        self.database = workbench.database

    def now(self) -> datetime:
        """Return the present moment."""
        return self.workbench.clock()

    @property
    def visitor_id(self) -> str | None:
        """Return the id of the account at work; None for the operator."""
        visitor = self.workbench.visitor
        return visitor.id if isinstance(visitor, Account) else None

    @property
    def maker(self) -> str:
        """Return how the visitor is named in `made_by` columns."""
        return f"account:{self.visitor_id}" if self.visitor_id else "operator"

    def allow(self, transaction: Transaction, study_id: str, *, owner: bool = False) -> Study:
        """Return the study if the visitor may work on it; raise NOT_FOUND or NOT_ALLOWED.

        Somebody else's study is as good as not there, so that ids cannot be guessed.
        """
        row = transaction.get(StudyRow, study_id)
        member = transaction.get(MemberRow, (study_id, self.visitor_id)) if self.visitor_id else None
        limited = isinstance(self.workbench.visitor, Account)
        if row is None or self.workbench.visitor is None or (limited and member is None):
            raise EngineError(Problem.NOT_FOUND, what=mark("study"))
        if owner and limited and member and member.role != MemberRole.OWNER:
            raise EngineError(Problem.NOT_ALLOWED, what=mark("study"))
        return Study.model_validate(row)

    def allow_session(self, transaction: Transaction, session_id: str) -> SessionRow:
        """Return the row of a session if the visitor may work on its study; raise NOT_FOUND.

        A session of somebody else's study is answered exactly as one that never was.
        """
        row = transaction.get(SessionRow, session_id)
        if row is not None:
            with suppress(EngineError):
                self.allow(transaction, row.study_id)
                return row
        raise EngineError(Problem.NOT_FOUND, what=mark("session"))

    def record(
        self,
        transaction: Transaction,
        study_id: str,
        action: str,
        subject: str,
        *,
        reason: str = "",
        **details: object,
    ) -> None:
        """Add a line to the decision log of a study, in the same transaction as what was decided."""
        transaction.add(
            DecisionRow(
                **Decision(
                    study_id=study_id,
                    account_id=self.visitor_id,
                    action=action,
                    subject=subject,
                    reason=reason,
                    details=details,
                    decided_at=self.now(),
                ).model_dump()
            )
        )
