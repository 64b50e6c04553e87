"""A number on paper: a place to write it, with its unit and range."""

from survey_engine.design.kinds import Number
from survey_engine.exchange.paper.base import Pen
from survey_engine.exchange.paper.kinds.writing import written


def draw(question: Number, pen: Pen) -> None:
    """Draw the place, and say the range where there is one."""
    tongue = pen.tongue
    _ = tongue.gettext
    least, most = (
        None if end is None else question.say(end, tongue.language) for end in (question.least, question.most)
    )
    if least and most:
        pen.hint(_("From {least} to {most}.").format(least=least, most=most))
    elif least:
        pen.hint(_("{least} or more.").format(least=least))
    elif most:
        pen.hint(_("{most} or less.").format(most=most))
    pen.fill("", unit=tongue.words(question.unit))


KIND = written(draw)
