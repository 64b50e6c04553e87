"""Writing and showing a ranking."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.options import edit_options
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Ranking
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

TITLE = mark("Ranking")
ABOUT = mark("People put options in order, all of them or the first few.")
ICON = ":material/format_list_numbered:"


def edit(question: Ranking, languages: Sequence[str]) -> Ranking:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    options = edit_options(question, languages)
    top = st.number_input(
        _("Places to fill"),
        1,
        100,
        question.top,
        key=f"{question.id}-top",
        placeholder=_("one for each option"),
        help=_("Left empty: one for each option."),
    )
    return edited.model_copy(update={"options": options, "top": top})


def preview(question: Ranking, language: str, key: str) -> None:
    """Draw a field for each place as a participant sees them."""
    place_of = translations(language).gettext("Place {number}")
    labels = {option.code: plain(pick(option.label, language)) for option in question.options}
    for place in range(1, question.places + 1):
        st.selectbox(
            place_of.format(number=place),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            key=f"{key}-{place}",
        )
