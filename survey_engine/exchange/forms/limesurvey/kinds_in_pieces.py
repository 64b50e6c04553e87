"""Kinds that LimeSurvey has only in pieces, on the way out: arrays of numbers, sums, lists with a limit."""

from collections.abc import Sequence

from survey_engine.design.kinds import Criteria, Points, Position, Statements
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.contributing import Contributing
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.exchange.forms.limesurvey.items import Labelled, Shape
from survey_engine.exchange.forms.whole_kinds import ends_of, joined, placed_by, with_cost
from survey_engine.exchange.forms.wording import OWN_WORDS, said

Languages = Sequence[str]


def write_criteria(question: Criteria, languages: Languages) -> Shape:
    """Return an array of numbers: things down, criteria across, with what the ends of the scale mean."""
    ends = ends_of(question, languages)
    columns = [(one.code, joined(one.label, ends, " ", languages)) for one in question.criteria]
    limits = {"multiflexible_min": "1", "multiflexible_max": str(question.points)}
    return Shape(":", subquestions=_options(question), columns=columns, attributes=limits, kind=question.kind)


def write_points(question: Points, languages: Languages) -> Shape:
    """Return several numbers whose sum is the total; a budget is a list to tick, up to what there is."""
    if question.is_budget:
        labels = [(one.code, with_cost(one, question, languages)) for one in question.options]
        return Shape("M", subquestions=labels, kind=question.kind)
    whole = {"equals_num_value": str(question.total), "num_value_int_only": "1", "min_num_value_n": "0"}
    return Shape("K", subquestions=_options(question), attributes=whole, kind=question.kind)


def write_position(question: Position, languages: Languages) -> Shape:
    """Return an array of numbers: things down, the two axes across."""
    axes = {"x": question.x, "y": question.y}
    columns = [(name, placed_by(axis, question, languages)) for name, axis in axes.items()]
    limits = {"multiflexible_min": "0", "multiflexible_max": str(question.steps)}
    return Shape(":", subquestions=_options(question), columns=columns, attributes=limits, kind=question.kind)


def write_statements(question: Statements, languages: Languages) -> Shape:
    """Return an array of the facilitator's statements by the three votes."""
    votes = [(code, said(OWN_WORDS[code], languages)) for code in (AGREE, DISAGREE, PASS)]
    return Shape("F", answers=votes, subquestions=_options(question), kind=question.kind)


def write_contributions(question: Contributing, languages: Languages) -> Shape:
    """Return several short texts."""
    numbers = [str(number) for number in range(1, question.most + 1)]
    return Shape(
        "Q",
        subquestions=[(number, dict.fromkeys(languages, number)) for number in numbers],
        attributes={"maximum_chars": str(question.longest)},
        kind=question.kind,
    )


def _options(question: Choice) -> list[Labelled]:
    return [(option.code, option.label) for option in question.options]
