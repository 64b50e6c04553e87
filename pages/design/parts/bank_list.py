"""The questions of the bank, looked through by words, and put into the questionnaire."""

import streamlit as st

from pages.design.kinds import EDITORS
from pages.ui.feedback import problems_shown, say_after_rerun
from pages.ui.i18n import _, localised, ngettext
from pages.ui.plain import plain
from survey_engine.design.bank import Kept
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.workbench import Workbench

AT_ONCE = 10


def draw_bank(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw the search, what it finds, and for each a button that puts it in."""
    text = st.text_input(_("Search the bank"), key="bank-search", icon=":material/search:")
    found = bench.bank.search(study.id, text=text)
    st.caption(ngettext("{n} question", "{n} questions", len(found)).format(n=len(found)))
    if not found:
        st.info(_("Nothing fits. Look for fewer words, or keep a question first."))
        return
    pages = -(-len(found) // AT_ONCE)
    page = st.pagination(pages, key=f"bank-page-{text}") if pages > 1 else 1
    there = {question.bank_key for question in form_of(questionnaire).questions}
    for kept in found[(page - 1) * AT_ONCE : page * AT_ONCE]:
        with st.container(border=True, gap="small"):
            _draw_kept(kept)
            _draw_buttons(bench, study, questionnaire, kept, is_there=kept.key in there)


def _draw_kept(kept: Kept) -> None:
    st.caption(f"{_(EDITORS[kept.question.kind].TITLE)} · {plain(kept.key)}")
    st.markdown(f"**{plain(localised(kept.question.text))}**")
    st.caption(_("From: {source}").format(source=plain(localised(kept.source))))


def _draw_buttons(
    bench: Workbench, study: Study, questionnaire: Questionnaire, kept: Kept, *, is_there: bool
) -> None:
    with st.container(horizontal=True, gap="small"):
        label = _("Already in the questionnaire") if is_there else _("Put into the questionnaire")
        if st.button(label, key=f"insert-{kept.key}", icon=":material/add:", disabled=is_there):
            with problems_shown():
                bench.bank.insert(questionnaire.id, keys=[kept.key])
                say_after_rerun(_("Put in at the end."))
                st.rerun()
        if kept.study_id == study.id and st.button(
            _("Take out of the bank"), key=f"drop-{kept.key}", type="tertiary"
        ):
            with problems_shown():
                bench.bank.drop(study.id, key=kept.key)
                say_after_rerun(_("Taken out of the bank. Questionnaires that use it keep it."))
                st.rerun()
