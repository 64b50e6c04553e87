"""The outline of a draft: chapters, and in each its recommendations with who stands behind them."""

import streamlit as st

from pages.guidelines.parts.backing import backing_line
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.guidelines.drafts import Draft, DraftChapter, DraftRecommendation
from survey_engine.workbench import Workbench
from survey_engine.workbench.guidelines.deleted import Deleted, Part


def show_outline(bench: Workbench, draft: Draft) -> None:
    """Draw all chapters, then a form for another one and what was deleted."""
    if not draft.chapters:
        st.info(_("No chapters yet. Add the first one below."), icon=":material/info:")
    for chapter in draft.chapters:
        _show_chapter(bench, draft, chapter)
    _draw_adding_chapter(bench, draft)
    _show_deleted(bench, bench.guidelines.deleted(draft.guideline.id))


def _show_chapter(bench: Workbench, draft: Draft, chapter: DraftChapter) -> None:
    record = chapter.record
    st.header(f"{chapter.number}\\. {plain(record.title)}", anchor=False, divider="gray")
    if record.introduction:
        st.markdown(plain(record.introduction))
    for each in chapter.recommendations:
        _show_recommendation(draft, each)
    adding, changing = st.columns(2)
    with adding.expander(_("Add a recommendation"), icon=":material/add:"):
        _draw_adding(bench, chapter)
    with changing.expander(_("Change the chapter"), icon=":material/edit:"):
        _draw_changing(bench, draft, chapter)


def _show_recommendation(draft: Draft, each: DraftRecommendation) -> None:
    guideline = draft.guideline
    with st.container(border=True):
        link_to(
            "draft",
            f"**{each.number}** {plain(each.record.text)}",
            icon=":material/article:",
            study=guideline.study_id,
            guideline=guideline.id,
            recommendation=each.record.id,
        )
        st.caption(plain(" | ".join(filter(None, [each.record.addressee, backing_line(each)]))))
        if not each.has_evidence:
            nothing = _("Nothing it rests on yet: it cannot be published so.")
            st.caption(f":red[:material/warning: {nothing}]")


def _draw_adding(bench: Workbench, chapter: DraftChapter) -> None:
    # The number in the keys gives an empty form after each recommendation that was added.
    place = f"{chapter.record.id}_{len(chapter.recommendations)}"
    with st.form(f"add_{place}", border=False):
        text = st.text_area(_("What should be done"), key=f"add_text_{place}")
        addressee = st.text_input(_("To whom"), key=f"add_addressee_{place}")
        rationale = st.text_area(_("Why"), key=f"add_rationale_{place}")
        if st.form_submit_button(_("Add the recommendation"), type="primary"):
            with problems_shown():
                bench.guidelines.add_recommendation(
                    chapter.record.id, text=text, addressee=addressee, rationale=rationale
                )
                say_after_rerun(_("Added. Now attach what it rests on."))
                st.rerun()


def _draw_changing(bench: Workbench, draft: Draft, chapter: DraftChapter) -> None:
    record, key = chapter.record, chapter.record.id
    with st.form(f"chapter_{key}", border=False):
        title = st.text_input(_("Title"), record.title, key=f"chapter_title_{key}")
        introduction = st.text_area(_("Introduction"), record.introduction, key=f"chapter_introduction_{key}")
        if st.form_submit_button(_("Save"), type="primary"):
            with problems_shown():
                bench.guidelines.edit_chapter(key, title=title, introduction=introduction)
                say_after_rerun(_("Saved."))
                st.rerun()
    up, down, delete = st.columns(3)
    last = len(draft.chapters)
    if up.button(_("Up"), key=f"up_{key}", disabled=chapter.number == 1, icon=":material/arrow_upward:"):
        _move(bench, key, -1)
    if down.button(
        _("Down"), key=f"down_{key}", disabled=chapter.number == last, icon=":material/arrow_downward:"
    ):
        _move(bench, key, 1)
    if delete.button(_("Delete"), key=f"delete_{key}", icon=":material/delete:"):
        with problems_shown():
            bench.guidelines.remove_chapter(key)
            say_after_rerun(_("Deleted. It can be brought back at the end of the page."))
            st.rerun()


def _move(bench: Workbench, chapter_id: str, by: int) -> None:
    with problems_shown():
        bench.guidelines.move_chapter(chapter_id, by=by)
        st.rerun()


def _draw_adding_chapter(bench: Workbench, draft: Draft) -> None:
    key = f"new_chapter_{len(draft.chapters)}"
    with st.form(key, border=False):
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        title = left.text_input(_("Title of a new chapter"), key=f"title_{key}")
        if right.form_submit_button(_("Add the chapter"), icon=":material/add:", width="stretch"):
            with problems_shown():
                bench.guidelines.add_chapter(draft.guideline.id, title=title)
                st.rerun()


def _show_deleted(bench: Workbench, deleted: tuple[Deleted, ...]) -> None:
    if not deleted:
        return
    with st.expander(_("Deleted ({n})").format(n=len(deleted)), icon=":material/delete:"):
        for each in deleted:
            left, right = st.columns([4, 1], vertical_alignment="center")
            name = _("Chapter") if each.part is Part.CHAPTER else _("Recommendation")
            left.markdown(f"{name}: {plain(each.text)}")
            if right.button(_("Bring back"), key=f"restore_{each.id}", icon=":material/undo:"):
                _restore(bench, each)


def _restore(bench: Workbench, each: Deleted) -> None:
    guidelines = bench.guidelines
    with problems_shown():
        if each.part is Part.CHAPTER:
            guidelines.restore_chapter(each.id)
        else:
            guidelines.restore_recommendation(each.id)
        say_after_rerun(_("Brought back."))
        st.rerun()
