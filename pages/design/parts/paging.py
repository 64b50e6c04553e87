"""A long list in parts, so that drawing it takes no longer than drawing a short one."""

import streamlit as st

from pages.ui.i18n import _
from pages.ui.session import OPENED, begin_with

# About two screens; each question has half a dozen buttons.
ON_A_PAGE = 10


def shown_part(ids: tuple[str, ...], *, key: str) -> tuple[str, ...]:
    """Draw the choice of a page where the list is long; return the ids that stand on the chosen one.

    Somebody who comes back from an editor finds the page of what they wrote, not the first one.
    """
    pages = -(-len(ids) // ON_A_PAGE)
    if pages < 3:
        return ids
    choice = f"{key}-{pages}"
    if OPENED.get() in ids:
        begin_with(choice, ids.index(OPENED.get()) // ON_A_PAGE + 1)
    chosen = st.pagination(pages, key=choice)
    first = (chosen - 1) * ON_A_PAGE
    shown = ids[first : first + ON_A_PAGE]
    st.caption(
        _("Questions and sections {first} to {last} of {all}").format(
            first=first + 1, last=first + len(shown), all=len(ids)
        )
    )
    return shown
