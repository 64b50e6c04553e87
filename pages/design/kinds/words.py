"""Writing and showing a question answered with a few words."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.ui.i18n import _
from survey_engine.design.kinds import Words
from survey_engine.i18n import mark, translations

TITLE = mark("Words")
ABOUT = mark("People give a few words each; the room sees them as a cloud and as bars.")
ICON = ":material/match_word:"


def edit(question: Words, languages: Sequence[str]) -> Words:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    most = st.number_input(
        _("Words from each person, at most"), 1, 10, question.most, key=f"{question.id}-most"
    )
    return edited.model_copy(update={"most": most})


def preview(question: Words, language: str, key: str) -> None:
    """Draw a field for each word as a participant sees them."""
    word = translations(language).gettext("Word {n}")
    for number in range(1, question.most + 1):
        st.text_input(word.format(n=number), key=f"{key}-{number}")
