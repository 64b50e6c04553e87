"""Writing and showing a single choice."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required, edit_ways, preview_codes
from pages.design.parts.options import edit_options
from pages.ui.plain import plain
from survey_engine.design.kinds import SingleChoice
from survey_engine.design.kinds.choice import ShownAs
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Single choice")
ABOUT = mark("People choose one of several options.")
ICON = ":material/radio_button_checked:"


def edit(question: SingleChoice, languages: Sequence[str]) -> SingleChoice:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    edited = edited.model_copy(update={"options": edit_options(question, languages)})
    return edit_ways(edited)


def preview(question: SingleChoice, language: str, key: str) -> None:
    """Draw the options as a participant sees them."""
    if question.shown_as == ShownAs.LIST:
        preview_codes(question, language, key)
        return
    st.selectbox(
        plain(pick(question.text, language)),
        question.codes(),
        index=None,
        format_func=lambda code: pick(question.label(code), language),
        key=key,
        label_visibility="collapsed",
    )
