"""Quotes: mark a passage of an answer and keep it under a theme; what was kept, word for word."""

import streamlit as st

from pages.themes.parts.answer_list import choose_answer
from pages.themes.parts.keeping import draw_keeping
from pages.themes.parts.kept_quotes import draw_quotes
from pages.themes.parts.scope import sources_or_stop
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, ngettext
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()

st.title(_("Quotes"), anchor=False)
sources_or_stop(study, bench.themes.sources(study.id))
with problems_shown():
    voices = bench.themes.voices(study.id)
    quotes = bench.quotes.of_study(study.id)
    asked = st.query_params.get("answer", "")
    with st.expander(_("Choose another answer") if asked else _("Choose an answer"), expanded=not asked):
        chosen = choose_answer(study, voices)
    voice = next((v for v in voices if v.id == (chosen or asked)), None)
    if voice is not None:
        draw_keeping(study, voice, quotes)
    elif asked:
        st.warning(_("This answer is not here any more. Choose another one."), icon=":material/info:")
    st.header(ngettext("{n} kept quote", "{n} kept quotes", len(quotes)).format(n=len(quotes)), anchor=False)
    if not quotes:
        st.caption(_("Nothing is kept yet. A recommendation can rest on every quote that is kept here."))
    draw_quotes(study, quotes)
