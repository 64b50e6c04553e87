"""Position: things at their mean places on a square, numbered, with the table that names them beside it."""

from typing import Any

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised, say_mean
from pages.ui.parts.results.base import people_said
from pages.ui.plain import plain
from survey_engine.collect.kinds import PlacedThing, Plane, one_decimal
from survey_engine.collect.kinds.position import Along
from survey_engine.design.kinds import Position
from survey_engine.design.kinds.position import Axis

ACCENT, ON_ACCENT, SOFT, LINE = "#0b6b5d", "#ffffff", "#566073", "#d9d6cc"
SIDE = 420


def draw(question: Position, plane: Plane) -> None:
    """Draw the numbered things on the square, and their names, means and spreads with n in the table."""
    placed = [(number, thing) for number, thing in enumerate(plane.things, start=1) if thing.people]
    said = "; ".join(f"{localised(thing.label)}: {say_spot(thing)}" for _number, thing in placed)
    alt = f"{localised(question.text)} {people_said(plane.people)}. {said}"
    if placed:
        st.vega_lite_chart(scatter(question, plane), width="stretch", alt=alt)
    st.dataframe(
        _table(plane),
        hide_index=True,
        width="stretch",
        height="content" if len(plane.things) <= 12 else 460,
        alt=alt,
        column_config={
            "number": st.column_config.NumberColumn("№", width="small"),
            "thing": st.column_config.TextColumn(_("Placed"), width="medium"),
            "x": st.column_config.NumberColumn(axis_name(question.x, _("from left to right")), format="%.1f"),
            "y": st.column_config.NumberColumn(axis_name(question.y, _("from bottom to top")), format="%.1f"),
            "spread_x": st.column_config.NumberColumn("± →", format="%.1f", help=spread_help()),
            "spread_y": st.column_config.NumberColumn("± ↑", format="%.1f", help=spread_help()),
            "n": st.column_config.NumberColumn(_("n"), width="small"),
        },
    )
    st.caption(" · ".join([people_said(plane.people), plain(_legend(question))]))


def axis_name(axis: Axis, otherwise: str) -> str:
    """Return the name of an axis, or where it runs."""
    return localised(axis.name) or otherwise


def corners(question: Position) -> tuple[str, str, str, str]:
    """Return the names of the quadrants by the ends of the axes: above left and right, below left and right."""
    named = [
        ", ".join(filter(None, (localised(x), localised(y))))
        for y in (question.y.high, question.y.low)
        for x in (question.x.low, question.x.high)
    ]
    return named[0], named[1], named[2], named[3]


def say_spot(thing: PlacedThing) -> str:
    """Return the mean place of a thing with its n; a dash where nobody placed it."""
    if thing.x is None or thing.y is None:
        return "–"
    return f"→ {say_mean(thing.x.mean)}, ↑ {say_mean(thing.y.mean)} (n {thing.people})"


def scatter(question: Position, plane: Plane) -> dict[str, Any]:
    """Return the things at their mean places as a Vega-Lite chart; bars reach one standard deviation."""
    names = corners(question)
    middle, top = plane.steps / 2, plane.steps
    ends = [(0, top), (top, top), (0, 0), (top, 0)]
    align = {"left": names[0::2], "right": names[1::2]}
    size = {"type": "quantitative", "scale": {"domain": [-0.4, top + 0.4], "nice": False, "zero": False}}
    ticks = {"grid": False, "tickMinStep": 1, "values": [0, top]}
    x_title, y_title = axis_name(question.x, "→"), axis_name(question.y, "↑")
    x = size | {"field": "x", "axis": ticks | {"title": f"{x_title} →"}}
    y = size | {"field": "y", "axis": ticks | {"title": f"{y_title} →"}}
    bar = {"type": "rule", "color": ACCENT, "opacity": 0.3, "strokeWidth": 4, "strokeCap": "round"}
    words = {"type": "text", "color": SOFT, "fontSize": 13, "limit": 190}
    layers = [
        {"data": {"values": [{"x": middle}]}, "mark": {"type": "rule", "color": LINE}, "encoding": {"x": x}},
        {"data": {"values": [{"y": middle}]}, "mark": {"type": "rule", "color": LINE}, "encoding": {"y": y}},
        *(
            {
                "data": {
                    "values": [
                        {"x": at[0], "y": at[1], "name": name}
                        for at, name in zip(ends, names, strict=True)
                        if name in align[side] and (at[0] == 0) == (side == "left")
                    ]
                },
                "mark": words | {"align": side},
                "encoding": {"x": x, "y": y, "text": {"field": "name"}},
            }
            for side in ("left", "right")
        ),
        {"mark": bar, "encoding": {"x": x | {"field": "x1"}, "x2": {"field": "x2"}, "y": y}},
        {"mark": bar, "encoding": {"y": y | {"field": "y1"}, "y2": {"field": "y2"}, "x": x}},
        {
            "mark": {"type": "circle", "size": 620, "color": ACCENT, "opacity": 1},
            "encoding": {"x": x, "y": y, "tooltip": [{"field": "thing", "title": " "}]},
        },
        {
            "mark": {"type": "text", "color": ON_ACCENT, "fontWeight": 600, "fontSize": 14},
            "encoding": {"x": x, "y": y, "text": {"field": "number"}},
        },
    ]
    values = [_value(n, thing, plane.steps) for n, thing in enumerate(plane.things, start=1) if thing.people]
    return {
        "height": SIDE,
        "data": {"values": values},
        "layer": layers,
        "config": {"view": {"stroke": LINE}, "axis": {"domain": False, "ticks": False}},
    }


def _value(number: int, thing: PlacedThing, steps: int) -> dict[str, Any]:
    assert thing.x is not None
    assert thing.y is not None
    (x1, x2), (y1, y2) = _reach(thing.x, steps), _reach(thing.y, steps)
    return {
        "number": number,
        "thing": f"{localised(thing.label)}: {say_spot(thing)}",
        "x": thing.x.mean,
        "y": thing.y.mean,
        **{"x1": x1, "x2": x2, "y1": y1, "y2": y2},
    }


def _reach(along: Along, steps: int) -> tuple[float, float]:
    spread = along.spread or 0.0
    return max(0.0, along.mean - spread), min(float(steps), along.mean + spread)


def _table(plane: Plane) -> pd.DataFrame:
    def shown(value: float | None) -> float | None:
        return None if value is None else float(one_decimal(value))

    things = plane.things
    return pd.DataFrame(
        {
            "number": range(1, len(things) + 1),
            "thing": [localised(thing.label) for thing in things],
            "x": [shown(thing.x.mean if thing.x else None) for thing in things],
            "y": [shown(thing.y.mean if thing.y else None) for thing in things],
            "n": [thing.people for thing in things],
            "spread_x": [shown(thing.x.spread if thing.x else None) for thing in things],
            "spread_y": [shown(thing.y.spread if thing.y else None) for thing in things],
        }
    )


def spread_help() -> str:
    """Return what a spread is."""
    return _("Standard deviation: how far people's own places lie from the mean.")


def _legend(question: Position) -> str:
    across = _("→ from {low} to {high}").format(
        low=localised(question.x.low) or "0", high=localised(question.x.high) or question.steps
    )
    upwards = _("↑ from {low} to {high}").format(
        low=localised(question.y.low) or "0", high=localised(question.y.high) or question.steps
    )
    return " · ".join([across, upwards, _("bars: one standard deviation")])
