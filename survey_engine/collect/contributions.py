"""What people wrote for others to answer to: which of it the room sees, in which turn, and which votes count.

A statement is shown first that has the fewest votes so far, so that late ones catch up; among equals
chance decides, by a seed of each participant's own that stays (their id). This is the routing of
Polis (https://compdemocracy.org/comment-routing/) without its other parts: how far a statement
divides people and how often it was passed on, which need more votes than a room gives.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b

from survey_engine.collect.models import AnswerValue, QuestionState, Shown
from survey_engine.design.kinds import Contributing, Question
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.contributing import Phase
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts

# The vote that takes a vote back.
NO_VOTE = "none"


@dataclass(frozen=True, slots=True)
class Contribution:
    """A text to vote on: somebody's own words in `text`, or the facilitator's in `label`.

    `code` is what votes name it by: the id of the answer, or the code of the option.
    """

    code: str
    text: str = ""
    label: Texts = field(default_factory=dict)
    state: Shown = Shown.SHOWN
    answered: bool = False
    participant_id: str | None = None
    entry: int = 0
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """A question with everything that was written to it, and the votes on each text so far."""

    question: Contributing
    phase: Phase
    contributions: tuple[Contribution, ...] = ()
    votes: Mapping[str, int] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Contribution, ...]:
        """Return what the room may see and vote on, the earliest first."""
        return tuple(one for one in self.contributions if one.state == Shown.SHOWN)

    @property
    def key(self) -> str:
        """Return a short mark that changes when, and only when, there is something else to vote on."""
        parts = (f"{one.code}:{one.answered}" for one in self.shown)
        return blake2b(" ".join(parts).encode(), digest_size=6).hexdigest()

    @property
    def takes_texts(self) -> bool:
        """Say whether people may write now."""
        return self.phase != Phase.VOTING and self.question.most > 0

    @property
    def takes_votes(self) -> bool:
        """Say whether people may vote now."""
        return self.phase != Phase.COLLECTING

    def of(self, participant_id: str) -> tuple[Contribution, ...]:
        """Return what one person wrote, also what the room does not see."""
        return tuple(one for one in self.contributions if one.participant_id == participant_id)

    def free_entry(self, participant_id: str) -> int | None:
        """Return the number under which somebody's next text is kept, from 1; None where all are taken."""
        taken = {one.entry for one in self.of(participant_id)}
        return next((entry for entry in range(1, self.question.most + 1) if entry not in taken), None)

    def in_turn(self, participant_id: str, voted: Iterable[str]) -> tuple[Contribution, ...]:
        """Return what somebody has not voted on, in the order in which they are asked: fewest votes first."""
        done = set(voted)
        left = (one for one in self.shown if one.code not in done)
        return tuple(sorted(left, key=lambda one: (self.votes.get(one.code, 0), _lot(participant_id, one))))


def phase_of(question: Contributing, state: QuestionState | None) -> Phase:
    """Return what people do with a question now: what the facilitator opened, else how it begins."""
    return Phase(state.phase) if state and state.phase else question.starts_with


def written_by_facilitator(question: Question) -> tuple[Contribution, ...]:
    """Return the texts with which a question begins."""
    options = question.options if isinstance(question, Choice) else ()
    return tuple(Contribution(option.code, label=option.label) for option in options)


def votes_of(codes: Iterable[str]) -> dict[str, str]:
    """Return votes by the text that they are on."""
    return dict(place_of(code) for code in codes)


def with_votes(pool: Pool, stored: Iterable[str], sent: AnswerValue) -> AnswerValue:
    """Return somebody's votes after what they sent; raise CONTRIBUTION_GONE, VOTING_CLOSED.

    Votes that are sent one by one leave the others as they are; votes on what is hidden stay with
    the person, count for nobody, and count again where it is let through again.
    """
    if not pool.takes_votes:
        raise EngineError(Problem.VOTING_CLOSED)
    votes, shown = votes_of(sent.codes), {one.code for one in pool.shown}
    if votes.keys() - shown:
        raise EngineError(Problem.CONTRIBUTION_GONE)
    kept = votes_of(stored) if pool.question.is_voted_one_by_one else {}
    left = {text: vote for text, vote in (kept | votes).items() if vote != NO_VOTE}
    return AnswerValue(codes=tuple(code_at(text, vote) for text, vote in left.items()))


def _lot(participant_id: str, contribution: Contribution) -> bytes:
    return blake2b(f"{participant_id} {contribution.code}".encode(), digest_size=8).digest()
