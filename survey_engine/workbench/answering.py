"""What belongs to storing an answer: whether its key stored one before, and what is counted after it."""

from survey_engine.collect.models import Participant
from survey_engine.collect.showing import has_rules, shown_to
from survey_engine.collect.visits import RoomView, Saved
from survey_engine.errors import EngineError, Problem
from survey_engine.storage import room as stored
from survey_engine.storage import showing
from survey_engine.storage.database import Transaction

KEY_LENGTH = range(8, 65)


def earlier_answer(
    transaction: Transaction, room: RoomView, person: Participant, client_key: str
) -> Saved | None:
    """Return the answer that this key stored before, or None; raise SUBMISSION_UNFIT for a key that is not theirs."""
    if len(client_key) not in KEY_LENGTH:
        raise EngineError(Problem.SUBMISSION_UNFIT)
    earlier = stored.answer_by_key(transaction, room.session.id, client_key)
    if earlier is None:
        return None
    if earlier.participant_id != person.id:
        raise EngineError(Problem.SUBMISSION_UNFIT)
    return Saved(earlier.id, earlier.question_id, earlier.said_at, repeated=True)


def count_what_is_shown(transaction: Transaction, room: RoomView, person: Participant) -> None:
    """Set aside what this person said to questions that they are no longer shown, bring back the rest."""
    questions = [step.question for step in room.steps]
    if has_rules(questions):
        answers = showing.kept_answers_of(transaction, person.id)
        shown = shown_to(questions, answers, person.group_key)
        showing.count_only(transaction, person.id, shown, answers)
