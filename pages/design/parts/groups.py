"""The groups of a study: who a participant may say they are."""

import streamlit as st

from pages.design.parts.rows import close_rows, draw_rows, has_rows, open_rows
from pages.design.parts.study import save_study
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from survey_engine.design.models import Group, Study, groups_of
from survey_engine.texts import has_text
from survey_engine.workbench import Workbench


def draw_groups(bench: Workbench, study: Study, *, fresh: bool) -> None:
    """Draw the form for the groups; rows without a name are left out. `fresh`: it was just opened."""
    st.header(_("Groups"), anchor=False)
    st.markdown(
        _(
            "Who a participant may say they are, such as NGO, council, staff, resident. Answers are compared by these."
        )
    )
    known = {group.key: group for group in groups_of(study)}
    if fresh or not has_rows(study.id):
        open_rows(study.id, list(known), empty=0 if known else 2)
    edited: list[Group] = []

    def draw(row: str, number: int) -> None:
        label = known[row].label if row in known else {}
        texts = edit_texts(
            _("Group {n}").format(n=number), label, study.languages, key=f"{study.id}-group-{row}"
        )
        if has_text(texts):
            edited.append(Group(key=row if row in known else "", label=texts))

    with st.form(f"groups-{study.id}", enter_to_submit=False):
        draw_rows(draw, key=f"groups-{study.id}", add=_("Add a group"))
        saved = st.form_submit_button(_("Save the groups"), type="primary")
    if saved:
        save_study(bench, study, {"groups": edited}, then=close_rows)
