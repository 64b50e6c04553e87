"""Kinds that XLSForm has only in pieces, on the way out: a group of rows, or a list with a constraint."""

from collections.abc import Sequence
from typing import Any

from survey_engine.design.kinds import CANT_SAY, Criteria, Points, Position, Statements
from survey_engine.design.kinds.contributing import Contributing
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.exchange.forms.points import labelled_points
from survey_engine.exchange.forms.whole_kinds import (
    ALL_TOGETHER,
    NOT_ABOVE,
    OWN_STATEMENTS,
    joined,
    lost_of,
    placed_by,
    with_cost,
)
from survey_engine.exchange.forms.wording import OWN_WORDS, said
from survey_engine.exchange.forms.xlsform.drafts import Choice, Draft, Part
from survey_engine.texts import Texts

Languages = Sequence[str]
LONGEST_TEXT = 20_000


def write_criteria(question: Criteria, languages: Languages) -> Draft:
    """Return a group with a table for each thing: a row for each criterion."""
    points = tuple(Choice(code, label) for code, label in labelled_points(question, languages))
    way_out = (Choice(CANT_SAY, said(OWN_WORDS[CANT_SAY], languages), is_extra=True),)
    parts: list[Part] = []
    for place, option in enumerate(question.options, start=1):
        rows = [
            Part(f"p{place}_{number}", "select_one {list}", one.label, _required(question))
            for number, one in enumerate(question.criteria, start=1)
        ]
        table = {"appearance": "table-list"}
        begins, ends = Part(f"p{place}", "begin_group", option.label, table), Part("", "end_group", {})
        parts += [begins, *rows, ends] if rows else []
    return _group(question, languages, parts, (*points, *(way_out if question.cant_say else ())))


def write_points(question: Points, languages: Languages) -> Draft:
    """Return a whole number for each option, the last one with the sum as a constraint; a budget is a list."""
    if question.is_budget:
        return _budget(question, languages)
    names = [f"coalesce(${{{{{{parts[{place}]}}}}}}, 0)" for place in range(len(question.options))]
    parts = [
        Part(f"p{place}", "integer", option.label, {"constraint": ". >= 0", **_required(question)})
        for place, option in enumerate(question.options, start=1)
    ]
    if parts:
        others = " + ".join(names[:-1]) or "0"
        parts[-1] = Part(
            parts[-1].code,
            "integer",
            question.options[-1].label,
            {
                "constraint": f". >= 0 and . + {others} = {question.total}",
                # Who shares out anything has to share out everything.
                "required": "yes" if question.required or not names[:-1] else f"{others} > 0",
            },
            {"constraint_message": _total(ALL_TOGETHER, question, languages)},
        )
    return _group(question, languages, parts)


def write_position(question: Position, languages: Languages) -> Draft:
    """Return two whole numbers for each thing: its place on either axis."""
    limits = {"constraint": f". >= 0 and . <= {question.steps}", **_required(question)}
    axes = [placed_by(axis, question, languages) for axis in (question.x, question.y)]
    parts = [
        Part(f"p{place}_{name}", "integer", joined(option.label, axis, " · ", languages), limits)
        for place, option in enumerate(question.options, start=1)
        for name, axis in zip("xy", axes, strict=True)
    ]
    return _group(question, languages, parts)


def write_statements(question: Statements, languages: Languages) -> Draft:
    """Return a vote on each statement of the facilitator, and room for those of one's own."""
    votes = tuple(
        Choice(code, said(OWN_WORDS[code], languages), is_extra=True) for code in (AGREE, DISAGREE, PASS)
    )
    parts = [
        Part(f"p{place}", "select_one {list}", option.label, _required(question))
        for place, option in enumerate(question.options, start=1)
    ]
    if question.most:
        text = {"appearance": "multiline", "constraint": _longest(question)}
        parts.append(Part("own", "text", said(OWN_STATEMENTS, languages), text))
    return _group(question, languages, parts, votes if question.options else ())


def write_contributions(question: Contributing, languages: Languages) -> Draft:
    """Return a text with one idea or question a line."""
    return Draft(
        "text",
        cells={"appearance": "multiline", "constraint": _longest(question)},
        own={"kind": question.kind},
        lost=lost_of(question),
    )


def _budget(question: Points, languages: Languages) -> Draft:
    costs = " + ".join(
        f"if(selected(., '{{codes[{place}]}}'), {option.cost or 0}, 0)"
        for place, option in enumerate(question.options)
    )
    return Draft(
        "select_multiple {list}",
        cells={"constraint": f"{costs} <= {question.total}"},
        texts={"constraint_message": _total(NOT_ABOVE, question, languages)},
        choices=tuple(Choice(one.code, with_cost(one, question, languages)) for one in question.options),
        own={"kind": question.kind},
    )


def _group(
    question: Any, languages: Languages, parts: Sequence[Part], choices: Sequence[Choice] = ()
) -> Draft:
    nothing = (Part("empty", "note", dict.fromkeys(languages, "–")),)
    used = any("{list}" in part.type for part in parts)
    return Draft(
        "begin_group",
        choices=choices if used else (),
        parts=parts or nothing,
        own={"kind": question.kind},
        lost=lost_of(question),
    )


def _required(question: Any) -> dict[str, str]:
    return {"required": "yes" if question.required else ""}


def _total(wording: str, question: Points, languages: Languages) -> Texts:
    amounts = {
        code: question.say_amount(question.total, code).replace("${", "$\u200b{") for code in languages
    }
    return {code: said(wording, (code,), total=amounts[code])[code] for code in languages}


def _longest(question: Contributing) -> str:
    return f"string-length(.) <= {min(question.most * (question.longest + 1) - 1, LONGEST_TEXT)}"
