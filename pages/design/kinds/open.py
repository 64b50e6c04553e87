"""Writing and showing an open question."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import OpenText
from survey_engine.design.kinds.open import LONGEST_TEXT
from survey_engine.design.kinds.patterns import LONGEST_PATTERN, Pattern, Shape
from survey_engine.i18n import mark
from survey_engine.texts import pick

SHAPES = {
    Shape.ANY: mark("Any text"),
    Shape.EMAIL: mark("An e-mail address"),
    Shape.PHONE: mark("A phone number"),
    Shape.POSTCODE: mark("A postcode such as LV-1010"),
    Shape.OWN: mark("A pattern of your own"),
}

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
    pattern = _edit_pattern(question, languages)
    return edited.model_copy(update={"long": long, "longest": longest, "pattern": pattern})


def _edit_pattern(question: OpenText, languages: Sequence[str]) -> Pattern:
    """Draw what an answer has to look like; the pattern of one's own counts only where it is chosen."""
    pattern, key = question.pattern, question.id
    shape = st.selectbox(
        _("What the answer has to look like"),
        list(SHAPES),
        index=list(SHAPES).index(pattern.shape),
        format_func=lambda one: _(SHAPES[Shape(one)]),
        key=f"{key}-shape",
    )
    with st.expander(_("A pattern of your own"), expanded=pattern.shape == Shape.OWN):
        own = st.text_input(
            _("Regular expression for the whole answer"),
            value=pattern.own,
            max_chars=LONGEST_PATTERN,
            key=f"{key}-own",
        )
        message = edit_texts(
            _("What people are told about it, above the field"),
            pattern.message,
            languages,
            key=f"{key}-message",
        )
    return Pattern(shape=Shape(shape), own=own, message=message)


def preview(question: OpenText, language: str, key: str) -> None:
    """Draw the field as a participant sees it."""
    st.text_area(
        plain(pick(question.text, language)),
        key=key,
        height=120 if question.long else 68,
        label_visibility="collapsed",
    )
