"""Can anybody ever see a question? Its conditions, and those of what they refer to, held against each other.

The rule of a question is written as alternatives: sets of conditions of which one set has to hold.
A condition that needs an answer brings along the conditions under which that question is shown.
An alternative is impossible where no answer to some question, or no group, fits all of its conditions.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from math import inf

from survey_engine.design.kinds import AnyQuestion, Question
from survey_engine.design.kinds.conditions import Condition, Relation
from survey_engine.design.models import Form

# More alternatives than people can have meant are not looked through: the question counts as reachable.
MOST_ALTERNATIVES = 500
NEEDS_ANSWER = frozenset({Relation.IS, Relation.AT_LEAST, Relation.AT_MOST, Relation.ANSWERED})

Alternative = frozenset[Condition]


def unreachable(form: Form, group_keys: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the questions that nobody can ever see, whatever they answer, in their order."""
    known: dict[str, list[Alternative]] = {}
    questions: dict[str, AnyQuestion] = {}
    for question in form.questions:
        known[question.id] = _possible(_alternatives(question, known), questions, group_keys)
        questions[question.id] = question
    return tuple(id for id, alternatives in known.items() if not alternatives)


def _alternatives(question: Question, known: Mapping[str, list[Alternative]]) -> list[Alternative]:
    """Return the alternatives of a question; those of earlier questions are `known`."""
    if not question.show_if:
        return [frozenset()]
    each = [_with_source(one, known) for one in question.show_if.conditions]
    if question.show_if.any_of:
        return [alternative for found in each for alternative in found][:MOST_ALTERNATIVES]
    number = 1
    for found in each:
        number *= len(found)
    if number > MOST_ALTERNATIVES:
        return [frozenset()]
    return [frozenset().union(*chosen) for chosen in product(*each)]


def _with_source(condition: Condition, known: Mapping[str, list[Alternative]]) -> list[Alternative]:
    if condition.question not in known or condition.relation not in NEEDS_ANSWER:
        return [frozenset({condition})]
    return [alternative | {condition} for alternative in known[condition.question]]


def _possible(
    alternatives: Sequence[Alternative], questions: Mapping[str, AnyQuestion], group_keys: Collection[str]
) -> list[Alternative]:
    found = [one for one in dict.fromkeys(alternatives) if _holds_together(one, questions, group_keys)]
    # One that is wholly easier to fulfil makes another needless.
    return [one for one in found if not any(other < one for other in found)]


def _holds_together(
    alternative: Alternative, questions: Mapping[str, AnyQuestion], group_keys: Collection[str]
) -> bool:
    by_subject: dict[str, list[Condition]] = {}
    for condition in alternative:
        by_subject.setdefault(condition.question, []).append(condition)
    return all(
        _fits_group(conditions, group_keys)
        if not subject
        else subject not in questions or _fits_answer(conditions, questions[subject])
        for subject, conditions in by_subject.items()
    )


def _fits_group(conditions: Sequence[Condition], group_keys: Collection[str]) -> bool:
    left = set(group_keys)
    for condition in conditions:
        left = (
            left & set(condition.codes) if condition.relation == Relation.IS else left - set(condition.codes)
        )
    return bool(left)


def _fits_answer(conditions: Sequence[Condition], question: AnyQuestion) -> bool:
    """Say whether some answer, or none at all, fulfils all of these conditions on one question."""
    if not any(one.relation in NEEDS_ANSWER for one in conditions):
        return True
    wanted = [set(one.codes) for one in conditions if one.relation == Relation.IS]
    barred = {code for one in conditions if one.relation == Relation.IS_NOT for code in one.codes}
    least = max((one.amount for one in conditions if one.relation == Relation.AT_LEAST), default=-inf)
    most = min((one.amount for one in conditions if one.relation == Relation.AT_MOST), default=inf)
    if least > most:
        return False
    if not question.picks_one:
        return all(codes - barred for codes in wanted)
    left = set(question.codes()).intersection(*wanted) - barred
    if (least, most) == (-inf, inf):
        return bool(left)
    return any(code.isdecimal() and least <= int(code) <= most for code in left)
