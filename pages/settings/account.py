"""Account: name, language, inviting another facilitator, signing out everywhere."""

import streamlit as st

from pages.settings.parts.account import draw_invitation, draw_name, draw_signing_out
from pages.ui.columns import reading_column
from pages.ui.i18n import _
from pages.ui.visitor import visitor_or_stop
from pages.ui.workbench import workbench

account = visitor_or_stop()
bench = workbench()

with reading_column():
    st.title(_("Account"), anchor=False)
    draw_name(bench, account)
    draw_invitation(bench)
    draw_signing_out()
