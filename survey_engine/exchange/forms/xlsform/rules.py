"""To whom a question is shown, as the column `relevant` of XLSForm: both ways, as far as each can say it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf

CHOSEN = {"single", "yesno", "multiple", "statement"}
COUNTED = {"scale", "number"}
# The key of a question that asks for the group, where there is one.
GROUP = "group"
CLAUSE = re.compile(
    r"(?P<no>not\(\s*)?selected\(\s*\$\{(?P<a>[^}]+)\}\s*,\s*['\"](?P<code>[^'\"]+)['\"]\s*\)(?(no)\s*\))"
    r"|\$\{(?P<b>[^}]+)\}\s*(?P<sign>!=|>=|<=|=)\s*(?:['\"](?P<text>[^'\"]*)['\"]|(?P<number>-?\d+(?:\.\d+)?))"
)
JOINED = re.compile(r"\s+(and|or)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a rule may refer to: its kind, its name in the file, and its codes there."""

    kind: str
    name: str
    codes: Mapping[str, str] = field(default_factory=dict)


def write_rule(rule: ShowIf, asked: Mapping[str, Asked]) -> str | None:
    """Return the condition; None where XLSForm cannot say it, such as one on a group that is not asked for."""
    clauses = [_clause(one, asked.get(one.question or GROUP)) for one in rule.conditions]
    if any(clause is None for clause in clauses):
        return None
    return (" or " if rule.any_of else " and ").join(clause for clause in clauses if clause)


def read_rule(relevant: str, known: Mapping[str, AnyQuestion]) -> ShowIf | None:
    """Return the rule; None where it says more than a list of plain conditions on earlier questions."""
    joints = {joint.lower() for joint in JOINED.findall(relevant)}
    found = [_condition(CLAUSE.fullmatch(part.strip()), known) for part in JOINED.split(relevant)[::2]]
    if len(joints) > 1 or not all(found):
        return None
    try:
        return ShowIf(conditions=tuple(one for one in found if one), any_of=joints == {"or"})
    except ValidationError:
        return None


def _clause(condition: Condition, asked: Asked | None) -> str | None:
    by_code = condition.relation in (Relation.IS, Relation.IS_NOT)
    if asked is None or not (condition.question or by_code):
        return None
    reference = f"${{{asked.name}}}"
    if condition.relation == Relation.ANSWERED:
        return f"{reference} != ''"
    if condition.relation in (Relation.AT_LEAST, Relation.AT_MOST):
        sign = ">=" if condition.relation == Relation.AT_LEAST else "<="
        return f"{reference} {sign} {condition.amount:g}" if asked.kind in COUNTED else None
    return _by_code(condition, asked, reference)


def _by_code(condition: Condition, asked: Asked, reference: str) -> str | None:
    if asked.kind in CHOSEN and all(code in asked.codes for code in condition.codes):
        tests = [f"selected({reference}, '{asked.codes[code]}')" for code in condition.codes]
    elif asked.kind == "scale" and all(code.isdecimal() for code in condition.codes):
        tests = [f"{reference} = {code}" for code in condition.codes]
    else:
        return None
    if not tests:
        return None
    whole = " or ".join(tests)
    if condition.relation == Relation.IS_NOT:
        return f"not({whole})"
    return whole if len(tests) == 1 else f"({whole})"


def _condition(found: re.Match[str] | None, known: Mapping[str, AnyQuestion]) -> Condition | None:
    question = known.get(found["a"] or found["b"]) if found else None
    if found is None or question is None:
        return None
    if found["code"] is not None:
        return _held(question, found["code"], is_not=bool(found["no"]))
    sign, value = found["sign"], found["text"] if found["text"] is not None else found["number"]
    if sign in ("=", "!="):
        if value == "":
            return Condition(question=question.id, relation=Relation.ANSWERED) if sign == "!=" else None
        return _held(question, value, is_not=sign == "!=")
    if found["number"] is None or not question.has_numbers:
        return None
    relation = Relation.AT_LEAST if sign == ">=" else Relation.AT_MOST
    return Condition(question=question.id, relation=relation, amount=float(value))


def _held(question: AnyQuestion, code: str, *, is_not: bool) -> Condition | None:
    if code not in question.codes():
        return None
    relation = Relation.IS_NOT if is_not else Relation.IS
    return Condition(question=question.id, relation=relation, codes=(code,))
