"""Points on paper: a place to write an amount beside each option; a budget has boxes with what they cost."""

from collections.abc import Sequence

from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import Points
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.exchange.paper.base import Blank, PaperKind, Pen, Tongue
from survey_engine.exchange.paper.kinds import ticking


def draw(question: Points, pen: Pen) -> None:
    """Draw the options with the total."""
    tongue = pen.tongue
    _ = tongue.gettext
    total = question.say_amount(question.total, tongue.language)
    if question.is_budget:
        pen.hint(_("Tick what to fund; there is {total} to spend.").format(total=total))
        ticking.draw_boxes(question, pen)
        return
    pen.hint(_("Share out {total} as you see fit; whole numbers, and they must add up.").format(total=total))
    for option in question.options:
        pen.fill(tongue.words(option.label), before=True)


def blanks(question: Points, tongue: Tongue) -> tuple[Blank, ...]:
    """Return one blank for the marks of a budget, or one for the amount of each option."""
    if question.is_budget:
        return ticking.blanks(question, tongue)
    return tuple(Blank(tongue.words(option.label)) for option in question.options)


def read(question: Points, typed: Sequence[str]) -> AnswerValue:
    """Return the amounts as typed; blanks that were left empty got nothing."""
    if question.is_budget:
        return ticking.read(question, typed)
    pairs = zip(question.option_codes, typed, strict=True)
    return AnswerValue(codes=tuple(code_at(option, text.strip()) for option, text in pairs if text.strip()))


def write(question: Points, value: AnswerValue) -> tuple[str, ...]:
    """Return the marks of a budget, or the amount of each option."""
    if question.is_budget:
        return ticking.write(question, value)
    given = dict(place_of(code) for code in value.codes)
    return tuple(given.get(option, "") for option in question.option_codes)


KIND = PaperKind(draw=draw, blanks=blanks, read=read, write=write)
