"""One recommendation: what should be done and by whom, what it rests on, what speaks against it."""

import streamlit as st

from pages.guidelines.parts.backing import show_backing
from pages.guidelines.parts.choosing import wording
from pages.guidelines.parts.evidence import show_paragraph
from pages.guidelines.parts.markup import show_details
from pages.guidelines.parts.picker import draw_picker
from pages.guidelines.parts.revising import draw_revising
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.plain import plain
from survey_engine.design.models import Study
from survey_engine.guidelines.drafts import Draft, DraftRecommendation
from survey_engine.guidelines.facts import EvidenceFact
from survey_engine.guidelines.paragraphs import paragraph_of
from survey_engine.workbench import Workbench


def show_recommendation(bench: Workbench, study: Study, draft: Draft, each: DraftRecommendation) -> None:
    """Draw the recommendation with its evidence, who stands behind it, and the ways to change it."""
    link_to(
        "draft",
        plain(draft.guideline.title),
        icon=":material/arrow_back:",
        study=study.id,
        guideline=draft.guideline.id,
    )
    main, beside = st.columns([7, 4], gap="large")
    with main:
        _show_text(draft, each)
        _show_side(bench, study, _("What it rests on"), each.supporting, against=False)
        _show_side(bench, study, _("What speaks against it"), each.opposing, against=True)
        _show_removed(bench, study, each)
        draw_picker(bench, study, draft.guideline, each)
    with beside:
        show_backing(each, study.k)
        draw_revising(bench, draft, each)


def _show_text(draft: Draft, each: DraftRecommendation) -> None:
    chapter = draft.chapter_of(each.record.id)
    title = f" · {plain(chapter.record.title)}" if chapter else ""
    st.markdown(f"**:primary[{each.number}]**{title}")
    st.header(plain(each.record.text), anchor=False)
    record = each.record
    show_details(
        [
            (_("To whom"), record.addressee),
            (_("By when"), record.due),
            (_("How it will be seen"), record.indicator),
            (_("Why"), record.rationale),
        ]
    )


def _show_side(
    bench: Workbench, study: Study, heading: str, facts: tuple[EvidenceFact, ...], *, against: bool
) -> None:
    st.subheader(heading, anchor=False)
    if not facts:
        st.caption(_("Nobody was heard against it yet.") if against else _("Nothing yet: pick it below."))
    for fact in facts:
        left, right = st.columns([14, 1])
        with left:
            show_paragraph(paragraph_of(fact, wording(), sample=study.is_sample), against=against)
        if right.button(
            "",
            key=f"remove_{fact.evidence.id}",
            icon=":material/close:",
            help=_("Take it off"),
            type="tertiary",
        ):
            with problems_shown():
                bench.guidelines.remove_evidence(fact.evidence.id)
                say_after_rerun(_("Taken off. It can be put back below."))
                st.rerun()


def _show_removed(bench: Workbench, study: Study, each: DraftRecommendation) -> None:
    removed = bench.guidelines.removed_evidence(each.record.id)
    if not removed:
        return
    with st.expander(_("Taken off ({n})").format(n=len(removed)), icon=":material/undo:"):
        for fact in removed:
            show_paragraph(paragraph_of(fact, wording(), sample=study.is_sample))
            if st.button(_("Put back"), key=f"put_back_{fact.evidence.id}", icon=":material/undo:"):
                with problems_shown():
                    bench.guidelines.restore_evidence(fact.evidence.id)
                    st.rerun()
