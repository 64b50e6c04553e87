"""What is left beside the themes: the last decision, answers in no theme, a theme by hand, what was dismissed."""

from collections.abc import Sequence

import streamlit as st

from pages.themes.parts.members import draw_members
from pages.themes.parts.scope import Scope
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, ngettext
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.design.models import Study
from survey_engine.i18n import mark
from survey_engine.themes.models import Theme

DECISIONS = {
    "theme.created": mark("a theme made by hand"),
    "theme.renamed": mark("a new name"),
    "theme.kept": mark("a theme kept"),
    "theme.dismissed": mark("a theme dismissed"),
    "theme.merged": mark("themes merged"),
    "theme.split": mark("a theme split"),
    "answer.moved": mark("answers moved"),
}


def draw_undo(study: Study) -> None:
    """Offer to take back the last decision about themes, if there is one."""
    action = workbench().themes.last_decision(study.id)
    if action is None:
        return
    words = _("Take back: {what}").format(what=_(DECISIONS.get(action, action)))
    if st.button(words, key="undo", icon=":material/undo:", type="tertiary"):
        with problems_shown():
            workbench().themes.undo(study.id)
            say_after_rerun(_("Taken back."))
            st.rerun()


def draw_ends(study: Study, scope: Scope, themes: Sequence[Theme]) -> None:
    """Draw what is in no theme, a theme by hand, and what was dismissed."""
    left = workbench().themes.ungrouped(study.id, scope.questions)
    if left and themes:
        opened = st.expander(
            ngettext("{n} answer in no theme", "{n} answers in no theme", len(left)).format(n=len(left)),
            key="ungrouped",
            on_change="rerun",
        )
        if opened.open:
            with opened:
                draw_members(study, None, left, themes)
    with st.expander(_("Make a theme by hand"), icon=":material/add:"):
        _draw_new(study)
    if dismissed := workbench().themes.dismissed(study.id):
        counted = ngettext("{n} theme dismissed", "{n} themes dismissed", len(dismissed))
        with st.expander(counted.format(n=len(dismissed))):
            for theme in dismissed:
                _draw_dismissed(theme)


def _draw_new(study: Study) -> None:
    with st.form("new_theme", border=False, clear_on_submit=True):
        name = st.text_input(_("Name of the theme"))
        definition = st.text_area(_("What belongs to it (if you like)"))
        if st.form_submit_button(_("Make a theme"), type="primary"):
            with problems_shown():
                workbench().themes.create(study.id, name=name, definition=definition)
                say_after_rerun(_("There is a new theme."))
                st.rerun()


def _draw_dismissed(theme: Theme) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(theme.name), width="stretch")
        if st.button(_("Bring back"), key=f"restore_{theme.id}"):
            with problems_shown():
                workbench().themes.restore(theme.id)
                say_after_rerun(_("The theme is kept; new runs leave it alone."))
                st.rerun()
