"""Multiple choice on paper: boxes of which several may be ticked, with how many."""

from dataclasses import replace

from survey_engine.design.kinds import MultipleChoice
from survey_engine.exchange.paper.base import Pen
from survey_engine.exchange.paper.kinds.ticking import ONE_OF, draw_boxes


def draw(question: MultipleChoice, pen: Pen) -> None:
    """Draw the boxes, with how many may be ticked."""
    pen.hint(_how(question, pen))
    draw_boxes(question, pen)


def _how(question: MultipleChoice, pen: Pen) -> str:
    _ = pen.tongue.gettext
    if question.most and question.least:
        return _("Tick {least} to {most}.").format(least=question.least, most=question.most)
    if question.most:
        return _("Tick up to {most}.").format(most=question.most)
    if question.least:
        return _("Tick at least {least}.").format(least=question.least)
    return _("Tick as many as you like.")


KIND = replace(ONE_OF, draw=draw)
