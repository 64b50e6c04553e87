"""Writing and showing a question that is answered with a number."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Number
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Number")
ABOUT = mark("People write one number: how many, how far, how much.")
ICON = ":material/tag:"


def edit(question: Number, languages: Sequence[str]) -> Number:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    key = question.id
    unit = edit_texts(_("Unit, such as km (may stay empty)"), question.unit, languages, key=f"{key}-unit")
    left, middle, right = st.columns(3)
    open_end = _("no limit")
    least = left.number_input(
        _("Lowest number"), value=question.least, key=f"{key}-least", placeholder=open_end, format="%g"
    )
    most = middle.number_input(
        _("Highest number"), value=question.most, key=f"{key}-most", placeholder=open_end, format="%g"
    )
    decimals = right.number_input(_("Decimals"), 0, 6, question.decimals, key=f"{key}-decimals")
    return edited.model_copy(update={"unit": unit, "least": least, "most": most, "decimals": decimals})


def preview(question: Number, language: str, key: str) -> None:
    """Draw the field as a participant sees it."""
    st.text_input(plain(pick(question.unit, language)) or " ", key=key, width=240)
