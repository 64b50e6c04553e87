"""Groups on one line, as a chart: a shape and a colour for each group, its interval, and "few" where few.

A chart is a ready Vega-Lite description; the sentence of each line stands at its right,
so that the picture can be read aloud, projected and printed without the page around it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from survey_engine.compare.lines import Line, Side
from survey_engine.compare.models import LineKind
from survey_engine.compare.suppression import Visibility

Spec = dict[str, Any]

COLOURS = ("#0b6b5d", "#c8741a", "#4c5fa8", "#8a3f6b", "#6d7a1f")
SHAPES = ("circle", "diamond", "square", "triangle-up", "cross")
INK, SOFT, LINE = "#1b2230", "#566073", "#d9d6cc"
LABEL_WIDTH, SENTENCE_WIDTH = 38, 35
# Cyrillic letters are wider: this many of them still fit the width of a label.
LABEL_LETTERS = 35
LEAST_ROW, TEXT_LINE, FONT, MOST_LINES = 58, 22, 17, 4
CHIP_WIDTH, CHIP_HEIGHT = 44, 17
LETTER = 8.1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a chart: what it is about, what is said of it, and its line."""

    label: str
    sentence: str
    line: Line


@dataclass(frozen=True, slots=True)
class Axis:
    """What the two ends of the axis and its middle mean, in words."""

    left: str
    middle: str
    right: str


def agreement_chart(rows: Sequence[Row], axis: Axis, *, few: str) -> Spec:
    """Return the chart of several lines that share one axis; `few` is the word for what may not be seen."""
    groups = [side.group.key for side in rows[0].line.sides]
    x, to_high = _x(axis), {"field": "high"}
    chip = {
        "type": "bar",
        "orient": "horizontal",
        "height": CHIP_HEIGHT,
        "fillOpacity": 0,
        "strokeDash": [3, 3],
    }
    word = {"type": "text", "text": few, "align": "left", "dx": 8, "fontSize": 14}
    point = {"type": "point", "filled": True, "size": 210, "opacity": 1}
    return {
        "height": {"step": _row_height(rows, len(groups)), "for": "position"},
        "layer": [
            _texts(rows, _label, orient="left"),
            _texts(rows, _sentence, orient="right"),
            _separators(rows),
            _layer(_each(rows, _interval), _bar(5, 0.35), groups, x=x, x2=to_high),
            _layer(_each(rows, _range), _bar(9, 0.9), groups, x=x, x2=to_high),
            _layer(_each(rows, _place), point, groups, x=x, shape=_scale(groups, SHAPES)),
            _layer(_each(rows, _is_few), word, groups, x={"value": 0}),
            _layer(
                _each(rows, _is_few), {**chip, "cornerRadius": 4}, groups,
                x={"value": 0}, x2={"value": CHIP_WIDTH}, stroke=_scale(groups, COLOURS),
            ),
        ],
        "resolve": {"axis": {"y": "independent"}},
        "config": {"view": {"stroke": None}, "axis": {"ticks": False, "domain": False, "title": None}},
    }  # fmt: skip


def legend_chart(groups: Sequence[tuple[str, str]]) -> Spec:
    """Return the groups in a row, each with its shape and colour: (key, words)."""
    keys = [key for key, _words in groups]
    places = [sum(len(words) * LETTER + 52 for _key, words in groups[:n]) for n in range(len(groups))]
    values = [
        {"group": key, "words": words, "at": place}
        for (key, words), place in zip(groups, places, strict=True)
    ]
    at = {"field": "at", "type": "quantitative", "scale": None, "axis": None}
    y = {"value": 15}
    return {
        "height": 30,
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "point", "filled": True, "size": 210, "opacity": 1, "xOffset": 9},
                "encoding": {"x": at, "y": y, "color": _scale(keys, COLOURS), "shape": _scale(keys, SHAPES)},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 26, "fontSize": FONT, "color": INK},
                "encoding": {"x": at, "y": y, "text": {"field": "words"}},
            },
        ],
        "config": {"view": {"stroke": None}},
    }


def _row_height(rows: Sequence[Row], groups: int) -> int:
    deepest = max(max(len(_label(row)), len(_sentence(row))) for row in rows)
    return max(LEAST_ROW, deepest * TEXT_LINE + 16, groups * 16 + 16)


def _texts(rows: Sequence[Row], texts: Callable[[Row], list[str]], *, orient: str) -> Spec:
    """Return a layer that draws nothing but its axis: the words beside the rows, left or right."""
    lines = {str(number): texts(row) for number, row in enumerate(rows)}
    axis = {
        "orient": orient,
        "labelExpr": f"({json.dumps(lines)})[datum.value]",
        "labelAlign": "left",
        # The same widths in every chart of a page, so that their axes stand below one another.
        "labelPadding": LABEL_WIDTH * LETTER if orient == "left" else 16,
        "minExtent": (LABEL_WIDTH if orient == "left" else SENTENCE_WIDTH) * LETTER,
        "labelFontSize": FONT if orient == "left" else FONT - 1,
        "labelLineHeight": TEXT_LINE,
        "labelLimit": 0,
        "labelColor": INK,
        # Else the first and the last row would lean inwards.
        "labelFlush": False,
        "labelOffset": _centred(lines),
        "grid": orient == "left",
        "gridColor": LINE,
    }
    y = {
        "field": "row",
        "type": "nominal",
        "sort": list(lines),
        "scale": {"domain": list(lines)},
        "axis": axis,
    }
    return {
        "data": {"values": [{"row": number} for number in lines]},
        "mark": {"type": "point", "opacity": 0},
        "encoding": {"y": y, "x": {"value": 0}},
    }


def _separators(rows: Sequence[Row]) -> Spec:
    """Return the lines between the rows, from the first letter of the label to the last of the sentence."""
    y = {"field": "row", "type": "nominal", "axis": None, "bandPosition": 0}
    ends = {
        "x": {"value": -LABEL_WIDTH * LETTER},
        "x2": {"value": {"expr": f"width + {SENTENCE_WIDTH * LETTER}"}},
    }
    return {
        "data": {"values": [{"row": str(number)} for number in range(len(rows))]},
        "mark": {"type": "rule", "color": LINE, "clip": False},
        "encoding": {"y": y, **ends},
    }


def _centred(lines: dict[str, list[str]]) -> Spec:
    # Several lines hang from the middle of their row: each row is raised by half of what hangs.
    depths = sorted({len(wrapped) for wrapped in lines.values()} - {1})
    rows_of = {n: json.dumps([row for row, wrapped in lines.items() if len(wrapped) == n]) for n in depths}
    raised = [
        {"test": f"indexof({rows}, datum.value) >= 0", "value": -(n - 1) * TEXT_LINE / 2}
        for n, rows in rows_of.items()
    ]
    return {"condition": raised, "value": 0}


def _x(axis: Axis) -> Spec:
    words = json.dumps({"0": axis.left, "0.5": axis.middle, "1": axis.right})
    aligned = [{"test": "datum.value == 0", "value": "left"}, {"test": "datum.value == 1", "value": "right"}]
    return {
        "field": "low",
        "type": "quantitative",
        "scale": {"domain": [0, 1], "padding": 12, "nice": False},
        "axis": {
            "values": [0, 0.5, 1],
            "labelExpr": f"({words})[datum.value]",
            "labelAlign": {"condition": aligned, "value": "center"},
            "labelFontSize": 15,
            "labelColor": SOFT,
            "labelLimit": 0,
            "grid": False,
        },
    }


def _bar(thickness: int, opacity: float) -> Spec:
    return {"type": "rule", "strokeWidth": thickness, "opacity": opacity, "strokeCap": "round"}


def _layer(values: list[Spec], mark: Spec, groups: list[str], **channels: Spec) -> Spec:
    offset = {"field": "group", "type": "nominal", "sort": groups, "scale": {"domain": groups, "padding": 2}}
    y = {"field": "row", "type": "nominal", "axis": None}
    encoding = {"y": y, "yOffset": offset, "color": _scale(groups, COLOURS), **channels}
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _scale(groups: list[str], values: Sequence[str]) -> Spec:
    chosen = [values[position % len(values)] for position in range(len(groups))]
    return {
        "field": "group",
        "type": "nominal",
        "scale": {"domain": groups, "range": chosen},
        "legend": None,
    }


def _each(rows: Sequence[Row], read: Callable[[Line, Side], Spec | None]) -> list[Spec]:
    found = (
        (number, side, read(row.line, side)) for number, row in enumerate(rows) for side in row.line.sides
    )
    return [
        {"row": str(number), "group": side.group.key, **value}
        for number, side, value in found
        if value is not None
    ]


def _interval(line: Line, side: Side) -> Spec | None:
    if line.kind is LineKind.SCALE:
        mean = side.mean
        return {"low": _on_axis(line, mean.low), "high": _on_axis(line, mean.high)} if mean else None
    is_shown = side.cell.visibility in (Visibility.EXACT, Visibility.BETWEEN)
    return _ends(side.cell.interval) if is_shown and side.cell.interval else None


def _range(line: Line, side: Side) -> Spec | None:
    is_range = line.kind is not LineKind.SCALE and side.cell.visibility is Visibility.BETWEEN
    return _ends((side.cell.least / side.cell.n, side.cell.most / side.cell.n)) if is_range else None


def _place(line: Line, side: Side) -> Spec | None:
    if line.kind is LineKind.SCALE:
        return {"low": _on_axis(line, side.mean.mean)} if side.mean else None
    return {"low": side.cell.least / side.cell.n} if side.cell.visibility is Visibility.EXACT else None


def _is_few(line: Line, side: Side) -> Spec | None:
    if line.kind is LineKind.SCALE:
        return {} if side.mean is None and side.cell.visibility is not Visibility.NO_ANSWERS else None
    return {} if side.cell.visibility is Visibility.FEW else None


def _ends(ends: tuple[float, float]) -> Spec:
    return {"low": ends[0], "high": ends[1]}


def _on_axis(line: Line, value: float) -> float:
    least, most = line.points
    return (value - least) / (most - least)


def _label(row: Row) -> list[str]:
    # What is longer stands in full in the table beside the chart.
    return wrap(row.label, LABEL_LETTERS, max_lines=MOST_LINES, placeholder=" …") or [""]


def _sentence(row: Row) -> list[str]:
    return wrap(row.sentence, SENTENCE_WIDTH) or [""]
