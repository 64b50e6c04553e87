"""To whom a question is shown, as LimeSurvey's `relevance`: both ways, as far as each can say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pydantic import ValidationError

from survey_engine.design.kinds import CANT_SAY, AnyQuestion
from survey_engine.design.kinds.base import code_at
from survey_engine.design.kinds.choice import NONE, OTHER
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.exchange.forms.limesurvey.expressions import Condition as Expression
from survey_engine.exchange.forms.limesurvey.expressions import Joined, Test, parsed
from survey_engine.exchange.forms.limesurvey.items import Item
from survey_engine.exchange.forms.limesurvey.tokens import Own

ALWAYS = {"", "1"}
LISTS, CHECKED, ARRAYS = set("L!O"), set("MP"), set("FHABCE")
# Answers that LimeSurvey gives codes of its own.
FIXED: Mapping[str, Mapping[str, str]] = {
    "Y": {"Y": "yes", "N": "no"},
    "G": {"F": "F", "M": "M"},
    "5": {str(point): str(point) for point in range(1, 6)},
}
FIXED_POINTS = {"C": "YUN", "E": "ISD"}
OWN_ANSWER = "-oth-"
WHOLE = {"scale", "number"}
# The key of a question that asks for the group, where there is one.
GROUP = "group"


@dataclass(frozen=True, slots=True)
class Variable:
    """What expressions call by one name: a question or a part of one, with its codes by those in the file."""

    question: AnyQuestion
    name: str
    codes: Mapping[str, str] = field(default_factory=dict)
    is_part: bool = False


def variables_of(item: Item, own: Own, question: AnyQuestion) -> tuple[Variable, ...]:
    """Return what an item is called by in expressions."""
    letter = item.letter.strip()
    if letter in CHECKED:
        return tuple(
            Variable(question, f"{item.code}_{part.code}", {"Y": _code(part.code, own, NONE)}, is_part=True)
            for part in item.subquestions
        )
    if letter in ARRAYS:
        points = _points(item, own)
        return tuple(
            Variable(
                question,
                f"{item.code}_{part.code}",
                {written: code_at(_code(part.code, own, ""), point) for written, point in points.items()},
                is_part=True,
            )
            for part in item.subquestions
        )
    if item.subquestions or letter == "R":
        parts = [part.code for part in item.subquestions] or ["1"]
        return tuple(Variable(question, f"{item.code}_{part}", is_part=True) for part in parts)
    codes = dict(FIXED.get(letter, {}))
    if letter in LISTS:
        codes = {part.code: _code(part.code, own, CANT_SAY) for part in item.answers}
        codes |= {OWN_ANSWER: OTHER} if item.other.strip().upper() == "Y" else {}
    return (Variable(question, item.code, codes),)


def read_rule(expression: str, known: Mapping[str, Variable]) -> ShowIf | None:
    """Return the rule; None where it says more than one level of conditions on earlier questions."""
    whole = parsed(expression)
    if whole is None:
        return None
    one = _condition(whole, known)
    parts = whole.parts if isinstance(whole, Joined) and one is None else ()
    found = [one] if one else [_condition(part, known) for part in parts]
    if not found or not all(found):
        return None
    any_of = one is None and isinstance(whole, Joined) and whole.any_of
    try:
        return ShowIf(conditions=tuple(each for each in found if each), any_of=any_of)
    except ValidationError:
        return None


def write_rule(rule: ShowIf, asked: Mapping[str, Sequence[Variable]]) -> str | None:
    """Return the expression; None where LimeSurvey cannot say it, such as one on a group that is not asked for.

    `asked` are the variables of earlier questions by their ids.
    """
    clauses = [_clause(one, asked.get(one.question or GROUP, ())) for one in rule.conditions]
    if not all(clauses):
        return None
    joined = (" or " if rule.any_of else " and ").join(clause for clause in clauses if clause)
    return f"({joined})" if len(clauses) > 1 else joined


def _code(written: str, own: Own, extra: str) -> str:
    return extra if written in own.extras else own.codes.get(written, written)


def _points(item: Item, own: Own) -> dict[str, str]:
    letter = item.letter.strip()
    written = [part.code for part in item.answers if part.code not in own.extras]
    if letter in "AB":
        written = [str(number) for number in range(1, 11 if letter == "B" else 6)]
    written = list(FIXED_POINTS.get(letter, written))
    points = {code: str(number) for number, code in enumerate(written, start=1)}
    return points | dict.fromkeys(own.extras, CANT_SAY)


def _condition(part: Expression, known: Mapping[str, Variable]) -> Condition | None:
    if isinstance(part, Test):
        variable = known.get(part.name)
        return _tested(part, variable) if variable else None
    wanted = Relation.IS if part.any_of else Relation.IS_NOT
    found = [_condition(one, known) for one in part.parts]
    kinds = {(one.question, one.relation) if one else None for one in found}
    if len(kinds) != 1 or any(one is None or one.relation != wanted for one in found):
        return None
    codes = dict.fromkeys(code for one in found if one for code in one.codes)
    return Condition(question=next(one.question for one in found if one), relation=wanted, codes=tuple(codes))


def _tested(test: Test, variable: Variable) -> Condition | None:
    question, is_same = variable.question, test.sign == "=="
    if test.sign in ("==", "!="):
        relation, codes = (Relation.IS if is_same else Relation.IS_NOT), [variable.codes.get(test.value)]
        if test.value == "" and variable.is_part:
            # Nothing is ticked there; a row of an array has more than one code and is not read.
            relation = Relation.IS_NOT if is_same else Relation.IS
            codes = list(variable.codes.values()) if len(variable.codes) == 1 else []
        elif test.value == "" and not is_same:
            return Condition(question=question.id, relation=Relation.ANSWERED)
        elif test.value == "":
            relation, codes = Relation.IS_NOT, list(variable.codes.values())
        held = tuple(code for code in codes if code is not None)
        return Condition(question=question.id, relation=relation, codes=held) if held else None
    return _compared(test, question) if not variable.is_part else None


def _compared(test: Test, question: AnyQuestion) -> Condition | None:
    whole = question.kind in WHOLE and not getattr(question, "decimals", 0)
    try:
        amount = float(test.value)
    except ValueError:
        return None
    if not question.has_numbers or (test.sign in "<>" and not (whole and amount.is_integer())):
        return None
    relation = Relation.AT_LEAST if test.sign[0] == ">" else Relation.AT_MOST
    amount += {">": 1, "<": -1}.get(test.sign, 0)
    return Condition(question=question.id, relation=relation, amount=amount)


def _clause(condition: Condition, variables: Sequence[Variable]) -> str | None:
    if not variables or (not condition.question and condition.relation not in (Relation.IS, Relation.IS_NOT)):
        return None
    match condition.relation:
        case Relation.ANSWERED if len(variables) == 1:
            return f"!is_empty({variables[0].name}.NAOK)"
        case Relation.ANSWERED:
            return f"count({', '.join(f'{one.name}.NAOK' for one in variables)}) > 0"
        case Relation.IS | Relation.IS_NOT:
            return _by_code(condition, variables)
    return _by_amount(condition, variables[0])


def _by_code(condition: Condition, variables: Sequence[Variable]) -> str | None:
    written = {code: (one.name, said) for one in variables for said, code in one.codes.items()}
    if not condition.codes or not all(code in written for code in condition.codes):
        return None
    is_same = condition.relation == Relation.IS
    tests = [
        f'{name}.NAOK {"==" if is_same else "!="} "{said}"'
        for name, said in (written[code] for code in condition.codes)
    ]
    return tests[0] if len(tests) == 1 else f"({(' or ' if is_same else ' and ').join(tests)})"


def _by_amount(condition: Condition, variable: Variable) -> str | None:
    if not variable.question.has_numbers or variable.is_part:
        return None
    name = f"{variable.name}.NAOK"
    amount = format(Decimal(str(condition.amount)).normalize(), "f")
    without = [f'{name} != "{said}"' for said, code in variable.codes.items() if code == CANT_SAY]
    if condition.relation == Relation.AT_LEAST:
        tests = [*without, f"{name} >= {amount}"]
    else:
        # What is empty would be less than any number.
        tests = [f"!is_empty({name})", *without, f"{name} <= {amount}"]
    return tests[0] if len(tests) == 1 else f"({' and '.join(tests)})"
