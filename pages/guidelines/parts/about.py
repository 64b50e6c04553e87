"""What a guideline says about itself, and changing it."""

import streamlit as st

from pages.guidelines.parts.markup import show_details
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import LANGUAGE_NAMES, _
from pages.ui.links import go_to, link_to
from pages.ui.plain import plain
from survey_engine.guidelines.models import Guideline
from survey_engine.workbench import Workbench


def show_about(bench: Workbench, guideline: Guideline) -> None:
    """Draw title, purpose, audience and how it was made, with the way to change them."""
    link_to("draft", _("All guidelines"), icon=":material/arrow_back:", study=guideline.study_id)
    st.title(plain(guideline.title), anchor=False)
    show_details(
        [
            (_("Purpose"), guideline.purpose),
            (_("For whom"), guideline.audience),
            (_("How it was made"), guideline.how_made),
        ]
    )
    with st.expander(_("Change what the guideline says about itself"), icon=":material/edit:"):
        _draw_editor(bench, guideline)
        if st.button(_("Delete the guideline"), icon=":material/delete:", key="delete_guideline"):
            with problems_shown():
                bench.guidelines.remove(guideline.id)
                say_after_rerun(_("Deleted: {title}").format(title=guideline.title))
                go_to("draft", study=guideline.study_id, deleted=guideline.id)


def offer_restoring(bench: Workbench, study_id: str) -> None:
    """Offer to bring back the guideline that was just deleted, as the address says."""
    deleted = st.query_params.get("deleted", "")
    if deleted and st.button(_("Bring the deleted guideline back"), icon=":material/undo:", key="restore"):
        with problems_shown():
            bench.guidelines.restore(deleted)
            go_to("draft", study=study_id, guideline=deleted)


def _draw_editor(bench: Workbench, guideline: Guideline) -> None:
    with st.form("about_guideline", border=False):
        title = st.text_input(_("Title"), guideline.title, key="about_title")
        codes = list(LANGUAGE_NAMES)
        chosen = st.selectbox(
            _("Language of the guideline"),
            codes,
            index=codes.index(guideline.language),
            format_func=LANGUAGE_NAMES.__getitem__,
            key="about_language",
        )
        purpose = st.text_area(_("Purpose"), guideline.purpose, key="about_purpose")
        audience = st.text_input(_("For whom"), guideline.audience, key="about_audience")
        how_made = st.text_area(_("How it was made"), guideline.how_made, key="about_how_made")
        if st.form_submit_button(_("Save"), type="primary"):
            with problems_shown():
                bench.guidelines.edit(
                    guideline.id,
                    title=title,
                    language=chosen,
                    purpose=purpose,
                    audience=audience,
                    how_made=how_made,
                )
                say_after_rerun(_("Saved."))
                st.rerun()
