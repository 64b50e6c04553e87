"""What a person decides about a theme: keep, rename, merge, dismiss. Each is one call of the workbench."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.workbench import workbench
from survey_engine.design.models import Study
from survey_engine.themes.codings import ThemeCard
from survey_engine.themes.models import Theme, ThemeState


def draw_decisions(study: Study, card: ThemeCard, themes: tuple[Theme, ...]) -> None:
    """Draw the decisions in one line."""
    theme, service = card.theme, workbench().themes
    with st.container(horizontal=True):
        if theme.state != ThemeState.KEPT and st.button(
            _("Keep"), key=f"keep_{theme.id}", type="primary", icon=":material/check:"
        ):
            with problems_shown():
                service.keep(theme.id)
                _done(_("The theme is kept; new runs leave it alone."))
        with st.popover(_("Rename"), key=f"rename_{theme.id}", icon=":material/edit:"):
            _draw_rename(theme)
        others = {other.id: other.name for other in themes if other.id != theme.id}
        if others:
            with st.popover(_("Merge"), key=f"merge_{theme.id}", icon=":material/merge:"):
                _draw_merge(theme, others)
        if st.button(_("Dismiss"), key=f"dismiss_{theme.id}", icon=":material/close:"):
            with problems_shown():
                service.dismiss(theme.id)
                _done(_("The theme is dismissed; its answers are free again."))


def _draw_rename(theme: Theme) -> None:
    with st.form(f"rename_form_{theme.id}", border=False):
        name = st.text_input(_("Name of the theme"), value=theme.name)
        definition = st.text_area(_("What belongs to it (if you like)"), value=theme.definition)
        if st.form_submit_button(_("Save"), type="primary"):
            with problems_shown():
                workbench().themes.rename(theme.id, name=name, definition=definition)
                _done(_("The theme has its name; new runs leave it alone."))


def _draw_merge(theme: Theme, others: dict[str, str]) -> None:
    with st.form(f"merge_form_{theme.id}", border=False):
        chosen = st.multiselect(
            _("Put these themes into it"), list(others), format_func=lambda one: others.get(one, one)
        )
        name = st.text_input(_("Name of the whole"), value=theme.name)
        if st.form_submit_button(_("Merge"), type="primary") and chosen:
            with problems_shown():
                workbench().themes.merge([theme.id, *chosen], name=name)
                _done(_("The themes are one now."))


def _done(words: str) -> None:
    say_after_rerun(words)
    st.rerun()
