"""A day on paper: a place to write it, year first as it is typed in."""

from survey_engine.design.kinds import Date
from survey_engine.exchange.paper.base import Pen
from survey_engine.exchange.paper.kinds.writing import written


def draw(question: Date, pen: Pen) -> None:
    """Draw the place for a day."""
    _ = pen.tongue.gettext
    pen.hint(_("Year, month and day, such as 2026-05-12."))
    pen.fill("")


KIND = written(draw)
