"""Marking a passage in an answer: one component that says where it starts and ends, in code points.

The answer is written as text, never as markup; what is kept already is underlined.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from pages.ui.i18n import _
from survey_engine.themes.codings import Voice

HERE = Path(__file__).resolve().parent
PlaceIn = tuple[int, int]

_component = st.components.v2.component(
    "balsis_marker",
    html=(HERE / "marker.html").read_text(encoding="utf-8"),
    css=(HERE / "marker.css").read_text(encoding="utf-8"),
    js=(HERE / "marker.js").read_text(encoding="utf-8"),
)


def mark_passage(voice: Voice, asked: PlaceIn, kept: Sequence[PlaceIn]) -> PlaceIn:
    """Draw an answer and return the marked place: `asked` until somebody marks another."""
    content = {
        "answer": voice.id,
        "text": voice.text,
        "start": asked[0],
        "end": asked[1],
        "kept": [list(place) for place in kept],
        "words": {
            "hint": _("Mark the words to keep with the mouse, or with Shift and the arrow keys."),
            "answer": _("The answer, word for word"),
            "chosen": _("Marked:"),
        },
    }
    result: Any = _component(data=content, key=f"marker_{voice.id}", on_place_change=_nothing)
    return _place_of(result.place if result else None, voice) or asked


def _nothing() -> None:
    """Streamlit asks for somebody to tell; the place is read from the result."""


def _place_of(told: Any, voice: Voice) -> PlaceIn | None:
    # A browser may send anything: only whole places within this very answer count.
    if not told or told.get("answer") != voice.id:
        return None
    start, end = told.get("start"), told.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(voice.text):
        return start, end
    return None
