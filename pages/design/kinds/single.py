"""Writing and showing a single choice."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.options import edit_options
from pages.ui.plain import plain
from survey_engine.design.kinds import SingleChoice
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Single choice")
ABOUT = mark("People choose one of several options.")
ICON = ":material/radio_button_checked:"


def edit(question: SingleChoice, languages: Sequence[str]) -> SingleChoice:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    return edited.model_copy(update={"options": edit_options(question, languages)})


def preview(question: SingleChoice, language: str, key: str) -> None:
    """Draw the options as a participant sees them."""
    labels = {option.code: plain(pick(option.label, language)) for option in question.options}
    st.radio(
        plain(pick(question.text, language)),
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=key,
        label_visibility="collapsed",
    )
