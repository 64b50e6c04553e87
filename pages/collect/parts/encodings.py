"""The encoding of a text file that is not Unicode, for the few who need it."""

import streamlit as st

from pages.ui.i18n import _
from survey_engine.i18n import mark

ENCODINGS = {
    "": mark("Found from the file"),
    "cp1257": mark("Windows-1257 (Baltic)"),
    "cp1251": mark("Windows-1251 (Cyrillic)"),
    "cp1252": mark("Windows-1252 (Western European)"),
}


def choose_encoding(key: str) -> str | None:
    """Return the encoding that was chosen; None where the file tells."""
    with st.expander(_("The letters look wrong")):
        return (
            st.selectbox(
                _("Encoding of the file"),
                list(ENCODINGS),
                format_func=lambda code: _(ENCODINGS[code]),
                key=key,
            )
            or None
        )
