"""Each kind of question as a LimeSurvey item: one function for each kind, one entry in WRITERS.

What an item cannot say is not noted here: the survey is read back, and what is missing then
goes into the attribute `cssclass`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from survey_engine.design.kinds import (
    CANT_SAY,
    Date,
    Information,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Ranking,
    Scale,
    SingleChoice,
    Statement,
    Words,
    YesNo,
)
from survey_engine.design.kinds.choice import NONE, Choice, ShownAs
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.kinds.words import LONGEST_ENTRY
from survey_engine.exchange.forms.limesurvey.items import Labelled, Shape
from survey_engine.exchange.forms.limesurvey.kinds_in_pieces import (
    write_contributions,
    write_criteria,
    write_points,
    write_position,
    write_statements,
)
from survey_engine.exchange.forms.points import labelled_points
from survey_engine.exchange.forms.whole_kinds import SAID_IN
from survey_engine.exchange.forms.wording import OWN_WORDS, said

Languages = Sequence[str]
NO_ANSWER = "na"
ALONE = "exclude_all_others"


def write_single(question: SingleChoice, languages: Languages) -> Shape:
    """Return a list of radio buttons, of a long list one that folds away."""
    letter = "!" if question.shown_as == ShownAs.SEARCH else "L"
    return Shape(letter, answers=_options(question), other=question.other)


def write_yesno(question: YesNo, languages: Languages) -> Shape:
    """Return LimeSurvey's yes or no; with "can't say" a list, since that one has no third answer."""
    if not question.cant_say:
        return Shape("Y")
    answers = [(code, said(OWN_WORDS[code], languages)) for code in question.codes() if code != CANT_SAY]
    return Shape("L", [*answers, *_way_out(languages)], kind=question.kind, extras=[NO_ANSWER])


def write_multiple(question: MultipleChoice, languages: Languages) -> Shape:
    """Return check boxes: each option is a sub-question."""
    limits = {"min_answers": question.least, "max_answers": question.most}
    attributes = {name: str(number) for name, number in limits.items() if number}
    extra = [(NONE, question.label(NONE))] if question.none and NONE not in question.option_codes else []
    return Shape(
        "M",
        subquestions=[*_options(question), *extra],
        attributes=attributes | ({ALONE: NONE} if question.none else {}),
        other=question.other,
        extras=[code for code, _label in extra],
    )


def write_scale(question: Scale, languages: Languages) -> Shape:
    """Return a list with a radio button for each point, and "can't say" at the end."""
    return Shape("L", answers=_points(question, languages), kind=question.kind, extras=[NO_ANSWER])


def write_matrix(question: Matrix, languages: Languages) -> Shape:
    """Return an array: statements down, points across."""
    points = _points(question, languages)
    return Shape("F", answers=points, subquestions=_options(question), extras=[NO_ANSWER])


def write_ranking(question: Ranking, languages: Languages) -> Shape:
    """Return a ranking, of the first few where the question says so."""
    attributes = {"max_answers": str(question.top)} if question.top else {}
    return Shape("R", answers=_options(question), attributes=attributes)


def write_number(question: Number, languages: Languages) -> Shape:
    """Return a number, whole where it has no decimals, within its range."""
    ends = {"min_num_value_n": question.least, "max_num_value_n": question.most}
    attributes = {name: f"{end:.6f}".rstrip("0").rstrip(".") for name, end in ends.items() if end is not None}
    return Shape("N", attributes=attributes | ({} if question.decimals else {"num_value_int_only": "1"}))


def write_date(question: Date, languages: Languages) -> Shape:
    """Return a day, within its range."""
    ends = {"date_min": question.earliest, "date_max": question.latest}
    return Shape("D", attributes={name: end.isoformat() for name, end in ends.items() if end})


def write_open(question: OpenText, languages: Languages) -> Shape:
    """Return a short or a long text."""
    return Shape("T" if question.long else "S", attributes={"maximum_chars": str(question.longest)})


def write_words(question: Words, languages: Languages) -> Shape:
    """Return several short texts."""
    numbers = [str(number) for number in range(1, question.most + 1)]
    return Shape(
        "Q",
        subquestions=[(number, dict.fromkeys(languages, number)) for number in numbers],
        attributes={"maximum_chars": str(LONGEST_ENTRY)},
        kind=question.kind,
    )


def write_statement(question: Statement, languages: Languages) -> Shape:
    """Return a list of the three votes."""
    votes = [(code, said(OWN_WORDS[code], languages)) for code in question.codes()]
    return Shape("L", answers=votes, kind=question.kind)


def write_information(question: Information, languages: Languages) -> Shape:
    """Return a text to read."""
    return Shape("X")


WRITERS: Mapping[str, Callable[[Any, Languages], Shape]] = {
    "criteria": write_criteria,
    "points": write_points,
    "position": write_position,
    "statements": write_statements,
    "ideas": write_contributions,
    "audience": write_contributions,
    "single": write_single,
    "yesno": write_yesno,
    "multiple": write_multiple,
    "scale": write_scale,
    "matrix": write_matrix,
    "ranking": write_ranking,
    "number": write_number,
    "date": write_date,
    "open": write_open,
    "words": write_words,
    "statement": write_statement,
    "information": write_information,
}
# Fields without which a question elsewhere is the same to those who answer it: they are kept in silence.
NOT_MISSED_IN = {kind: said | {"text", "help", "low", "high"} for kind, said in SAID_IN.items()}
NOT_MISSED = {
    "bank_key",
    "shown_as",
    "between",
    "low",
    "high",
    "options",
    "text",
    "help",
    "other",
    "none",
    "cant_say",
}
NOT_MISSED |= {"picture_width", "picture_height"}


def _options(question: Choice) -> list[Labelled]:
    return [(option.code, option.label) for option in question.options]


def _points(question: Graded, languages: Languages) -> list[Labelled]:
    way_out = _way_out(languages) if question.cant_say else []
    return [*labelled_points(question, languages), *way_out]


def _way_out(languages: Languages) -> list[Labelled]:
    return [(NO_ANSWER, said(OWN_WORDS[CANT_SAY], languages))]
