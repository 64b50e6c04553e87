"""A word in context: each place where it stands, one click from the answer."""

from collections.abc import Sequence

import streamlit as st

from pages.ui.i18n import _, ngettext
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.design.models import Study
from survey_engine.themes.words import Line

MOST_LINES = 50


def draw_context(study: Study, word: str, lines: Sequence[Line]) -> None:
    """Draw the lines of a concordance, the earliest said first."""
    counted = ngettext("{n} place", "{n} places", len(lines)).format(n=len(lines))
    st.subheader(_("“{word}” in context").format(word=plain(word)), anchor=False)
    st.caption(
        counted
        if len(lines) <= MOST_LINES
        else _("{places}; the first {n} are shown").format(places=counted, n=MOST_LINES)
    )
    for line in lines[:MOST_LINES]:
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.markdown(_line(line), width="stretch")
            link_to(
                "quotes",
                _("Answer"),
                study=study.id,
                answer=line.answer_id,
                start=str(line.start),
                end=str(line.end),
            )


def _line(line: Line) -> str:
    left, right = (" ".join(part.split()) for part in (line.left, line.right))
    before = "" if not left or not line.left[-1:].isspace() else " "
    after = " " if line.right[:1].isspace() else ""
    return f"{plain(left)}{before}**{plain(line.word)}**{after}{plain(right)}"
