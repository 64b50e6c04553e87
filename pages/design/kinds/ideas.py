"""Writing and showing a question that collects ideas and lets people give dots to them."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.contributing import edit_contributions, edit_phase
from pages.design.kinds.fields import edit_common, edit_required
from pages.ui.i18n import _
from survey_engine.design.kinds import Ideas
from survey_engine.i18n import mark, translations

TITLE = mark("Ideas")
ABOUT = mark("People write ideas, and then give dots to those that they find best.")
ICON = ":material/lightbulb:"


def edit(question: Ideas, languages: Sequence[str]) -> Ideas:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    edited = edit_phase(edit_contributions(edited, _("Ideas from each person, at most")))
    key = question.id
    dots = st.number_input(_("Dots for each person"), 1, 20, question.dots, key=f"{key}-dots")
    on_one = st.number_input(
        _("Dots on one idea, at most"),
        1,
        20,
        question.dots_on_one,
        key=f"{key}-dots-on-one",
        help=_("With 1, people choose the ideas that they like; with more, they can say how much."),
    )
    return edited.model_copy(update={"dots": dots, "dots_on_one": on_one})


def preview(question: Ideas, language: str, key: str) -> None:
    """Draw the field for an idea."""
    st.text_area(translations(language).gettext("Your idea"), key=key, height=68)
