"""Answers that were given to an earlier wording of a question, counted, so that they are never mixed unseen."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey_engine.design.changes import is_comparable
from survey_engine.design.kinds import Question
from survey_engine.storage import collect as stored
from survey_engine.storage import voices
from survey_engine.storage.database import Transaction
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """A question that changed between the versions that are summed up.

    Of `people` who answered it, `earlier` (None: few, but some) answered while it read `text`
    (the latest wording before the present one, `now`) or was asked otherwise.
    """

    question_id: str
    now: Texts
    text: Texts
    earlier: int | None
    people: int


def earlier_wordings(
    transaction: Transaction, session_ids: Sequence[str], study_id: str, k: int
) -> tuple[EarlierWording, ...]:
    """Return the questions that were answered in a wording that does not compare with the newest one.

    `session_ids` are those that are summed up; fewer than `k` people are told as few.
    """
    numbers = {version.id: place for place, version in enumerate(stored.versions_of(transaction, study_id))}
    sessions = [one for one in stored.sessions_of(transaction, study_id) if one.id in set(session_ids)]
    sessions.sort(key=lambda session: numbers.get(session.version_id or "", len(numbers)))
    answered = voices.count_answered(transaction, [session.id for session in sessions])
    asked: dict[str, list[tuple[Question, int]]] = {}
    for session in sessions:
        for question in stored.form_for(transaction, session).questions:
            if people := answered.get((session.id, question.id), 0):
                asked.setdefault(question.id, []).append((question, people))
    found = (_earlier(each, k) for each in asked.values())
    return tuple(one for one in found if one is not None)


def _earlier(asked: Sequence[tuple[Question, int]], k: int) -> EarlierWording | None:
    now = asked[0][0]
    before = [(question, people) for question, people in asked if not is_comparable(question, now)]
    if not before:
        return None
    earlier = sum(people for _question, people in before)
    people = sum(people for _question, people in asked)
    told = earlier if earlier >= k and people - earlier >= k else None
    return EarlierWording(now.id, now.text, before[0][0].text, told, people)
