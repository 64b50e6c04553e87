"""What was decided about themes, and taking the last decision back.

Before a decision, the themes it touches are written into the log as they were; undoing
puts them back so. Answers that were taken back in between stay gone.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.storage import themes as stored
from survey_engine.storage.database import Transaction
from survey_engine.storage.tables import CodingRow, DecisionRow, ThemeRow
from survey_engine.themes.models import Theme
from survey_engine.workbench.service import Service

BEFORE, MADE, UNDONE = "before", "made", "undone"


class ThemeHistory(Service):
    """Remembering and undoing decisions about themes."""

    def theme_row(self, transaction: Transaction, theme_id: str) -> ThemeRow:
        """Return the row of a theme whose study the visitor may work on; raise NOT_FOUND."""
        row = transaction.get(ThemeRow, theme_id)
        if row is None:
            raise EngineError(Problem.NOT_FOUND, what=mark("theme"))
        self.allow(transaction, row.study_id)
        return row

    def remember(
        self,
        transaction: Transaction,
        study_id: str,
        action: str,
        subject: str,
        *,
        before: Sequence[str],
        made: Sequence[str] = (),
        reason: str = "",
    ) -> None:
        """Log a decision with the themes as they were before it, in the same transaction."""
        kept = [_snapshot(transaction, theme_id) for theme_id in before]
        self.record(transaction, study_id, action, subject, reason=reason, **{BEFORE: kept, MADE: list(made)})
        transaction.touch_study(study_id)

    def last_decision(self, study_id: str) -> str | None:
        """Return the action that `undo` would take back, or None."""
        with self.database.reading() as transaction:
            self.allow(transaction, study_id)
            row = _last(transaction, study_id)
            return row.action if row else None

    def undo(self, study_id: str) -> str:
        """Take back the last decision about themes and return its action; raise NOTHING_TO_TAKE_BACK."""
        with self.database.writing() as transaction:
            self.allow(transaction, study_id)
            row = _last(transaction, study_id)
            if row is None:
                raise EngineError(Problem.NOTHING_TO_TAKE_BACK)
            for theme_id in row.details[MADE]:
                stored.delete_theme(transaction, theme_id)
            for snapshot in row.details[BEFORE]:
                _put_back(transaction, snapshot)
            row.details = {**row.details, UNDONE: True}
            self.record(transaction, study_id, "theme.undone", row.subject, undone=row.action)
            transaction.touch_study(study_id)
            return row.action


def _snapshot(transaction: Transaction, theme_id: str) -> dict[str, Any]:
    theme = transaction.get(ThemeRow, theme_id)
    codings = stored.codings_of(transaction, [theme_id])
    return {
        "theme": Theme.model_validate(theme).model_dump(mode="json") if theme else {},
        "codings": [coding.model_dump(mode="json") for coding in codings],
        "pointing": stored.pointing_at(transaction, theme_id),
    }


def _put_back(transaction: Transaction, snapshot: dict[str, Any]) -> None:
    theme = {**snapshot["theme"], "created_at": datetime.fromisoformat(snapshot["theme"]["created_at"])}
    row = transaction.get(ThemeRow, theme["id"])
    if row is None:
        transaction.add(ThemeRow(**theme))
    else:
        for name, value in theme.items():
            setattr(row, name, value)
    transaction.flush()
    stored.clear_codings(transaction, [theme["id"]])
    there = stored.existing_answers(transaction, [c["answer_id"] for c in snapshot["codings"]])
    transaction.add_all(
        CodingRow(**{**coding, "made_at": datetime.fromisoformat(coding["made_at"])})
        for coding in snapshot["codings"]
        if coding["answer_id"] in there
    )
    stored.point_back(transaction, snapshot["pointing"], theme["id"])


def _last(transaction: Transaction, study_id: str) -> DecisionRow | None:
    """Return the last decision that can be taken back: none from before the last run of suggestions."""
    statement = (
        select(DecisionRow)
        .where(
            col(DecisionRow.study_id) == study_id,
            col(DecisionRow.action).like("theme%") | col(DecisionRow.action).like("answer.moved"),
        )
        .order_by(col(DecisionRow.decided_at).desc(), col(DecisionRow.id).desc())
    )
    for row in transaction.execute(statement).scalars():
        if row.action == "themes.suggested":
            return None
        if BEFORE in row.details and not row.details.get(UNDONE):
            return row  # type: ignore[no-any-return]
    return None
