"""Answers: everything that was said in a study, word for word, to be looked through."""

import streamlit as st

from pages.collect.parts.answer_card import draw_answer
from pages.collect.parts.answer_filter import choose_wanted
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, ngettext
from pages.ui.links import link_to
from pages.ui.parts.results import draw_result
from pages.ui.parts.rewording import draw_earlier_wording
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench
from survey_engine.workbench.results import PAGE

study = study_or_stop()
bench = workbench()

st.title(_("Answers"))
with problems_shown():
    sessions, questions = bench.sessions.of_study(study.id), bench.results.questions(study.id)
    wanted = choose_wanted(study, sessions, questions)
    total = bench.results.find(study.id, wanted, limit=0).total
    question = next((q for q in questions if q.id == wanted.question_id), None)
    chosen = [s.id for s in sessions if wanted.session_id in (None, s.id)]
    if question and total:
        draw_earlier_wording(bench.results.earlier(study.id, question.id, session_ids=chosen))
    if question and total and not wanted.text and (question.takes_contributions or not question.takes_text):
        draw_result(question, bench.results.summary(chosen, question.id, group=wanted.group_key))
    st.caption(ngettext("{n} answer", "{n} answers", total).format(n=total))
    if not total:
        st.info(_("Nothing fits. Choose less narrowly, or collect answers first."), icon=":material/info:")
        link_to("sessions", _("To the sessions"), study=study.id)
        st.stop()
    pages = -(-total // PAGE)
    page = st.pagination(pages, key=f"answers_page_{wanted}") if pages > 1 else 1
    for found in bench.results.find(study.id, wanted, offset=(page - 1) * PAGE).answers:
        draw_answer(study, found)
