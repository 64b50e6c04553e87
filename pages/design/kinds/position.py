"""Writing and showing things to be placed on two axes."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.options import edit_options
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Axis, Position
from survey_engine.design.kinds.position import MOST_STEPS
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Position on two axes")
ABOUT = mark("People place several things on a square, such as by effort and effect.")
ICON = ":material/scatter_plot:"


def edit(question: Position, languages: Sequence[str]) -> Position:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    options = edit_options(
        question, languages, label=mark("Thing to place {n}"), add=_("Add a thing to place")
    )
    x = _edit_axis(_("From left to right"), question.x, languages, f"{question.id}-x")
    y = _edit_axis(_("From bottom to top"), question.y, languages, f"{question.id}-y")
    steps = st.number_input(
        _("Steps along each axis"),
        2,
        MOST_STEPS,
        question.steps,
        key=f"{question.id}-steps",
        help=_("10 goes from 0 to 10. Fewer are easier to choose from without a touch screen."),
    )
    return edited.model_copy(update={"options": options, "x": x, "y": y, "steps": int(steps)})


def preview(question: Position, language: str, key: str) -> None:
    """Draw each thing with its place along both axes."""
    for option in question.options:
        st.markdown(f"**{plain(pick(option.label, language)) or '…'}**")
        for name, axis in (("x", question.x), ("y", question.y)):
            st.select_slider(
                plain(pick(axis.name, language)) or "…",
                range(question.steps + 1),
                value=question.steps // 2,
                key=f"{key}-{option.code}-{name}",
            )
            st.caption(
                plain(f"0: {pick(axis.low, language)} · {question.steps}: {pick(axis.high, language)}")
            )


def _edit_axis(title: str, axis: Axis, languages: Sequence[str], key: str) -> Axis:
    st.subheader(title, anchor=False)
    with st.container(border=True, gap="small"):
        name = edit_texts(_("Name of the axis"), axis.name, languages, key=f"{key}-name")
        low = edit_texts(_("What its beginning means"), axis.low, languages, key=f"{key}-low")
        high = edit_texts(_("What its end means"), axis.high, languages, key=f"{key}-high")
    return axis.model_copy(update={"name": name, "low": low, "high": high})
