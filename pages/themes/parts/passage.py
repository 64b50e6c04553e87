"""Choosing a passage of an answer: marked in it, by whole sentences, or by words pasted from it."""

from collections.abc import Sequence

import streamlit as st

from pages.themes.parts.marker import mark_passage
from pages.ui.i18n import _, ngettext
from pages.ui.plain import plain
from survey_engine.themes.codings import Voice
from survey_engine.themes.places import places_of, sentences_of, spanned

Span = tuple[int, int]
LONGEST_LABEL = 60


def choose_passage(voice: Voice, kept: Sequence[Span]) -> Span:
    """Draw the answer with the ways to choose, and return the chosen place: at first the one in the address."""
    sentences = sentences_of(voice.text)
    chosen, pasted = [], ""
    with st.expander(_("Choose by sentence, or by words from the answer"), icon=":material/keyboard:"):
        if len(sentences) > 1:
            chosen = st.pills(
                _("Sentences"),
                list(range(len(sentences))),
                selection_mode="multi",
                format_func=lambda number: plain(_short(voice.text, sentences[number])),
                key=f"sentences_{voice.id}",
            )
        pasted = st.text_input(_("Or words copied from the answer"), key=f"pasted_{voice.id}")
    typed = _pasted(voice, pasted)
    asked = typed or (spanned([sentences[n] for n in chosen]) if chosen else _from_address(voice))
    if typed or chosen:
        mark_passage(voice, asked, kept)
        return asked
    return mark_passage(voice, asked, kept)


def _short(text: str, place: Span) -> str:
    words = " ".join(text[place[0] : place[1]].split())
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"


def _pasted(voice: Voice, words: str) -> Span | None:
    if not words.strip():
        return None
    places = places_of(voice.text, words)
    if not places:
        st.warning(_("These words do not stand in the answer exactly so. Copy them from it."))
        return None
    if len(places) == 1:
        return places[0]
    times = ngettext("They stand there {n} time", "They stand there {n} times", len(places))
    number = st.selectbox(
        times.format(n=len(places)),
        list(range(len(places))),
        format_func=lambda one: _around(voice.text, places[one]),
        key=f"which_{voice.id}",
    )
    return places[number]


def _around(text: str, place: Span) -> str:
    start, end = place
    return " ".join(f"…{text[max(0, start - 25) : start]}«{text[start:end]}»{text[end : end + 25]}…".split())


def _from_address(voice: Voice) -> Span:
    """Return the place that the address names, if it is in the answer; else the whole answer."""
    asked = [st.query_params.get(name, "") for name in ("start", "end")]
    if all(part.isdigit() for part in asked):
        start, end = int(asked[0]), int(asked[1])
        if 0 <= start < end <= len(voice.text):
            return start, end
    left = len(voice.text) - len(voice.text.lstrip())
    return left, max(left, len(voice.text.rstrip()))
