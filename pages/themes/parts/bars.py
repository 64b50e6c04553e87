"""A chart of words as plain Vega-Lite: cheap to draw, one colour, counts at the bars."""

from collections.abc import Sequence
from typing import Any

INK, ACCENT = "#566073", "#0b6b5d"


def bars(rows: Sequence[tuple[str, int]], *, title: str) -> dict[str, Any]:
    """Return horizontal bars in the order given, each with its count; whole numbers on the axis."""
    order = [word for word, _ in rows]
    place = {
        "y": {"field": "word", "type": "nominal", "sort": order, "title": None, "axis": {"labelLimit": 160}},
        "x": {
            "field": "answers",
            "type": "quantitative",
            "title": title,
            "axis": {"tickMinStep": 1, "format": "d", "grid": False},
        },
    }
    return {
        "data": {"values": [{"word": word, "answers": number} for word, number in rows]},
        "height": {"step": 24},
        "encoding": place,
        "layer": [
            {"mark": {"type": "bar", "color": ACCENT, "cornerRadiusEnd": 3}},
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "color": INK},
                "encoding": {"text": {"field": "answers", "type": "quantitative"}},
            },
        ],
        "config": {"view": {"stroke": None}, "axis": {"labelFontSize": 13, "titleFontSize": 12}},
    }
