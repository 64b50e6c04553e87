"""One-time links in the database: only hashes of tokens, and whether they were used up."""

from collections.abc import Iterable
from pathlib import Path

from sqlmodel import col, func, select, update

from survey_engine.collect.invitations import Invitation, InvitationCount
from survey_engine.storage.database import Transaction
from survey_engine.storage.keys import hash_secret
from survey_engine.storage.tables import SurveyInvitationRow


def hash_of_token(folder: Path, session_id: str, token: str) -> str:
    """Return what is stored of a link's token: it counts in one session."""
    return hash_secret(folder, f"invitation:{session_id}:{token}")


def add_invitations(transaction: Transaction, session_id: str, hashes: Iterable[str]) -> None:
    """Add links to a session."""
    transaction.add_all(
        SurveyInvitationRow(**Invitation(session_id=session_id, token_hash=one).model_dump())
        for one in hashes
    )


def invitation_by_hash(transaction: Transaction, session_id: str, token_hash: str) -> Invitation | None:
    """Return the link of a session whose token has this hash, or None."""
    statement = select(SurveyInvitationRow).where(
        SurveyInvitationRow.session_id == session_id, SurveyInvitationRow.token_hash == token_hash
    )
    row = transaction.exec(statement).first()
    return None if row is None else Invitation.model_validate(row)


def unused_hashes(transaction: Transaction, session_id: str) -> frozenset[str]:
    """Return the hashes of the links of a session that were not used up."""
    statement = select(SurveyInvitationRow.token_hash).where(
        SurveyInvitationRow.session_id == session_id, col(SurveyInvitationRow.is_used).is_(False)
    )
    return frozenset(transaction.exec(statement))


def claim(transaction: Transaction, invitation_id: str, participant_id: str) -> bool:
    """Give a fresh link to the one who joined with it; say whether it still was fresh."""
    statement = (
        update(SurveyInvitationRow)
        .where(
            col(SurveyInvitationRow.id) == invitation_id,
            col(SurveyInvitationRow.participant_id).is_(None),
            col(SurveyInvitationRow.is_used).is_(False),
        )
        .values(participant_id=participant_id)
        .execution_options(synchronize_session=False)
    )
    return transaction.connection().execute(statement).rowcount == 1


def use_up(transaction: Transaction, participant_id: str) -> None:
    """Use up the link of somebody who hands in, and forget whose it was."""
    statement = (
        update(SurveyInvitationRow)
        .where(col(SurveyInvitationRow.participant_id) == participant_id)
        .values(participant_id=None, is_used=True)
        .execution_options(synchronize_session=False)
    )
    transaction.connection().execute(statement)


def count_invitations(transaction: Transaction, session_id: str) -> InvitationCount:
    """Return how many links a session has, and what became of them."""
    statement = select(
        func.count(),
        func.count(col(SurveyInvitationRow.participant_id)),
        func.count().filter(col(SurveyInvitationRow.is_used)),
    ).where(SurveyInvitationRow.session_id == session_id)
    made, begun, used = transaction.exec(statement).one()
    return InvitationCount(int(made), int(begun), int(used))
