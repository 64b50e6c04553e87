"""Writing and showing an open question."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import OpenText
from survey_engine.design.kinds.open import LONGEST_TEXT
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Open question")
ABOUT = mark("People answer in their own words.")
ICON = ":material/notes:"


def edit(question: OpenText, languages: Sequence[str]) -> OpenText:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    key = question.id
    long = st.checkbox(_("Room for several sentences"), value=question.long, key=f"{key}-long")
    longest = st.number_input(
        _("Longest answer, in characters"), 1, LONGEST_TEXT, question.longest, step=100, key=f"{key}-longest"
    )
    return edited.model_copy(update={"long": long, "longest": longest})


def preview(question: OpenText, language: str, key: str) -> None:
    """Draw the field as a participant sees it."""
    st.text_area(
        plain(pick(question.text, language)),
        key=key,
        height=120 if question.long else 68,
        label_visibility="collapsed",
    )
