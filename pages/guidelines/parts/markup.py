"""Quotes and details as they look in the sketches; every word of a person is escaped before it becomes HTML."""

from collections.abc import Sequence
from html import escape

import streamlit as st

ACCENT, SIGNAL, SOFT = "#0b6b5d", "#b3471d", "#566073"

QUOTE = (
    '<blockquote style="margin:0 0 6px;padding:2px 0 2px 18px;border-left:3px solid {color}">'
    '<span style="white-space:pre-wrap">{text}</span>'
    '<small style="display:block;color:{soft}">{caption}</small></blockquote>'
)
DETAIL = '<dt style="color:{soft};margin:0;padding:0">{label}</dt><dd style="margin:0;padding:0;white-space:pre-wrap">{text}</dd>'
DETAILS = '<dl style="display:grid;grid-template-columns:max-content 1fr;gap:6px 18px;margin:4px 0 0;padding:0">{rows}</dl>'


def show_quote(text: str, captions: Sequence[str], *, against: bool = False) -> None:
    """Draw words exactly as they were said, with lines below that name group and session."""
    color = SIGNAL if against else ACCENT
    caption = "<br>".join(escape(line) for line in captions if line)
    st.html(QUOTE.format(color=color, soft=SOFT, text=escape(text), caption=caption))


def show_details(pairs: Sequence[tuple[str, str]]) -> None:
    """Draw labels with their texts, as a list of terms; nothing where all texts are empty."""
    rows = "".join(
        DETAIL.format(soft=SOFT, label=escape(label), text=escape(text)) for label, text in pairs if text
    )
    if rows:
        st.html(DETAILS.format(rows=rows))
