"""A scale on paper: its points in a row with the ends named, or by their names below one another."""

from dataclasses import replace

from survey_engine.design.kinds import CANT_SAY, Scale
from survey_engine.design.kinds.graded import Graded, PointsShown
from survey_engine.exchange.paper.base import FIXED_MARKS, Pen, Tongue
from survey_engine.exchange.paper.kinds.ticking import ONE, ONE_OF, draw_boxes


def draw(question: Scale, pen: Pen) -> None:
    """Draw the points."""
    pen.hint(pen.tongue.gettext(ONE))
    if question.shown_as == PointsShown.NAMES:
        draw_boxes(question, pen)
        return
    points = [code for code in question.point_codes if code != CANT_SAY]
    pen.grid(points, [("", ["□"] * len(points))], ends=ends_of(question, pen.tongue))
    if question.cant_say:
        pen.tick(FIXED_MARKS[CANT_SAY], pen.tongue.label(question, CANT_SAY))


def ends_of(question: Graded, tongue: Tongue) -> str:
    """Return what the named points mean, such as "1 = poor · 5 = good"."""
    named = [(code, tongue.words(question.point_label(code))) for code in question.point_codes]
    return " · ".join(f"{code} = {name}" for code, name in named if name and code != CANT_SAY)


KIND = replace(ONE_OF, draw=draw)
