"""Writing and showing points to share out, or a budget to spend."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.options import edit_options
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Option, Points, Priced
from survey_engine.design.kinds.points import LARGEST_TOTAL
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Points or budget")
ABOUT = mark("People share out points, or choose what a budget should pay for.")
ICON = ":material/toll:"


def edit(question: Points, languages: Sequence[str]) -> Points:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    total = st.number_input(
        _("Total to share out or to spend"),
        1,
        LARGEST_TOTAL,
        question.total,
        key=f"{question.id}-total",
        help=_("Points are shared out until nothing is left; of a budget something may be left."),
    )
    unit = edit_texts(
        _("Unit, such as EUR (may stay empty)"), question.unit, languages, key=f"{question.id}-unit"
    )
    st.caption(_("With a cost for every option this is a budget; without costs points are shared out."))
    options = edit_options(question, languages, more=_edit_cost)
    return edited.model_copy(update={"total": total, "unit": unit, "options": options})


def _edit_cost(option: Option, key: str) -> Option:
    cost = option.cost if isinstance(option, Priced) else None
    written = st.number_input(
        _("Cost"), 1, LARGEST_TOTAL, cost, key=f"{key}-cost", placeholder=_("no cost"), width=220
    )
    return Priced(code=option.code, label=option.label, cost=written)


def preview(question: Points, language: str, key: str) -> None:
    """Draw the options with a field for each, or with their costs, as a participant sees them."""
    for option in question.options:
        label = plain(pick(option.label, language)) or "…"
        if question.is_budget:
            cost = plain(question.say_amount(option.cost or 0, language))
            st.checkbox(f"{label} · {cost}", key=f"{key}-{option.code}")
        else:
            st.number_input(label, 0, question.total, None, key=f"{key}-{option.code}", placeholder="0")
