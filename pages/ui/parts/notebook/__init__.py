"""The note-taker's sheet: one component that keeps what is typed on the device until it is stored.

A Streamlit text area loses its words when the page is loaded again or the server restarts;
this one keeps drafts and unsent notes in the browser, and each note carries its own key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from pages.ui.i18n import _

HERE = Path(__file__).resolve().parent

_component = st.components.v2.component(
    "balsis_notebook",
    html=(HERE / "notebook.html").read_text(encoding="utf-8"),
    css=(HERE / "notebook.css").read_text(encoding="utf-8"),
    js=(HERE / "notebook.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note as it was written: its key, its words, the group that said it, what it was about."""

    key: str
    text: str
    group: str | None
    about: str


def draw_notebook(
    session_id: str, *, groups: Sequence[tuple[str, str]], about: str, stored: Sequence[str]
) -> tuple[WrittenNote, ...]:
    """Draw the sheet and return the notes that wait to be stored.

    `groups` are keys and labels; `stored` are the keys of notes that are safely kept.
    """
    written = _component(
        data={
            "session": session_id,
            "groups": [{"key": key, "label": label} for key, label in groups],
            "about": about,
            "stored": list(stored),
            "words": _words(),
        },
        key=f"notebook_{session_id}",
        on_notes_change=lambda: None,
    )
    return tuple(_note(sent) for sent in written.notes or ())


def _words() -> dict[str, str]:
    return {
        "what": _("What was said"),
        "who": _("Who said it"),
        "save": _("Save (Ctrl+Enter)"),
        "hint": _("What you type is kept on this device until it is saved."),
        "saved": _("Saved"),
        "waiting": _("Not saved yet: {n}. They are kept on this device and sent again by themselves."),
    }


def _note(sent: dict[str, Any]) -> WrittenNote:
    return WrittenNote(str(sent["key"]), str(sent["text"]), str(sent["group"]) or None, str(sent["about"]))
