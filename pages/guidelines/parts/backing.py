"""Who stands behind a recommendation, and who was heard against it: people, groups, sessions."""

import streamlit as st

from pages.guidelines.parts.choosing import wording
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.guidelines.backing import Backing
from survey_engine.guidelines.drafts import DraftRecommendation


def show_backing(each: DraftRecommendation, k: int) -> None:
    """Draw both sides beside each other, counted apart."""
    with st.container(border=True):
        _show_side(_("Who stands behind it"), each.behind, _("Nobody was heard on it yet."))
        _show_side(_("Who was heard against it"), each.against, _("Nobody so far."))
        st.caption(
            _(
                "People count once, however often they are quoted; notes of what was said aloud are no people. "
                "Fewer than {k} of a group are told as “few”."
            ).format(k=k)
        )


def backing_line(each: DraftRecommendation) -> str:
    """Return both sides in one line, for lists."""
    behind, against = wording().counted(each.behind), wording().counted(each.against)
    parts = [_("for: {voices}").format(voices=behind)] if behind else [_("nobody behind it yet")]
    parts += [_("against: {voices}").format(voices=against)] if against else []
    return " | ".join(parts)


def _show_side(heading: str, backing: Backing, nobody: str) -> None:
    st.markdown(f"**{heading}**")
    if backing.is_empty:
        st.caption(nobody)
        return
    st.markdown(plain(wording().counted(backing)))
    for line in wording().by_group(backing):
        st.caption(plain(line))
