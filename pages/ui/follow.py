"""Live pages: rerun when, and only when, the revision of what is shown has moved."""

from collections.abc import Callable

import streamlit as st


def follow(revision: Callable[[], int], every: str = "1s") -> None:
    """Rerun the whole page once the revision differs from what it was when the page was drawn."""
    seen = revision()

    @st.fragment(run_every=every)
    def watch() -> None:
        if revision() != seen:
            st.rerun()

    watch()
