"""A ranking on paper: a box before each option to write its place into."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Ranking
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue, codes_from


def draw(question: Ranking, pen: Pen) -> None:
    """Draw a box before each option."""
    _ = pen.tongue.gettext
    if question.places < len(question.options):
        how = _("Write 1 beside what matters most, then 2, and so on up to {most}.")
    else:
        how = _("Write 1 beside what matters most, then 2, and so on.")
    pen.hint(how.format(most=question.places))
    for option in question.options:
        pen.fill(pen.tongue.words(option.label), before=True)


def blanks(question: Ranking, tongue: Tongue) -> tuple[Blank, ...]:
    """Return a blank for the place of each option."""
    places = tuple((place, "") for place in _places(question))
    return tuple(Blank(tongue.words(option.label), marks=places) for option in question.options)


def read(question: Ranking, typed: Sequence[str]) -> AnswerValue:
    """Return the options in the order of their places; raise RANKED_TWICE where two have the same."""
    places: dict[int, str] = {}
    marks = {place: place for place in _places(question)}
    for option, text in zip(question.option_codes, typed, strict=True):
        for place in codes_from(text, marks):
            if int(place) in places:
                raise EngineError(Problem.RANKED_TWICE)
            places[int(place)] = option
    return AnswerValue(codes=tuple(places[place] for place in sorted(places)))


def write(question: Ranking, value: AnswerValue) -> tuple[str, ...]:
    """Return the place of each option."""
    places = {code: str(place) for place, code in enumerate(value.codes, start=1)}
    return tuple(places.get(code, "") for code in question.option_codes)


def _places(question: Ranking) -> tuple[str, ...]:
    return tuple(str(place) for place in range(1, len(question.options) + 1))


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
