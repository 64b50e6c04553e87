"""Things on two axes as the projector's component receives them."""

from typing import Any

from pages.ui.i18n import localised, ngettext
from pages.ui.parts.results.position import axis_name, corners, say_spot
from survey_engine.collect.kinds import PlacedThing, Plane
from survey_engine.collect.kinds.position import Along
from survey_engine.design.kinds import Position

Content = dict[str, Any]


def plane_content(question: Position, plane: Plane) -> Content:
    """Return the axes, the names of the quadrants, and each thing with its place as shares of the square."""
    return {
        "across": f"{axis_name(question.x, '')} →",
        "upwards": f"↑ {axis_name(question.y, '')}",
        "corners": list(corners(question)),
        "things": [_thing(number, thing, plane.steps) for number, thing in enumerate(plane.things, start=1)],
    }


def plane_note(plane: Plane) -> str:
    """Return what the numbers and the bars mean, and how many people placed anything."""
    return ngettext(
        "Mean places; bars: one standard deviation: {n} person",
        "Mean places; bars: one standard deviation: {n} people",
        plane.people,
    ).format(n=plane.people)


def _thing(number: int, thing: PlacedThing, steps: int) -> Content:
    return {
        "key": thing.code,
        "number": str(number),
        "label": localised(thing.label),
        "said": say_spot(thing),
        "x": None if thing.x is None else thing.x.mean / steps,
        "y": None if thing.y is None else thing.y.mean / steps,
        "reach": [_reach(along, steps) for along in (thing.x, thing.y)],
    }


def _reach(along: Along | None, steps: int) -> list[float]:
    """Return from where to where a bar of one standard deviation goes, within the square."""
    if along is None:
        return [0.0, 0.0]
    spread = along.spread or 0.0
    return [max(0.0, along.mean - spread) / steps, min(float(steps), along.mean + spread) / steps]
