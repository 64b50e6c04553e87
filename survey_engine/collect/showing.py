"""Which questions one person is shown: rules evaluated on what they answered and on their group.

Everything that has to know this asks here: the survey's way, what counts as unanswered, live sessions,
the preview, and exports. A question refers to earlier ones alone; an answer to a question that is not
shown counts for nothing, so that one hidden question hides those that build on it.
"""

from collections.abc import Iterable, Mapping

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import DECLINED, Question
from survey_engine.design.kinds.conditions import Condition, Relation

NOTHING = AnswerValue()


def shown_to(
    questions: Iterable[Question], answers: Mapping[str, AnswerValue], group_key: str | None
) -> frozenset[str]:
    """Return the ids of the questions that a person of this group who answered this is shown."""
    counting: dict[str, AnswerValue] = {}
    shown: set[str] = set()
    for question in questions:
        rule = question.show_if
        each = [_holds(one, counting, group_key) for one in rule.conditions]
        if not each or (any(each) if rule.any_of else all(each)):
            shown.add(question.id)
            counting[question.id] = answers.get(question.id, NOTHING)
    return frozenset(shown)


def has_rules(questions: Iterable[Question]) -> bool:
    """Say whether any question is shown to some people only."""
    return any(question.show_if for question in questions)


def number_in(value: AnswerValue) -> float | None:
    """Return the number that was answered: a point, an amount, a number typed; None where it is none."""
    said = value.codes[0] if value.codes else value.text or ""
    try:
        return float(said.strip().replace(",", "."))
    except ValueError:
        return None


def _holds(condition: Condition, answers: Mapping[str, AnswerValue], group_key: str | None) -> bool:
    if not condition.question:
        return (group_key in condition.codes) == (condition.relation == Relation.IS)
    value = answers.get(condition.question, NOTHING)
    match condition.relation:
        case Relation.IS:
            return any(code in condition.codes for code in value.codes)
        case Relation.IS_NOT:
            return not any(code in condition.codes for code in value.codes)
        case Relation.ANSWERED:
            return not value.is_empty and value.codes != (DECLINED,)
    number = number_in(value)
    if number is None:
        return False
    return (
        number >= condition.amount if condition.relation == Relation.AT_LEAST else number <= condition.amount
    )
