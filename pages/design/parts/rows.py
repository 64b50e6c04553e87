"""Rows that are added, moved and taken out inside a form: options of a question, groups of a study.

The order of the rows is kept for the one editor that is open; what is written in them is in their widgets.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from pages.ui.i18n import _
from pages.ui.session import ROWS

NEW = "+"


def open_rows(subject: str, existing: Sequence[str], *, empty: int = 0) -> None:
    """Begin with the rows that a question or study has, and some empty ones."""
    ROWS.set([subject, *existing, *(f"{NEW}{number}" for number in range(1, empty + 1))])


def has_rows(subject: str) -> bool:
    """Say whether the rows that are open belong to this question or study."""
    return ROWS.get()[:1] == [subject]


def close_rows() -> None:
    """Forget the rows: they were saved."""
    ROWS.set([])


def draw_rows(draw: Callable[[str, int], None], *, key: str, add: str) -> bool:
    """Draw each row with buttons to move it and take it out, and a button for a new one.

    `draw(row, number)` draws the fields. Returns whether one of these buttons was pressed:
    then the form was not meant to be saved yet.
    """
    rows, pressed = ROWS.get()[1:], ""
    for number, row in enumerate(rows, start=1):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            with st.container(width="stretch"):
                draw(row, number)
            pressed = _buttons(row, number, len(rows), key) or pressed
    if st.form_submit_button(add, icon=":material/add:", key=f"{key}-add"):
        pressed = "add"
    if pressed:
        ROWS.set([*ROWS.get()[:1], *_changed(rows, pressed)])
        st.rerun()
    return bool(pressed)


def _buttons(row: str, number: int, most: int, key: str) -> str:
    """Draw the buttons of a row; return what was pressed, such as "up b", or ''."""
    # Arrows as text, not as icons: screen readers know them in every language.
    for action, sign, words, fits in (
        ("up", "↑", _("Move up"), number > 1),
        ("down", "↓", _("Move down"), number < most),
        ("out", "×", _("Take out"), True),
    ):
        if st.form_submit_button(
            sign, help=words, key=f"{key}-{row}-{action}", disabled=not fits, type="tertiary"
        ):
            return f"{action} {row}"
    return ""


def _changed(rows: list[str], pressed: str) -> list[str]:
    if pressed == "add":
        fresh = max((int(row[1:]) for row in rows if row.startswith(NEW)), default=0) + 1
        return [*rows, f"{NEW}{fresh}"]
    action, row = pressed.split(" ", 1)
    place = rows.index(row)
    rows.remove(row)
    if action != "out":
        rows.insert(max(0, place + (1 if action == "down" else -1)), row)
    return rows
