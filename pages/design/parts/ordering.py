"""The order of a questionnaire as one list to be dragged: sections and questions together."""

import streamlit as st

from pages.design.parts.rule_words import listed_name
from pages.design.parts.undoing import draw_undo
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, localised
from pages.ui.parts.outline import OutlineRow, draw_outline
from survey_engine.design.models import Form, Questionnaire, form_of
from survey_engine.workbench import Workbench


def draw_ordering(bench: Workbench, questionnaire: Questionnaire) -> None:
    """Draw the list; what was put elsewhere is stored at once, and can be undone."""
    form = form_of(questionnaire)
    st.caption(
        _(
            "Drag by the handle, or go to a handle with Tab, lift with Space, move with the arrow keys and put down with Space. A question belongs to the section above it."
        )
    )
    draw_undo(bench, questionnaire, key="undo-order")
    order = draw_outline(_rows(form), key=f"outline-{questionnaire.id}")
    if order is not None and order != form.outline:
        with problems_shown():
            bench.sections.arrange(questionnaire.id, outline=order)
            st.rerun()


def _rows(form: Form) -> tuple[OutlineRow, ...]:
    rows = []
    for id in form.outline:
        question, section = form.question(id), form.section(id)
        if question is not None:
            rows.append(OutlineRow(id, listed_name(form, question), is_heading=False))
        elif section is not None:
            title = localised(section.title) or _("(section without a heading)")
            rows.append(OutlineRow(id, title, is_heading=True))
    return tuple(rows)
