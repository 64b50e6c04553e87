"""Kinds that other formats have only in pieces: they are written so that people can answer them, and come
back from what Balsis notes beside."""

from collections.abc import Sequence

from survey_engine.design.kinds import KINDS, Axis, Criteria, Points, Position, Priced, Question
from survey_engine.design.kinds.contributing import Contributing
from survey_engine.design.kinds.graded import Graded
from survey_engine.exchange.forms.carried import Why
from survey_engine.i18n import mark
from survey_engine.texts import Texts, has_text, pick

IN_PIECES = frozenset({"criteria", "points", "position", "statements", "ideas", "audience"})
ALL_TOGETHER = mark("All together have to be {total}.")
NOT_ABOVE = mark("All together at most {total}.")
OWN_STATEMENTS = mark("Your own statements, each on a line of its own")
# What the pieces say of a question, or what nobody who answers elsewhere would notice.
SAID = {"options", "required", "stay_last", "bank_key"}
SAID_IN = {
    "criteria": SAID | {"criteria", "points"},
    "points": SAID | {"total", "unit"},
    "position": SAID | {"x", "y", "steps"},
    "statements": SAID | {"most", "longest", "starts_with"},
    "ideas": SAID | {"most", "longest", "starts_with", "dots", "dots_on_one"},
    "audience": SAID | {"most", "longest", "starts_with"},
}
Languages = Sequence[str]


def lost_of(
    question: Question, *, way_out: bool = True, own_statements: bool = True
) -> tuple[tuple[Why, dict[str, object]], ...]:
    """Return what people who answer elsewhere will miss.

    `way_out` and `own_statements` say whether "can't say" can be chosen there, and statements added.
    """
    lost: list[tuple[Why, dict[str, object]]] = []
    if isinstance(question, Contributing) and question.most:
        can_write = own_statements or question.kind != "statements"
        lost.append((Why.ALONE if can_write else Why.OWN_STATEMENTS, {}))
    if isinstance(question, Criteria) and question.cant_say and question.required and not way_out:
        lost.append((Why.CANT_SAY, {}))
    return tuple(lost)


def kind_in_pieces(own_kind: str) -> type[Question] | None:
    """Return the kind that Balsis noted, where it is one of these."""
    return KINDS[own_kind] if own_kind in IN_PIECES else None


def with_cost(option: Priced, question: Points, languages: Languages) -> Texts:
    """Return the label of an option of a budget with what it costs."""
    return {
        code: f"{pick(option.label, code, languages) or option.code}: {question.say_amount(option.cost or 0, code)}"
        for code in languages
    }


def placed_by(axis: Axis, question: Position, languages: Languages) -> Texts:
    """Return what an axis asks, with what its ends mean."""
    return {
        code: f"{pick(axis.name, code, languages)} {_ends(axis.low, axis.high, 0, question.steps, code, languages)}".strip()
        for code in languages
    }


def ends_of(question: Graded, languages: Languages) -> Texts:
    """Return what the ends of a scale mean: (1 = bad, 5 = good)."""
    return {
        code: _ends(question.low, question.high, 1, question.points, code, languages) for code in languages
    }


def joined(first: Texts, second: Texts, between: str, languages: Languages) -> Texts:
    """Return two texts as one in each language."""
    both = {code: (pick(first, code, languages), pick(second, code, languages)) for code in languages}
    return {code: between.join(part for part in parts if part) for code, parts in both.items()}


def _ends(low: Texts, high: Texts, first: int, last: int, language: str, languages: Languages) -> str:
    named = [
        f"{number} = {pick(text, language, languages)}" if has_text(text) else str(number)
        for number, text in ((first, low), (last, high))
    ]
    return f"({', '.join(named)})"
