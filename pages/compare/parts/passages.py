"""What was said behind a comparison, side by side by group; words are drawn as they are, never as markup."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.compare.lines import Side
from survey_engine.compare.passages import Passage
from survey_engine.compare.suppression import Visibility


def show_passages(sides: Sequence[tuple[Side, Sequence[Passage]]]) -> None:
    """Draw a column for each group: its passages, or why there are none."""
    shown = [(side, found) for side, found in sides if side.cell.visibility is not Visibility.NO_ANSWERS]
    for column, (side, found) in zip(st.columns(max(1, len(shown))), shown, strict=False):
        with column:
            st.text(side.group.label)
            for passage in found:
                with st.container(border=True):
                    st.text(_("“{words}”").format(words=passage.words))
                    st.caption(plain(passage.session_title))
            if not found:
                st.caption(_why_none(side))


def _why_none(side: Side) -> str:
    if side.cell.visibility is Visibility.FEW:
        return _("Few people; what they said is not shown here.")
    return _("No quote has been kept under this theme, and no answer let through to the room.")
