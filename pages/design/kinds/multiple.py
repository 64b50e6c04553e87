"""Writing and showing a multiple choice."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required, edit_ways
from pages.design.parts.options import edit_options
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import MultipleChoice
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Multiple choice")
ABOUT = mark("People choose several options; you say how many.")
ICON = ":material/check_box:"


def edit(question: MultipleChoice, languages: Sequence[str]) -> MultipleChoice:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    options = edit_options(question, languages)
    left, right = st.columns(2)
    least = left.number_input(_("At least"), 0, 100, question.least, key=f"{question.id}-least")
    most = right.number_input(
        _("At most"),
        1,
        100,
        question.most,
        key=f"{question.id}-most",
        placeholder=_("as many as they like"),
        help=_("Left empty: as many as they like."),
    )
    none = st.checkbox(
        _("Offer “None of these”, which stands alone"), value=question.none, key=f"{question.id}-none"
    )
    changes = {"options": options, "least": least, "most": most, "none": none}
    return edit_ways(edited.model_copy(update=changes))


def preview(question: MultipleChoice, language: str, key: str) -> None:
    """Draw the options as a participant sees them."""
    for code in question.codes():
        st.checkbox(plain(pick(question.label(code), language)), key=f"{key}-{code}")
