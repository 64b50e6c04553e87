"""One theme as a card: its name, how many people of which group, passages that stand for it."""

import streamlit as st

from pages.themes.parts.decisions import draw_decisions
from pages.themes.parts.members import draw_members
from pages.themes.parts.scope import group_label
from pages.ui.i18n import _, ngettext
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.design.models import Study
from survey_engine.themes.codings import Place, ThemeCard
from survey_engine.themes.models import Theme, ThemeState


def draw_card(study: Study, card: ThemeCard, themes: tuple[Theme, ...]) -> None:
    """Draw a theme with what can be decided about it; its answers are read when they are opened."""
    theme = card.theme
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(plain(theme.name), anchor=False, width="stretch")
            if theme.state == ThemeState.KEPT:
                st.badge(_("kept"), color="green", icon=":material/check:")
            else:
                st.badge(_("draft"), color="gray")
        st.caption(size_of(study, card))
        if theme.definition:
            st.markdown(plain(theme.definition))
        if theme.terms:
            st.caption(_("Typical words: {words}").format(words=plain(", ".join(theme.terms))))
        for place in card.quotes:
            _draw_quote(study, place)
        draw_decisions(study, card, themes)
        opened = st.expander(
            ngettext("{n} answer", "{n} answers", len(card.members)).format(n=len(card.members)),
            key=f"members_{theme.id}",
            on_change="rerun",
        )
        if opened.open:
            with opened:
                draw_members(study, theme, card.members, themes)


def size_of(study: Study, card: ThemeCard) -> str:
    """Return how many people said this, by group; what nobody in particular said is counted apart."""
    people = ngettext("{n} person", "{n} people", card.people).format(n=card.people)
    groups = [f"{plain(group_label(study, key))} {number}" for key, number in card.by_group]
    notes = sum(not member.voice.person for member in card.members)
    aloud = ngettext("{n} said aloud", "{n} said aloud", notes).format(n=notes) if notes else ""
    return " · ".join(part for part in (people, *groups, aloud) if part)


def _draw_quote(study: Study, place: Place) -> None:
    words, way = st.columns([6, 1], vertical_alignment="center")
    words.markdown(f"> {plain(' '.join(place.text.split()))}")
    with way:
        at = {"start": str(place.start), "end": str(place.end)}
        link_to("quotes", _("Quote it"), study=study.id, answer=place.voice.id, **at)
