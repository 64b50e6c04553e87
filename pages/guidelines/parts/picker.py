"""Pick evidence: a quote, a theme, a result, a comparison or an outside source, for or against."""

import streamlit as st

from pages.guidelines.parts.picking_figures import comparison_picked, result_picked, theme_picked
from pages.guidelines.parts.picking_quotes import quote_picked
from pages.ui.cached import cached
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _
from survey_engine.design.models import Study
from survey_engine.guidelines.drafts import DraftRecommendation
from survey_engine.guidelines.models import EvidenceKind, Guideline, SourceKind, Stance
from survey_engine.guidelines.picks import OutsideSource, Passage, Pick
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench
from survey_engine.workbench.guidelines import Choices

KINDS = {
    EvidenceKind.QUOTE: mark("Quote"),
    EvidenceKind.THEME: mark("Theme"),
    EvidenceKind.RESULT: mark("Result"),
    EvidenceKind.COMPARISON: mark("Comparison"),
    EvidenceKind.SOURCE: mark("Outside source"),
}
STANCES = {Stance.FOR: mark("It rests on this"), Stance.AGAINST: mark("This speaks against it")}
SOURCES = {
    SourceKind.LAW: mark("law"),
    SourceKind.STANDARD: mark("standard"),
    SourceKind.STUDY: mark("study"),
    SourceKind.PRACTICE: mark("practice elsewhere"),
}


def draw_picker(bench: Workbench, study: Study, guideline: Guideline, each: DraftRecommendation) -> None:
    """Draw the choice of evidence and the button that attaches it."""
    # The number in the keys gives empty fields after each piece that was attached.
    key = f"{each.record.id}_{len(each.evidence)}"
    with st.container(border=True):
        st.subheader(_("Attach evidence"), anchor=False)
        stance = st.segmented_control(
            _("Side"),
            list(STANCES),
            default=Stance.FOR,
            format_func=lambda stance: _(STANCES[stance]),
            key=f"stance_{key}",
            required=True,
        )
        kind = st.segmented_control(
            _("Kind"),
            list(KINDS),
            default=EvidenceKind.QUOTE,
            format_func=lambda kind: _(KINDS[kind]),
            key="evidence_kind",
            required=True,
        )
        with problems_shown():
            picked = _picked(bench, study, guideline, kind, key)
            why = st.text_input(_("Why it matters (may stay empty)"), key=f"why_{key}")
            if st.button(_("Attach"), type="primary", key="attach", disabled=picked is None) and picked:
                bench.guidelines.attach(each.record.id, picked, stance=stance, why=why)
                say_after_rerun(_("Attached."))
                st.rerun()


def _picked(
    bench: Workbench, study: Study, guideline: Guideline, kind: EvidenceKind, key: str
) -> Pick | Passage | None:
    if kind == EvidenceKind.SOURCE:
        return _source_picked(key)
    choices: Choices = cached(
        "guideline_choices",
        study.id,
        bench.guidelines.revision(study.id),
        guideline.id,
        compute=lambda: bench.guidelines.choices(guideline.id),
    )
    match kind:
        case EvidenceKind.QUOTE:
            return quote_picked(bench, study, choices, key)
        case EvidenceKind.THEME:
            return theme_picked(choices, key)
        case EvidenceKind.RESULT:
            return result_picked(choices, key)
    return comparison_picked(choices, key)


def _source_picked(key: str) -> OutsideSource:
    left, right = st.columns([1, 2])
    kind = left.selectbox(
        _("What it is"),
        list(SOURCES),
        format_func=lambda kind: _(SOURCES[kind]),
        key=f"source_kind_{key}",
    )
    title = right.text_input(_("Title"), key=f"source_title_{key}")
    place = left.text_input(_("Article or page"), key=f"source_place_{key}")
    url = right.text_input(_("Link"), key=f"source_url_{key}", placeholder="https://")
    return OutsideSource(kind, title, place, url)
