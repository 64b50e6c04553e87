"""Writing and showing a scale."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_cant_say, edit_common, edit_required
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import CANT_SAY, Scale
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

TITLE = mark("Scale")
ABOUT = mark("People choose a point between two ends that you name.")
ICON = ":material/linear_scale:"


def edit(question: Scale, languages: Sequence[str]) -> Scale:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    key = question.id
    points = st.number_input(
        _("Number of points"),
        2,
        11,
        question.points,
        key=f"{key}-points",
        help=_("Five or seven can be told apart; an odd number has a middle."),
    )
    low = edit_texts(_("What the first point means"), question.low, languages, key=f"{key}-low")
    high = edit_texts(_("What the last point means"), question.high, languages, key=f"{key}-high")
    return edit_cant_say(edited.model_copy(update={"points": points, "low": low, "high": high}))


def preview(question: Scale, language: str, key: str) -> None:
    """Draw the points and the names of the ends as a participant sees them."""
    cant_say = translations(language).gettext("Can't say")
    st.segmented_control(
        pick(question.text, language),
        question.codes(),
        format_func=lambda code: cant_say if code == CANT_SAY else code,
        key=key,
        label_visibility="collapsed",
    )
    low, high = plain(pick(question.low, language)), plain(pick(question.high, language))
    if low or high:
        st.caption(f"1: {low} · {question.points}: {high}")
