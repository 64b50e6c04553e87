"""Indicator sets: named lists of bank questions with the direction that is better, put in whole."""

import streamlit as st

from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, localised, ngettext
from pages.ui.plain import plain
from survey_engine.design.bank import Indicator, IndicatorSet
from survey_engine.design.models import Questionnaire, Study
from survey_engine.design.templates import Better
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench

DIRECTIONS = {
    Better.HIGHER: mark("↑ higher is better"),
    Better.LOWER: mark("↓ lower is better"),
    Better.NEITHER: mark("– neither is better"),
}


def draw_sets(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw every set with its indicators and a button that puts the whole of it in."""
    texts = {kept.key: localised(kept.question.text) for kept in bench.bank.search(study.id)}
    for one in bench.bank.sets(study.id):
        with st.container(border=True, gap="small"):
            st.markdown(f"**{plain(localised(one.title))}**")
            if about := localised(one.about):
                st.caption(plain(about))
            _draw_indicators(one, texts)
            _draw_buttons(bench, study, questionnaire, one)


def draw_new_set(bench: Workbench, study: Study) -> None:
    """Draw the form for a set of one's own: its questions first, then the direction and unit of each."""
    texts = {kept.key: localised(kept.question.text) for kept in bench.bank.search(study.id)}
    with st.expander(_("Make an indicator set"), icon=":material/add:"):
        keys = st.multiselect(
            _("Questions of the set"),
            list(texts),
            format_func=lambda key: texts[key],
            placeholder=_("Choose questions of the bank"),
            key="set-keys",
        )
        with st.form("new-set", enter_to_submit=False, border=False):
            title = st.text_input(_("Title"), key="set-title")
            indicators = [_edit_indicator(key, texts[key]) for key in keys]
            saved = st.form_submit_button(_("Save the set"), type="primary")
        if saved:
            with problems_shown():
                bench.bank.save_set(study.id, title=title, indicators=indicators)
                say_after_rerun(_("Saved."))
                st.rerun()


def _edit_indicator(key: str, text: str) -> Indicator:
    st.markdown(plain(text))
    direction, unit = st.columns(2)
    with direction:
        better = st.selectbox(
            _("Better"), list(Better), format_func=lambda one: _(DIRECTIONS[one]), key=f"set-better-{key}"
        )
    with unit:
        told_in = st.text_input(_("Unit (may stay empty)"), key=f"set-unit-{key}")
    return Indicator(key=key, better=better, unit=told_in)


def _draw_indicators(one: IndicatorSet, texts: dict[str, str]) -> None:
    counted = ngettext("{n} indicator", "{n} indicators", len(one.indicators))
    with st.expander(counted.format(n=len(one.indicators))):
        for indicator in one.indicators:
            unit = f" · {indicator.unit}" if indicator.unit else ""
            text = texts.get(indicator.key, indicator.key)
            st.markdown(f"{plain(text)}  \n{_(DIRECTIONS[indicator.better])}{plain(unit)}")


def _draw_buttons(bench: Workbench, study: Study, questionnaire: Questionnaire, one: IndicatorSet) -> None:
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Put the whole set in"), key=f"insert-set-{one.id}", icon=":material/add:"):
            with problems_shown():
                bench.bank.insert(questionnaire.id, keys=[indicator.key for indicator in one.indicators])
                say_after_rerun(_("Put in at the end, but for what was there already."))
                st.rerun()
        if one.study_id == study.id and st.button(_("Delete"), key=f"delete-set-{one.id}", type="tertiary"):
            with problems_shown():
                bench.bank.delete_set(one.id)
                say_after_rerun(_("Deleted. Its questions stay in the bank."))
                st.rerun()
