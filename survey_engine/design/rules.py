"""Rules that say to whom a question is shown: what can be asked, what is wrong with them, and their words."""

from collections.abc import Callable, Collection, Iterator

from survey_engine.design.findings import Check, Finding
from survey_engine.design.kinds import AnyQuestion, Question
from survey_engine.design.kinds.conditions import Condition, Relation
from survey_engine.design.models import Form
from survey_engine.design.reachability import unreachable
from survey_engine.i18n import mark

CLAUSES = {
    Relation.IS: mark("answered {labels} to question {number}"),
    Relation.IS_NOT: mark("did not answer {labels} to question {number}"),
    Relation.AT_LEAST: mark("gave at least {amount} in question {number}"),
    Relation.AT_MOST: mark("gave at most {amount} in question {number}"),
    Relation.ANSWERED: mark("answered question {number}"),
}
GROUP_CLAUSES = {
    Relation.IS: mark("are in the group {labels}"),
    Relation.IS_NOT: mark("are not in the group {labels}"),
}
WITH_CODES = frozenset({Relation.IS, Relation.IS_NOT})


def relations_of(question: Question) -> tuple[Relation, ...]:
    """Return what a rule can ask of the answers to a question; nothing of what nobody answers."""
    if not question.takes_answers:
        return ()
    by_code = (Relation.IS, Relation.IS_NOT) if question.codes() else ()
    by_number = (Relation.AT_LEAST, Relation.AT_MOST) if question.has_numbers else ()
    return (*by_code, *by_number, Relation.ANSWERED)


def say_rule(
    question: Question,
    form: Form,
    translate: Callable[[str], str],
    label_of: Callable[[Question | None, str], str],
) -> str:
    """Return a question's rule as a sentence; '' where it is shown to everybody.

    `label_of` gives the words of a code of a question, or of a group's key where there is no question.
    """
    rule = question.show_if
    if not rule:
        return ""
    between = translate(" or ") if rule.any_of else translate(" and ")
    said = between.join(_clause(one, form, translate, label_of) for one in rule.conditions)
    return translate("Shown only to those who {conditions}.").format(conditions=said)


SENTENCES = (mark("Shown only to those who {conditions}."), mark(" or "), mark(" and "), mark("“{label}”"))


def _clause(
    condition: Condition,
    form: Form,
    translate: Callable[[str], str],
    label_of: Callable[[Question | None, str], str],
) -> str:
    asked = form.question(condition.question) if condition.question else None
    labels = (translate("“{label}”").format(label=label_of(asked, code)) for code in condition.codes)
    words = CLAUSES[condition.relation] if condition.question else GROUP_CLAUSES.get(condition.relation, "")
    return translate(words).format(
        labels=translate(" or ").join(labels) or "?",
        number=form.questions.index(asked) + 1 if asked else "?",
        amount=f"{condition.amount:g}",
    )


def check_rules(form: Form, group_keys: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with the rules of a form: each would hide a question from people it is meant for."""
    numbers = {question.id: number for number, question in enumerate(form.questions, start=1)}
    broken = set()
    for question in form.questions:
        for condition in question.show_if.conditions:
            for check, other in _about(condition, question, form, numbers, group_keys):
                broken.add(question.id)
                number = numbers[question.id]
                yield Finding(check=check, question_id=question.id, number=number, other=other)
    # Where a rule is broken, what it and those that build on it lead to is not known.
    if not broken:
        for id in unreachable(form, group_keys):
            yield Finding(check=Check.RULE_NEVER, question_id=id, number=numbers[id])


def _about(
    condition: Condition,
    question: AnyQuestion,
    form: Form,
    numbers: dict[str, int],
    group_keys: Collection[str],
) -> Iterator[tuple[Check, int]]:
    """Yield what is wrong with one condition, and the number of the question that it refers to."""
    if not condition.question:
        yield from _about_group(condition, group_keys)
        return
    asked = form.question(condition.question)
    if asked is None:
        yield Check.RULE_MISSING, 0
        return
    other = numbers[asked.id]
    if other >= numbers[question.id]:
        yield (Check.RULE_CIRCLE if _depends(asked, question.id, form) else Check.RULE_LATER), other
    if condition.relation not in relations_of(asked):
        yield Check.RULE_UNFIT, other
    elif condition.relation in WITH_CODES and not condition.codes:
        yield Check.RULE_EMPTY, other
    elif not set(condition.codes) <= set(asked.codes()):
        yield Check.RULE_OPTION_GONE, other


def _about_group(condition: Condition, group_keys: Collection[str]) -> Iterator[tuple[Check, int]]:
    if condition.relation not in GROUP_CLAUSES or not condition.codes:
        yield Check.RULE_GROUP_EMPTY, 0
    elif not set(condition.codes) <= set(group_keys):
        yield Check.RULE_GROUP_GONE, 0


def _depends(question: AnyQuestion, on: str, form: Form) -> bool:
    """Say whether a question is shown according to another, directly or by way of others, or is that one."""
    seen: set[str] = set()
    waiting = [question.id]
    while waiting:
        id = waiting.pop()
        if id == on:
            return True
        found = form.question(id)
        if found is not None and id not in seen:
            waiting.extend(found.show_if.questions)
        seen.add(id)
    return False
