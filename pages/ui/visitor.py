"""Who is looking: the account behind the signed cookie, checked anew at every run of a page."""

import streamlit as st

from survey_engine import workbench as engine
from survey_engine.accounts import STUDIO_COOKIE, Account

COOKIE = STUDIO_COOKIE
SIGN_IN = "/sign-in"


def visitor() -> Account | None:
    """Return who is signed in, or None."""
    return engine.current().accounts.visitor(st.context.cookies.get(COOKIE))


def visitor_or_stop() -> Account:
    """Return who is signed in; otherwise show the way to the sign-in page and nothing else."""
    account = visitor()
    if account is None:
        # No translation by account here: nobody is known. The link speaks for itself in all three.
        # Plain HTML, as in every menu: whoever was signed out can load no further part of Streamlit.
        st.html(f'<a href="{SIGN_IN}">Pieteikties · Sign in · Войти</a>')
        st.stop()
    return account
