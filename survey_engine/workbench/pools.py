"""What people answer to of one another, within a transaction: the pool of a question, and what is added to it."""

from collections.abc import Sequence

from survey_engine.collect.contributions import (
    Contribution,
    Pool,
    phase_of,
    with_votes,
    written_by_facilitator,
)
from survey_engine.collect.kinds import KINDS, Voices
from survey_engine.collect.kinds.voices import voices_of
from survey_engine.collect.models import Answer, AnswerValue, Participant, Shown
from survey_engine.collect.rooms import Step
from survey_engine.collect.visits import RoomView
from survey_engine.design.kinds import Contributing
from survey_engine.errors import EngineError, Problem
from survey_engine.storage import collect as stored
from survey_engine.storage import pools
from survey_engine.storage.database import Transaction
from survey_engine.workbench.limits import Recent

# In a full room votes come faster than they are worth counting again for the order of what comes next.
PEOPLE_TO_A_COUNT = 20
_VOTES: Recent[dict[str, int]] = Recent(32)


def pools_of(transaction: Transaction, room: RoomView, *, counted: bool = False) -> dict[str, Pool]:
    """Return what people answer to of one another: in a live room now, in a survey anywhere.

    `counted` adds how many have voted on each text, for the order in which they are shown.
    """
    steps = room.steps if room.is_survey else (room.step,)
    return {
        step.question.id: pool_of(transaction, room, step, counted=counted)
        for step in steps
        if step and step.question.takes_contributions
    }


def pool_of(transaction: Transaction, room: RoomView, step: Step, *, counted: bool = False) -> Pool:
    """Return what was written to a question; `counted` as in `pools_of`."""
    question = step.question
    assert isinstance(question, Contributing)
    texts = written(transaction, (room.session.id,), question)
    votes = _votes_so_far(transaction, room, question.id) if counted else {}
    return Pool(question, phase_of(question, step.state), texts, votes)


def _votes_so_far(transaction: Transaction, room: RoomView, question_id: str) -> dict[str, int]:
    session = room.session
    at = session.revision // (1 + pools.count_people_in(transaction, session.id) // PEOPLE_TO_A_COUNT)
    return _VOTES.get(
        (str(transaction.get_bind().engine.url), session.id, question_id, at),
        lambda: pools.votes_by_text(transaction, (session.id,), question_id),
    )


def summary_of_pool(
    transaction: Transaction, session_ids: Sequence[str], question: Contributing, group: str | None
) -> Voices:
    """Return what was let through, with the votes on it; of one group where it is given."""
    tally = KINDS[question.kind].tally
    assert tally is not None
    shown = (one for one in written(transaction, session_ids, question) if one.state == Shown.SHOWN)
    by_code = stored.people_by_code(transaction, session_ids, question.id, group)
    people = stored.count_people(transaction, session_ids, question.id, group)
    return voices_of(question, shown, by_code, people, tally)


def written(
    transaction: Transaction, session_ids: Sequence[str], question: Contributing
) -> tuple[Contribution, ...]:
    """Return every text of a question, the facilitator's first, whatever was decided about it."""
    return (*written_by_facilitator(question), *pools.texts_to(transaction, session_ids, question.id))


def contribution(
    pool: Pool, person: Participant, value: AnswerValue, entry: int, before: Answer | None
) -> tuple[AnswerValue, int]:
    """Return what is to be stored of what somebody sent, and under which number: 0 holds all their votes.

    A text with number 0 is a new one; with its own number it takes the place of an earlier one,
    and an empty one takes that back. Raises CONTRIBUTIONS_CLOSED, CONTRIBUTIONS_TOO_MANY,
    SUBMISSION_UNFIT, and what `with_votes` raises.
    """
    if value.codes or (value.is_empty and not entry):
        if entry:
            raise EngineError(Problem.SUBMISSION_UNFIT)
        return with_votes(pool, before.codes if before else (), value), 0
    if entry and entry not in {one.entry for one in pool.of(person.id)}:
        raise EngineError(Problem.SUBMISSION_UNFIT)
    if not pool.takes_texts and not value.is_empty:
        raise EngineError(Problem.CONTRIBUTIONS_CLOSED)
    free = entry or pool.free_entry(person.id)
    if not free:
        raise EngineError(Problem.CONTRIBUTIONS_TOO_MANY, most=pool.question.most)
    return value, free
