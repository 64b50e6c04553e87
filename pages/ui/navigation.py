"""The menu: the five stages for the study in the address, and the way to sign out."""

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from pages.ui.i18n import LANGUAGE_NAMES, _, language
from pages.ui.registry import PAGES, STAGES, PageEntry
from pages.ui.session import LANGUAGE
from survey_engine.accounts import Account

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

FOLDER = Path(__file__).resolve().parent.parent
SIGN_OUT = "/sign-out"


def navigation(account: Account) -> "StreamlitPage":
    """Draw the menu and return the page that was asked for. Pages of a study need its id in the address."""
    if not LANGUAGE.get():
        LANGUAGE.set(account.language)
    study, session = st.query_params.get("study", ""), st.query_params.get("session", "")
    pages = {entry: _page(entry) for entry in PAGES if (FOLDER / entry.file).exists()}
    chosen = st.navigation(list(pages.values()), position="hidden")
    with st.sidebar:
        for stage, title in STAGES.items():
            shown = [entry for entry in pages if entry.stage == stage and _reachable(entry, study, session)]
            if shown:
                st.caption(_(title))
            for entry in shown:
                st.page_link(
                    pages[entry],
                    label=_(entry.title),
                    icon=entry.icon,
                    query_params=_address(entry, study, session),
                )
        _language_choice()
        st.link_button(_("Sign out"), SIGN_OUT, icon=":material/logout:", type="tertiary")
    return chosen


def _page(entry: PageEntry) -> "StreamlitPage":
    return st.Page(
        FOLDER / entry.file,
        title=_(entry.title),
        icon=entry.icon,
        url_path=entry.path,
        default=entry.path == "studies",
    )


def _reachable(entry: PageEntry, study: str, session: str) -> bool:
    return {"": True, "study": bool(study), "session": bool(session)}.get(entry.needs, bool(study))


def _address(entry: PageEntry, study: str, session: str) -> dict[str, str]:
    wanted = {"": {}, "study": {"study": study}, "session": {"study": study, "session": session}}
    return {name: value for name, value in wanted.get(entry.needs, {"study": study}).items() if value}


def _language_choice() -> None:
    codes = list(LANGUAGE_NAMES)
    chosen = st.selectbox(
        _("Language of the screen"),
        codes,
        index=codes.index(language()),
        format_func=LANGUAGE_NAMES.__getitem__,
    )
    if chosen != language():
        LANGUAGE.set(chosen)
        st.rerun()
