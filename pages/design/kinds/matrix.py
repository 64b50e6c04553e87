"""Writing and showing a matrix."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.kinds.graded import edit_points, point_name
from pages.design.parts.options import edit_options
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Matrix
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Matrix")
ABOUT = mark("People answer several statements on one scale.")
ICON = ":material/grid_on:"


def edit(question: Matrix, languages: Sequence[str]) -> Matrix:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    options = edit_options(question, languages, label=mark("Statement {n}"), add=_("Add a statement"))
    return edit_points(edited.model_copy(update={"options": options}), languages)


def preview(question: Matrix, language: str, key: str) -> None:
    """Draw each statement with its points as a participant sees them."""
    for option in question.options:
        st.segmented_control(
            plain(pick(option.label, language)) or "…",
            question.point_codes,
            format_func=lambda code: point_name(question, code, language),
            key=f"{key}-{option.code}",
        )
