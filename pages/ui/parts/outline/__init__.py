"""A list to be put in order by dragging, by touch and by keyboard alike: headings and what stands under them.

One component: its script moves the rows and sends the new order when a row is put down. What is
written in the rows is set as text, never as markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from pages.ui.i18n import _

HERE = Path(__file__).resolve().parent

_component = st.components.v2.component(
    "balsis_outline",
    html=(HERE / "outline.html").read_text(encoding="utf-8"),
    css=(HERE / "outline.css").read_text(encoding="utf-8"),
    js=(HERE / "outline.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row: its id, what it says, and whether it is a heading over the rows below it."""

    id: str
    label: str
    is_heading: bool


def draw_outline(rows: Sequence[OutlineRow], *, key: str) -> tuple[str, ...] | None:
    """Draw the list and return the ids in the order in which they were just put; None while nothing moved."""
    moved = _component(
        data={
            "rows": [{"id": row.id, "label": row.label, "heading": row.is_heading} for row in rows],
            "words": _words(),
        },
        key=key,
        on_order_change=lambda: None,
    )
    return tuple(str(id) for id in moved.order) if moved.order else None


def _words() -> dict[str, str]:
    return {
        "list": _("Order of the questions"),
        "handle": _("Move: {label}"),
        "lifted": _("Lifted: {label}. Arrow keys move it, Space puts it down, Escape puts it back."),
        "moved": _("Place {place} of {all}"),
        "dropped": _("Put down at place {place} of {all}"),
        "cancelled": _("Put back where it was"),
    }
