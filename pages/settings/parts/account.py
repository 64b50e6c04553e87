"""The forms of the account page."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import LANGUAGE_NAMES, _
from pages.ui.navigation import SIGN_OUT
from pages.ui.session import LANGUAGE
from survey_engine.accounts import Account
from survey_engine.addresses import participants_url
from survey_engine.workbench import Workbench

FIRST_ACCOUNT = "/first-account"


def draw_name(bench: Workbench, account: Account) -> None:
    """Draw the form for the name and the language of the screen."""
    codes = list(LANGUAGE_NAMES)
    with st.form("account", enter_to_submit=False):
        name = st.text_input(
            _("Name"), value=account.name, help=_("Your colleagues see it; participants never do.")
        )
        st.text_input(_("E-mail"), value=account.email, disabled=True, help=_("You sign in with it."))
        chosen = st.radio(
            _("Language of the screen"),
            codes,
            index=codes.index(account.language) if account.language in codes else 0,
            format_func=LANGUAGE_NAMES.__getitem__,
            horizontal=True,
        )
        saved = st.form_submit_button(_("Save"), type="primary")
    if saved:
        with problems_shown():
            bench.accounts.change(account, name=name, language=chosen)
            LANGUAGE.set(chosen)
            say_after_rerun(_("Saved."))
            st.rerun()


def draw_invitation(bench: Workbench) -> None:
    """Draw the button that makes a one-time link, and the link, shown this once."""
    st.header(_("Invite a colleague"), anchor=False)
    st.markdown(
        _(
            "A one-time link lets a colleague make an account here. It works once and for seven days. "
            "They will not see your studies until you share one with them."
        )
    )
    if st.button(_("Make a one-time link"), icon=":material/person_add:"):
        st.code(_link(bench, bench.accounts.invite()), language=None, wrap_lines=True)
        st.caption(_("Copy it now and send it yourself: it is shown only this once."))


def draw_signing_out() -> None:
    """Draw the link that ends this account's sessions on every device."""
    st.header(_("Sign out"), anchor=False)
    st.markdown(_("Signing out ends it everywhere: on this device and on every other one."))
    st.html(f'<a href="{SIGN_OUT}" style="color: inherit">{_("Sign out everywhere")}</a>')


def _link(bench: Workbench, secret: str) -> str:
    root = participants_url(bench.settings.public_url, st.context.url or "", st.get_option("server.port"))
    return f"{root}{FIRST_ACCOUNT}?token={secret}"
