"""Keeping a passage of one answer under a theme."""

import streamlit as st

from pages.themes.parts.passage import choose_passage
from pages.themes.parts.scope import group_label
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.design.models import Study
from survey_engine.themes.codings import Voice
from survey_engine.workbench.themes import KeptQuote

NO_THEME = ""


def draw_keeping(study: Study, voice: Voice, quotes: tuple[KeptQuote, ...]) -> None:
    """Draw an answer, let a passage be chosen, and keep it."""
    st.caption(f"{plain(group_label(study, voice.group_key))} · {plain(voice.session_title)}")
    kept = [(k.quote.start, k.quote.end) for k in quotes if k.quote.answer_id == voice.id]
    start, end = choose_passage(voice, kept)
    st.markdown(f"> {plain(' '.join(voice.text[start:end].split()))}")
    cards = workbench().themes.cards(study.id)
    names = {NO_THEME: _("Under no theme yet"), **{card.theme.id: card.theme.name for card in cards}}
    within = next((c.theme.id for c in cards if any(m.voice.id == voice.id for m in c.members)), NO_THEME)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        theme_id = st.selectbox(
            _("Under the theme"),
            list(names),
            index=list(names).index(within),
            format_func=lambda one: names.get(one, one),
            key=f"under_{voice.id}",
        )
        if st.button(_("Keep the quote"), type="primary", icon=":material/format_quote:"):
            with problems_shown():
                workbench().quotes.keep_quote(
                    study.id, answer_id=voice.id, start=start, end=end, theme_id=theme_id or None
                )
                say_after_rerun(_("The quote is kept."))
                st.rerun()
