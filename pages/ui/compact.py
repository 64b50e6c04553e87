"""Pages that need the whole window of a small laptop: the menu folded, no empty band on top."""

import streamlit as st

STYLE = """<style>
.stMainBlockContainer { padding-top: 3rem; padding-bottom: 1rem; }
</style>"""


def use_whole_window() -> None:
    """Fold the menu away (it opens again by its arrow) and start at the top of the window."""
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    st.html(STYLE)
