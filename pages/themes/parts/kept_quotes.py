"""The quotes that were kept, by theme: word for word, with group and session."""

from itertools import groupby

import streamlit as st

from pages.themes.parts.scope import group_label
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.design.models import Study
from survey_engine.workbench.themes import KeptQuote


def draw_quotes(study: Study, quotes: tuple[KeptQuote, ...]) -> None:
    """Draw the kept quotes under the names of their themes; those without a theme come last."""
    ordered = sorted(quotes, key=lambda k: (k.theme is None, _theme_of(k)))
    for name, under in groupby(ordered, key=_theme_of):
        st.subheader(plain(name) if name else _("Under no theme yet"), anchor=False)
        for kept in under:
            _draw_quote(study, kept)


def _theme_of(kept: KeptQuote) -> str:
    return kept.theme.name if kept.theme else ""


def _draw_quote(study: Study, kept: KeptQuote) -> None:
    with st.container(border=True, gap="xsmall"):
        if kept.voice is None:
            st.caption(_("This answer was taken back by whoever gave it; nothing of it is left."))
        else:
            st.text(kept.text)
        with st.container(horizontal=True, vertical_alignment="center"):
            if kept.voice is not None:
                about = f"{group_label(study, kept.voice.group_key)} · {kept.voice.session_title}"
                st.caption(plain(about), width="stretch")
                place = {"start": str(kept.quote.start), "end": str(kept.quote.end)}
                link_to("quotes", _("In the answer"), study=study.id, answer=kept.voice.id, **place)
            if st.button(
                _("Let go"), key=f"delete_{kept.quote.id}", icon=":material/delete:", type="tertiary"
            ):
                with problems_shown():
                    workbench().quotes.delete(kept.quote.id)
                    say_after_rerun(_("The quote is gone; the answer stays."))
                    st.rerun()
