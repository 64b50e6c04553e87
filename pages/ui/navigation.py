"""The menu: the five stages for the study in the address, and the way to sign out."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui.compact import is_phone
from pages.ui.i18n import LANGUAGE_NAMES, _, language
from pages.ui.own_words import use_our_words
from pages.ui.plain import plain
from pages.ui.registry import FOLDER, PAGES, STAGES, PageEntry
from pages.ui.session import LANGUAGE
from pages.ui.workbench import workbench
from survey_engine.accounts import Account
from survey_engine.errors import EngineError

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

SIGN_OUT = "/sign-out"


def navigation(account: Account) -> "StreamlitPage":
    """Draw the menu and return the page that was asked for. Pages of a study need its id in the address."""
    if not LANGUAGE.get():
        LANGUAGE.set(account.language)
    use_our_words()
    study, session = st.query_params.get("study", ""), st.query_params.get("session", "")
    title = _title_of(study)
    pages = {entry: _page(entry) for entry in PAGES if (FOLDER / entry.file).exists()}
    chosen = st.navigation(list(pages.values()), position="hidden")
    with _place(chosen.url_path):
        for stage in STAGES:
            shown = [entry for entry in pages if entry.stage == stage and _reachable(entry, title, session)]
            with st.container(gap="xxsmall"):
                _heading(stage, shown)
                for entry in shown:
                    if entry.path == "study":
                        st.markdown(f"**{plain(title)}**")
                    st.page_link(
                        pages[entry],
                        label=_(entry.title),
                        icon=entry.icon,
                        query_params=_address(entry, study, session) or None,
                    )
        _visitor(account)
    return chosen


def _place(page: str) -> DeltaGenerator:
    """Return where the menu is drawn: beside the page, and on a phone above it.

    Streamlit's sidebar stays open over the page on a phone, whatever is chosen in it.
    """
    if is_phone():
        return st.popover(_("Menu"), icon=":material/menu:", key=f"menu-{page}")
    return st.sidebar


def _title_of(study_id: str) -> str:
    """Return the title of the study in the address; '' where there is none that the visitor may see."""
    try:
        return workbench().studies.get(study_id).title if study_id else ""
    except EngineError:
        return ""


def _heading(stage: str, shown: list[PageEntry]) -> None:
    # Home and the account speak for themselves.
    if shown and stage not in ("start", "settings"):
        st.caption(_(STAGES[stage]))


def _page(entry: PageEntry) -> "StreamlitPage":
    return st.Page(
        FOLDER / entry.file,
        title=_(entry.title),
        icon=entry.icon,
        url_path=entry.path,
        default=entry.path == "studies",
    )


def _reachable(entry: PageEntry, title: str, session: str) -> bool:
    return {"": True, "session": bool(title and session)}.get(entry.needs, bool(title))


def _address(entry: PageEntry, study: str, session: str) -> dict[str, str]:
    wanted = {"": {}, "study": {"study": study}, "session": {"study": study, "session": session}}
    return {name: value for name, value in wanted.get(entry.needs, {"study": study}).items() if value}


def _visitor(account: Account) -> None:
    chosen = st.segmented_control(
        _("Language of the screen"),
        list(LANGUAGE_NAMES),
        default=language(),
        format_func=str.upper,
        required=True,
    )
    st.caption(plain(account.name))
    # A plain link stays in this tab; Streamlit's own link buttons open another one.
    st.html(f'<a href="{SIGN_OUT}" style="color: inherit">{_("Sign out")}</a>')
    if chosen and chosen != language():
        LANGUAGE.set(chosen)
        workbench().accounts.set_language(account, language=chosen)
        st.rerun()
