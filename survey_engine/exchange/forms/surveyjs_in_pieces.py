"""Kinds that SurveyJS has only in pieces: tables of ratings and numbers, sums checked by an expression."""

from collections.abc import Callable, Sequence
from typing import Any

from survey_engine.design.kinds import CANT_SAY, Criteria, Points, Position, Statements
from survey_engine.design.kinds.contributing import Contributing
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.exchange.forms.whole_kinds import ALL_TOGETHER, NOT_ABOVE, placed_by, with_cost
from survey_engine.exchange.forms.wording import OWN_WORDS, said
from survey_engine.texts import Texts

Languages = Sequence[str]
Element = dict[str, Any]
# Writes a text as SurveyJS has it.
Localise = Callable[[Texts, Languages], dict[str, str] | None]


def write_criteria(question: Criteria, languages: Languages, localised: Localise) -> Element:
    """Return a table: things down, criteria across, a rating in each cell; with "can't say" a list instead."""
    points: list[Any] = list(range(1, question.points + 1))
    if question.cant_say:
        points.append({"value": CANT_SAY, "text": localised(said(OWN_WORDS[CANT_SAY], languages), languages)})
    cell = (
        {"cellType": "dropdown", "choices": points}
        if question.cant_say
        else {
            "cellType": "rating",
            "rateMin": 1,
            "rateMax": question.points,
            "minRateDescription": localised(question.low, languages),
            "maxRateDescription": localised(question.high, languages),
        }
    )
    columns = [
        {"name": one.code, "title": localised(one.label, languages), **cell, "isRequired": question.required}
        for one in question.criteria
    ]
    return {"type": "matrixdropdown", "columns": columns, "rows": _rows(question, languages, localised)}


def write_points(question: Points, languages: Languages, localised: Localise) -> Element:
    """Return a number for each option, or a list to tick for a budget; an expression holds the sum."""
    name, total = question.key, question.total
    if question.is_budget:
        parts = [f"iif({{{name}}} contains '{one.code}', {one.cost or 0}, 0)" for one in question.options]
        choices = [
            {"value": one.code, "text": localised(with_cost(one, question, languages), languages)}
            for one in question.options
        ]
        text = _total(NOT_ABOVE, question, languages)
        return {
            "type": "checkbox",
            "choices": choices,
            "validators": [_sum(parts, f"<= {total}", localised(text, languages))],
        }
    parts = [f"iif({{{name}.{one.code}}} notempty, {{{name}.{one.code}}}, 0)" for one in question.options]
    items = [
        {
            "name": one.code,
            "title": localised(one.label, languages),
            "inputType": "number",
            "min": 0,
            "step": 1,
        }
        for one in question.options
    ]
    checked = _sum(parts, f"= {total}", localised(_total(ALL_TOGETHER, question, languages), languages))
    checked["expression"] = f"{{{name}}} empty or {checked['expression']}"
    return {"type": "multipletext", "items": items, "validators": [checked]}


def write_position(question: Position, languages: Languages, localised: Localise) -> Element:
    """Return a table: things down, a whole number for each axis across."""
    number = {"cellType": "text", "inputType": "number", "min": 0, "max": question.steps, "step": 1}
    columns = [
        {
            "name": name,
            "title": localised(placed_by(axis, question, languages), languages),
            **number,
            "isRequired": question.required,
        }
        for name, axis in (("x", question.x), ("y", question.y))
    ]
    return {"type": "matrixdropdown", "columns": columns, "rows": _rows(question, languages, localised)}


def write_statements(question: Statements, languages: Languages, localised: Localise) -> Element:
    """Return a matrix: the facilitator's statements down, the three votes across."""
    votes = [
        {"value": code, "text": localised(said(OWN_WORDS[code], languages), languages)}
        for code in (AGREE, DISAGREE, PASS)
    ]
    return {
        "type": "matrix",
        "columns": votes,
        "rows": _rows(question, languages, localised),
        "eachRowRequired": question.required,
    }


def write_contributions(question: Contributing, languages: Languages, localised: Localise) -> Element:
    """Return a short field for each text."""
    fields = [
        {"name": str(number), "title": str(number), "maxLength": question.longest}
        for number in range(1, question.most + 1)
    ]
    return {"type": "multipletext", "items": fields}


def _rows(question: Any, languages: Languages, localised: Localise) -> list[Element]:
    return [
        {"value": option.code, "text": localised(option.label, languages) or option.code}
        for option in question.options
    ]


def _sum(parts: Sequence[str], rest: str, text: dict[str, str] | None) -> Element:
    return {"type": "expression", "expression": f"({' + '.join(parts) or '0'}) {rest}", "text": text}


def _total(wording: str, question: Points, languages: Languages) -> Texts:
    return {
        code: said(wording, (code,), total=question.say_amount(question.total, code))[code]
        for code in languages
    }
