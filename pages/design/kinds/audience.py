"""Writing and showing a place for questions from the audience."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.contributing import edit_contributions
from pages.design.kinds.fields import edit_common, edit_required
from pages.ui.i18n import _
from survey_engine.design.kinds import Audience
from survey_engine.i18n import mark, translations

TITLE = mark("Questions from the audience")
ABOUT = mark("People ask the speaker, and vote for the questions that they want answered, too.")
ICON = ":material/contact_support:"


def edit(question: Audience, languages: Sequence[str]) -> Audience:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    return edit_contributions(edited, _("Questions from each person, at most"))


def preview(question: Audience, language: str, key: str) -> None:
    """Draw the field for a question."""
    st.text_area(translations(language).gettext("Your question"), key=key, height=68)
