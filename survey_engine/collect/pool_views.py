"""What one person sees of what others wrote: what to vote on next, how they voted, and their own texts."""

from dataclasses import dataclass, field

from survey_engine.collect.contributions import Contribution, Pool, votes_of
from survey_engine.collect.rooms import Step
from survey_engine.collect.visits import Visit


@dataclass(frozen=True, slots=True)
class PoolView:
    """A pool for one person. `chosen` is a text that they want to look at, before what is next in turn."""

    pool: Pool
    person_id: str = ""
    votes: dict[str, str] = field(default_factory=dict)
    chosen: str = ""

    @property
    def current(self) -> Contribution | None:
        """Return what is asked now; None where everything was voted on."""
        chosen = (one for one in self.pool.shown if one.code == self.chosen)
        return next(chosen, None) or next(iter(self.pool.in_turn(self.person_id, self.votes)), None)

    @property
    def voted(self) -> tuple[tuple[Contribution, str], ...]:
        """Return what was voted on and is still shown, each with the vote."""
        return tuple((one, self.votes[one.code]) for one in self.pool.shown if one.code in self.votes)

    @property
    def by_votes(self) -> tuple[Contribution, ...]:
        """Return what others wrote by votes; what was answered comes last."""
        votes = self.pool.votes
        return tuple(sorted(self.pool.shown, key=lambda one: (one.answered, -votes.get(one.code, 0))))

    @property
    def mine(self) -> tuple[Contribution, ...]:
        """Return what the person wrote."""
        return self.pool.of(self.person_id)

    @property
    def left(self) -> int:
        """Return how many texts the person may still write now."""
        return max(0, self.pool.question.most - len(self.mine)) if self.pool.takes_texts else 0


def pool_view(visit: Visit, step: Step | None, chosen: str = "") -> PoolView | None:
    """Return what a person sees of a step's pool; None where the step has none."""
    pool = visit.room.pools.get(step.question.id) if step else None
    if step is None or pool is None:
        return None
    answer, person = visit.answers.get(step.question.id), visit.participant
    return PoolView(pool, person.id if person else "", votes_of(answer.codes) if answer else {}, chosen)
