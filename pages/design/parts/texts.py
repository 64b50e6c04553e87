"""One text in the languages of the study, side by side."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.i18n import language_name
from survey_engine.texts import Texts


def edit_texts(
    label: str,
    texts: Texts,
    languages: Sequence[str],
    *,
    key: str,
    lines: int = 1,
    help: str | None = None,
) -> Texts:
    """Draw a field per language and return the texts; those in other languages stay as they are."""
    edited = dict(texts)
    columns = st.columns(max(1, min(len(languages), 3)))
    for place, code in enumerate(languages):
        with columns[place % len(columns)]:
            named = f"{label} · {language_name(code)}" if len(languages) > 1 else label
            edited[code] = _field(named, texts.get(code, ""), f"{key}-{code}", lines, help)
    return edited


def _field(label: str, value: str, key: str, lines: int, help: str | None) -> str:
    if lines == 1:
        return st.text_input(label, value=value, key=key, help=help) or ""
    return st.text_area(label, value=value, key=key, height=52 + 26 * lines, help=help) or ""
