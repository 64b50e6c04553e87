"""Every named place in the session of a page, typed. Only ids and plain values live here.

A session is lost when the socket closes: what matters is in the URL and the database.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slot(Generic[T]):
    """One named, typed place in the session."""

    name: str
    default: Callable[[], T]

    def get(self) -> T:
        """Return what is in the slot, or its default."""
        if self.name not in st.session_state:
            st.session_state[self.name] = self.default()
        value: T = st.session_state[self.name]
        return value

    def set(self, value: T) -> None:
        """Put a value into the slot."""
        st.session_state[self.name] = value


LANGUAGE: Slot[str] = Slot("language", str)
NOTICE: Slot[str] = Slot("notice", str)
# The address of the page that the last run drew.
SHOWN_PAGE: Slot[str] = Slot("shown_page", str)
# What an editor showed when it was opened, as "id JSON": compared when it is saved.
SEEN: Slot[str] = Slot("seen", str)
# The question or section that was opened last: its part of a long list is shown on the way back.
OPENED: Slot[str] = Slot("opened", str)
# The rows (options, groups) of the editor that is open, after the id of what they belong to.
ROWS: Slot[list[str]] = Slot("rows", list)


def is_drawn(widget_key: str) -> bool:
    """Say whether this widget was on the page in the last run: if not, its form has just been opened."""
    return widget_key in st.session_state


def begin_with(widget_key: str, value: object) -> None:
    """Let a widget begin with this value where it was not on the page in the last run."""
    if not is_drawn(widget_key):
        st.session_state[widget_key] = value


def uploaded(widget_key: str) -> UploadedFile | None:
    """Return the file that was chosen in this uploader, or None."""
    file = st.session_state.get(widget_key)
    return file if isinstance(file, UploadedFile) else None
