"""One-time links into a survey: what is kept of them, which is nobody's name and nobody's address."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Field

from survey_engine.ids import new_id
from survey_engine.records import Record


class Invitation(Record):
    """One link: the hash of its token, and whether it was used up. Who got it is not known here.

    `participant_id` brings its holder back until they hand in; then it is emptied, so that
    nobody can tell from the list who answered what. It is unique: one link, one person.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    session_id: str = Field(foreign_key="session.id", index=True, ondelete="CASCADE")
    token_hash: str
    participant_id: str | None = Field(
        default=None, foreign_key="participant.id", unique=True, ondelete="SET NULL"
    )
    is_used: bool = False


class Ticket(StrEnum):
    """What a link is good for: joining, going on, or nothing more."""

    FRESH = "fresh"
    BEGUN = "begun"
    USED = "used"


@dataclass(frozen=True, slots=True)
class InvitationCount:
    """How many links of a survey were made, how many lead to somebody who is in the middle, and are used."""

    made: int = 0
    begun: int = 0
    used: int = 0


def ticket_of(invitation: Invitation) -> Ticket:
    """Return what a link is good for."""
    if invitation.is_used:
        return Ticket.USED
    return Ticket.BEGUN if invitation.participant_id else Ticket.FRESH
