"""Choosing what to ask: the kinds of question by what people do with them, each with one line on its use."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds import EDITORS
from pages.design.parts.editor import NEW, open_editor
from pages.ui.i18n import _
from survey_engine.design.models import Questionnaire
from survey_engine.i18n import mark

FAMILIES: dict[str, Sequence[str]] = {
    mark("Choose and order"): ("single", "yesno", "multiple", "ranking", "points"),
    mark("Rate and place"): ("scale", "matrix", "criteria", "position"),
    mark("Write"): ("open", "words", "number", "date"),
    mark("Answer one another"): ("statement", "statements", "ideas", "audience"),
    mark("Read"): ("information",),
}
COLUMNS = 3


def draw_adding(questionnaire: Questionnaire, *, key: str) -> None:
    """Draw the button that offers the kinds of question to add."""
    # A dialog's title is fixed when it is made, so that it is made anew for every language.
    choosing = st.dialog(_("Add a question"), width="large", icon=":material/add:")(_draw_kinds)
    if st.button(_("Add a question"), icon=":material/add:", type="primary", key=key):
        choosing(questionnaire)


def _draw_kinds(questionnaire: Questionnaire) -> None:
    for family, kinds in FAMILIES.items():
        st.markdown(f"**{_(family)}**")
        cells = st.columns(COLUMNS)
        for place, kind in enumerate(kinds):
            with cells[place % COLUMNS]:
                _draw_kind(questionnaire, kind)


def _draw_kind(questionnaire: Questionnaire, kind: str) -> None:
    editor = EDITORS[kind]
    if st.button(_(editor.TITLE), icon=editor.ICON, key=f"add-{kind}", width="stretch"):
        open_editor(questionnaire, NEW + kind)
    st.caption(_(editor.ABOUT))
