"""The fields that all kinds share: the text, an explanation, and whether it must be answered."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from survey_engine.design.kinds import Question

T = TypeVar("T", bound=Question)


def edit_common(question: T, languages: Sequence[str], *, label: str = "", explanation: str = "") -> T:
    """Draw the fields for text and explanation and return the question with them."""
    text = edit_texts(label or _("Question"), question.text, languages, key=f"{question.id}-text", lines=2)
    help = edit_texts(
        explanation or _("Explanation under it (may stay empty)"),
        question.help,
        languages,
        key=f"{question.id}-help",
        lines=2,
    )
    return question.model_copy(update={"text": text, "help": help})


def edit_required(question: T) -> T:
    """Draw whether the question must be answered before one can go on in an open survey."""
    required = st.checkbox(
        _("Must be answered in an open survey"),
        value=question.required,
        key=f"{question.id}-required",
        help=_("In a live session nobody is held back."),
    )
    return question.model_copy(update={"required": required})
