"""Writing and showing a scale."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.kinds.graded import edit_points, point_name
from pages.ui.plain import plain
from survey_engine.design.kinds import Scale
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Scale")
ABOUT = mark("People choose a point between two ends that you name.")
ICON = ":material/linear_scale:"


def edit(question: Scale, languages: Sequence[str]) -> Scale:
    """Draw the fields inside a form and return the question as it was written."""
    return edit_points(edit_required(edit_common(question, languages)), languages)


def preview(question: Scale, language: str, key: str) -> None:
    """Draw the points as a participant sees them: named ones below one another, others in a row."""
    draw = st.radio if question.shown_as == PointsShown.NAMES else st.segmented_control
    draw(
        plain(pick(question.text, language)),
        question.codes(),
        format_func=lambda code: point_name(question, code, language),
        key=key,
        label_visibility="collapsed",
        **({"index": None} if draw is st.radio else {}),
    )
    low, high = plain(pick(question.low, language)), plain(pick(question.high, language))
    if (low or high) and question.shown_as != PointsShown.NAMES:
        st.caption(f"1: {low} · {question.points}: {high}")
