"""Writing and showing a statement to agree or disagree with."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Statement
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

TITLE = mark("Statement")
ABOUT = mark("People agree, disagree or pass.")
ICON = ":material/thumbs_up_down:"

VOTES = {"agree": mark("Agree"), "disagree": mark("Disagree"), "pass": mark("Pass")}


def edit(question: Statement, languages: Sequence[str]) -> Statement:
    """Draw the fields inside a form and return the statement as it was written."""
    return edit_required(edit_common(question, languages, label=_("Statement, as one sentence")))


def preview(question: Statement, language: str, key: str) -> None:
    """Draw the three votes as a participant sees them."""
    translate = translations(language).gettext
    st.segmented_control(
        plain(pick(question.text, language)),
        question.codes(),
        format_func=lambda code: translate(VOTES[code]),
        key=key,
        label_visibility="collapsed",
    )
