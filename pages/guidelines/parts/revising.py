"""Change a recommendation, move it, or delete it."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import go_to
from survey_engine.guidelines.drafts import Draft, DraftRecommendation
from survey_engine.workbench import Workbench


def draw_revising(bench: Workbench, draft: Draft, each: DraftRecommendation) -> None:
    """Draw the forms for one recommendation, folded."""
    with st.expander(_("Change the recommendation"), icon=":material/edit:"):
        _draw_editor(bench, each)
    with st.expander(_("Move or delete"), icon=":material/swap_vert:"):
        _draw_moving(bench, draft, each)
        if st.button(_("Delete the recommendation"), icon=":material/delete:", key="delete_recommendation"):
            with problems_shown():
                bench.guidelines.remove_recommendation(each.record.id)
                say_after_rerun(_("Deleted. It can be brought back at the end of the page."))
                go_to("draft", study=draft.guideline.study_id, guideline=draft.guideline.id)


def _draw_editor(bench: Workbench, each: DraftRecommendation) -> None:
    # A change by somebody else gives fresh fields: the keys follow what is stored.
    record, key = each.record, f"{each.record.id}_{each.record.changed_at.timestamp()}"
    with st.form(f"edit_{key}", border=False):
        text = st.text_area(_("What should be done"), record.text, key=f"edit_text_{key}")
        addressee = st.text_input(_("To whom"), record.addressee, key=f"edit_addressee_{key}")
        due = st.text_input(_("By when"), record.due, key=f"edit_due_{key}")
        indicator = st.text_input(_("How it will be seen"), record.indicator, key=f"edit_indicator_{key}")
        rationale = st.text_area(_("Why"), record.rationale, key=f"edit_rationale_{key}")
        if st.form_submit_button(_("Save"), type="primary"):
            with problems_shown():
                bench.guidelines.edit_recommendation(
                    record.id,
                    text=text,
                    addressee=addressee,
                    due=due,
                    indicator=indicator,
                    rationale=rationale,
                )
                say_after_rerun(_("Saved."))
                st.rerun()


def _draw_moving(bench: Workbench, draft: Draft, each: DraftRecommendation) -> None:
    up, down = st.columns(2)
    if up.button(_("Up"), key="recommendation_up", icon=":material/arrow_upward:", width="stretch"):
        _move(bench, each, by=-1)
    if down.button(_("Down"), key="recommendation_down", icon=":material/arrow_downward:", width="stretch"):
        _move(bench, each, by=1)
    titles = {chapter.record.id: f"{chapter.number}. {chapter.record.title}" for chapter in draft.chapters}
    others = [chapter for chapter in titles if chapter != each.record.chapter_id]
    if others:
        chosen = st.selectbox(_("To another chapter"), others, format_func=titles.__getitem__, key="move_to")
        if st.button(_("Move there"), key="move_there"):
            _move(bench, each, to=chosen)


def _move(bench: Workbench, each: DraftRecommendation, *, by: int = 0, to: str | None = None) -> None:
    with problems_shown():
        bench.guidelines.move_recommendation(each.record.id, by=by, to_chapter_id=to)
        st.rerun()
