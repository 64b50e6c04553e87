"""What a page says back: faults that a person can act on, and that something was done."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.ui.i18n import _
from pages.ui.plain import plain
from pages.ui.session import NOTICE
from survey_engine.errors import EngineError


@contextmanager
def problems_shown() -> Iterator[None]:
    """Show an EngineError as words; what was entered stays on the page."""
    try:
        yield
    except EngineError as error:
        st.error(plain(error.say(_)), icon=":material/error:")


def say_after_rerun(text: str) -> None:
    """Keep a short notice for the next run of the page."""
    NOTICE.set(text)


def show_notice() -> None:
    """Show the notice that the last run left, once."""
    if text := NOTICE.get():
        st.toast(plain(text), icon=":material/check:")
        NOTICE.set("")
