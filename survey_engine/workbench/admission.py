"""Who is let into a session: on its days alone, and by a one-time link where it is for invited people."""

from pathlib import Path

from survey_engine.collect.invitations import Invitation, Ticket, ticket_of
from survey_engine.collect.models import Mode
from survey_engine.collect.visits import RoomView
from survey_engine.errors import EngineError, Problem
from survey_engine.storage import invitations as stored
from survey_engine.storage.collect import joined_by_group
from survey_engine.storage.database import Transaction
from survey_engine.storage.room import secret_of


def refuse_outside_days(room: RoomView) -> None:
    """Raise ROOM_ENDED, SURVEY_NOT_OPEN where a session takes no answers at this moment."""
    if room.is_over:
        raise EngineError(Problem.ROOM_ENDED)
    if room.is_early:
        raise EngineError(Problem.SURVEY_NOT_OPEN)


def full_groups(transaction: Transaction, room: RoomView) -> frozenset[str]:
    """Return the groups of a survey that take nobody any more; they are only counted where there is a quota."""
    plan = room.opening.plan
    if not plan.quotas or not room.is_survey:
        return frozenset()
    return plan.full_groups(joined_by_group(transaction, room.session.id))


def invitation_of(transaction: Transaction, folder: Path, room: RoomView, token: str) -> Invitation | None:
    """Return the link that somebody came by, None where they came without one.

    Raises INVITED_ONLY where a survey is for those alone who were invited, INVITATION_UNKNOWN.
    """
    if not token:
        if room.opening.plan.by_invitation:
            raise EngineError(Problem.INVITED_ONLY)
        return None
    token_hash = stored.hash_of_token(folder, room.session.id, token)
    found = stored.invitation_by_hash(transaction, room.session.id, token_hash)
    if found is None:
        raise EngineError(Problem.INVITATION_UNKNOWN)
    return found


def admit(
    transaction: Transaction,
    folder: Path,
    room: RoomView,
    token: str,
    *,
    consent: bool,
    group_key: str | None,
) -> Invitation | None:
    """Return the link that somebody joins with, None where they join without one.

    Raises ROOM_ENDED, SURVEY_NOT_OPEN, ROOM_NOT_JOINABLE, CONSENT_MISSING, INVITED_ONLY,
    INVITATION_UNKNOWN, INVITATION_USED, GROUP_FULL.
    """
    refuse_outside_days(room)
    if room.session.mode == Mode.RECORD:
        raise EngineError(Problem.ROOM_NOT_JOINABLE)
    if not consent:
        raise EngineError(Problem.CONSENT_MISSING)
    link = invitation_of(transaction, folder, room, token)
    _require_fresh(link)
    if group_key in full_groups(transaction, room):
        raise EngineError(Problem.GROUP_FULL)
    return link


def secret_behind(transaction: Transaction, folder: Path, room: RoomView, token: str) -> str:
    """Return the cookie secret of whoever began with a link, '' where nobody has; raise INVITATION_USED."""
    link = invitation_of(transaction, folder, room, token)
    if link is not None and link.participant_id:
        return secret_of(folder, link.participant_id)
    _require_fresh(link)
    return ""


def _require_fresh(invitation: Invitation | None) -> None:
    if invitation is not None and ticket_of(invitation) != Ticket.FRESH:
        raise EngineError(Problem.INVITATION_USED)


def claim(transaction: Transaction, invitation: Invitation | None, participant_id: str) -> None:
    """Give a link to whoever joined with it; raise INVITATION_USED where somebody was faster."""
    if invitation is not None and not stored.claim(transaction, invitation.id, participant_id):
        raise EngineError(Problem.INVITATION_USED)
