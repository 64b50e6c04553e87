"""Themes: a draft by the machine over answers in any language; people rename, merge, move and dismiss."""

import streamlit as st

from pages.themes.parts.card import draw_card
from pages.themes.parts.ends import draw_ends, draw_undo
from pages.themes.parts.equipment import say_what_is_missing
from pages.themes.parts.run import draw_run
from pages.themes.parts.scope import choose_scope, sources_or_stop
from pages.ui.i18n import _, ngettext
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench
from survey_engine.themes.models import ThemeState

study = study_or_stop()
bench = workbench()
themes = bench.themes

st.title(_("Themes"), anchor=False)
sources = themes.sources(study.id)
sources_or_stop(study, sources)
scope = choose_scope(sources, bench.sessions.of_study(study.id), key="themes")
say_what_is_missing(themes.equipment())
draw_run(study, scope)

cards = themes.cards(study.id, session_ids=scope.sessions)
named = tuple(card.theme for card in cards)
drafts = [card for card in cards if card.theme.state != ThemeState.KEPT]
kept = [card for card in cards if card.theme.state == ThemeState.KEPT]
draw_undo(study)
if not cards:
    st.write(
        _(
            "A theme gathers answers that say much the same, in whatever language. Let some be suggested and "
            "keep those that hold, or make your own below."
        )
    )
if drafts:
    st.header(
        ngettext("{n} suggested theme", "{n} suggested themes", len(drafts)).format(n=len(drafts)),
        anchor=False,
    )
    st.info(
        _(
            "Suggested themes are a draft: three to four of ten answers may sit where a person would not have "
            "put them. Keep what holds, rename, merge, move answers, dismiss the rest. What you decide stays."
        ),
        icon=":material/draft:",
    )
for card in drafts:
    draw_card(study, card, named)
if kept:
    st.header(ngettext("{n} kept theme", "{n} kept themes", len(kept)).format(n=len(kept)), anchor=False)
for card in kept:
    draw_card(study, card, named)
draw_ends(study, scope, named)
