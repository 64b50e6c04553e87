"""Links between pages: by the page's address in the registry, with the ids that it needs."""

from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from pages.ui.registry import FOLDER, PAGES, PageEntry
from pages.ui.session import SHOWN_PAGE


def link_to(path: str, label: str, *, icon: str | None = None, width: str = "content", **query: str) -> None:
    """Draw a link to the page at this address, such as link_to("console", _("Console"), session=...)."""
    entry = _entry(path)
    given = {name: value for name, value in query.items() if value}
    try:
        st.page_link(
            FOLDER / entry.file,
            label=label,
            icon=icon or entry.icon,
            query_params=given or None,
            width=width,
        )
    except StreamlitPageNotFoundError:
        # A page that runs alone (under test) knows no other page: the address still leads there.
        st.link_button(label, address_of(path, **given), icon=icon or entry.icon, width=width)


def go_to(path: str, **query: str) -> NoReturn:
    """Leave for the page at this address, with the ids that it needs."""
    given = {name: value for name, value in query.items() if value}
    try:
        st.switch_page(FOLDER / _entry(path).file, query_params=given or None)
    except StreamlitPageNotFoundError:
        # A page that runs alone (under test) knows no other page: only the address changes.
        st.query_params.from_dict(given)
    st.stop()


def keep_address(page: str) -> None:
    """Let the browser's address name what is shown on this page.

    A link to the page one is on leaves the address as it was; the next press of a button would
    then ask for the old one again.
    """
    if SHOWN_PAGE.get() == page:
        st.query_params.from_dict(st.query_params.to_dict())
    SHOWN_PAGE.set(page)


def address_of(path: str, **query: str) -> str:
    """Return the address of a page as a link beside the present one, with what it needs."""
    given = urlencode({name: value for name, value in query.items() if value})
    return f"{_entry(path).path}?{given}" if given else _entry(path).path


def _entry(path: str) -> PageEntry:
    return next(entry for entry in PAGES if entry.path == path)
