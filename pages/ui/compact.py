"""Screens that need care: pages that take the whole window, and phones."""

import streamlit as st

STYLE = """<style>
.stMainBlockContainer { padding: 1rem 1.5rem 1rem 4.5rem; }
.stAppHeader { background: transparent; }
/* The header lies over the first line of the page: only its own buttons may take a press. */
.stAppHeader, .stAppHeader div { pointer-events: none; }
.stAppHeader button, .stAppHeader a { pointer-events: auto; }
.st-key-agenda button, .st-key-agenda button > div { justify-content: flex-start; text-align: start; }
.st-key-agenda button > div { width: 100%; }
.st-key-presence table { width: 100%; font-size: .84rem; }
.st-key-presence th, .st-key-presence td { padding: .35rem .5rem; border-width: 0 0 1px; }
</style>"""
BARE = """<style>
.stSidebar, .stAppHeader { display: none; }
</style>"""


def is_phone() -> bool:
    """Say whether the visitor's browser calls itself mobile."""
    headers = getattr(st.context, "headers", None) or {}
    return "Mobi" in (headers.get("User-Agent") or "")


def use_whole_window() -> None:
    """Fold the menu away (it opens again by its arrow) and start at the top of the window."""
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    st.html(STYLE)


def show_nothing_else() -> None:
    """Take menu and header away, so that a room never sees them, not even while the page loads."""
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    st.html(BARE)
