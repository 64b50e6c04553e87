"""The whole questionnaire below one another, with its sections and rules, in one language."""

import streamlit as st

from pages.design.kinds import EDITORS
from pages.design.parts.rule_words import rule_words
from pages.ui.i18n import _
from pages.ui.parts.picture import draw_picture
from pages.ui.plain import plain
from survey_engine.design.kinds import AnyQuestion, Information
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.models import Questionnaire, Section, Study, form_of
from survey_engine.i18n import translations
from survey_engine.texts import pick

PHONE = 390


def draw_list(study: Study, questionnaire: Questionnaire, language: str) -> None:
    """Draw all questions one below the other, as wide as a phone; nothing entered here is kept."""
    st.caption(_("All questions below one another, with their rules. What you enter here is not kept."))
    form = form_of(questionnaire)
    questions = form.questions
    asked = [question for question in questions if question.takes_answers]
    with st.form("preview", clear_on_submit=True, enter_to_submit=False, border=False):
        for question in questions:
            place = asked.index(question) + 1 if question in asked else 0
            section = form.section(question.section)
            if section and question == form.in_section(section.id)[0]:
                _draw_section(section, language)
            if question.show_if:
                st.caption(f":material/call_split: {plain(rule_words(question, form, study))}")
            with st.container(border=True, width=PHONE):
                _draw_card(study, question, language, place, len(asked))
        st.form_submit_button(_("Clear what was entered"), disabled=not asked)


def _draw_section(section: Section, language: str) -> None:
    st.header(plain(pick(section.title, language)), anchor=False)
    for paragraph in filter(None, pick(section.text, language).split("\n")):
        st.markdown(plain(paragraph))


def _draw_card(study: Study, question: AnyQuestion, language: str, place: int, most: int) -> None:
    if place:
        counted = translations(language).gettext("Question {n} of {most}")
        st.caption(plain(counted.format(n=place, most=most)))
    st.subheader(plain(pick(question.text, language)) or "…", anchor=False)
    if isinstance(question, Information):
        draw_picture(study, question, language, width=PHONE)
    help = pick(question.help, language)
    for paragraph in filter(None, help.split("\n")):
        st.markdown(plain(paragraph))
    EDITORS[question.kind].preview(question, language, f"preview-{language}-{question.id}")
    if question.decline:
        words = translations(language).gettext("Prefer not to say")
        st.checkbox(words, key=f"preview-{language}-{question.id}-declined")
    if isinstance(question, Choice) and question.shuffle:
        st.caption(_("Each person sees these in another order."))
