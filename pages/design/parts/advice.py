"""Advice on the wording of questions and the time that answering takes; it holds nothing back."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

import streamlit as st

from pages.ui.cached import cached
from pages.ui.i18n import _, language_name, ngettext
from pages.ui.plain import plain
from survey_engine.design.answering_time import answering_minutes
from survey_engine.design.kinds import AnyQuestion
from survey_engine.design.models import Form, Questionnaire, Study
from survey_engine.design.wording import Advice, advise, advise_question, advise_time, same_in_languages

LONGEST_PASSAGE = 90
MOST_MINUTES = 120


def draw_question_advice(question: AnyQuestion, languages: Sequence[str]) -> None:
    """Draw the advice on one question as it stands in the editor; nothing where there is none."""
    found = advise_question(question, languages)
    if found:
        st.subheader(_("Advice on the wording"), anchor=False)
        st.caption(_("For you to weigh: everything can be saved and published as it is."))
    _draw_all(found, languages)


def advice_on(study: Study, questionnaire: Questionnaire, form: Form) -> tuple[Advice, ...]:
    """Return the advice on a whole questionnaire, worked out anew only when it has changed."""
    languages = tuple(study.languages)
    return cached(
        "wording",
        questionnaire.id,
        questionnaire.revision,
        languages,
        compute=lambda: advise(form, languages),
    )


def draw_advice_count(advice: Sequence[Advice], question_id: str) -> None:
    """Draw what the advice on a question is about, in one line; the editor says more."""
    found = [one for one, _codes in same_in_languages([a for a in advice if a.question_id == question_id])]
    if found:
        counted = ngettext("{n} piece of advice", "{n} pieces of advice", len(found)).format(n=len(found))
        titles = dict.fromkeys(one.title(_) for one in found)
        st.caption(f"{counted}: {', '.join(titles)}")


def draw_answering_time(study: Study, questionnaire: Questionnaire, form: Form) -> None:
    """Draw how long answering takes in each language, and advice where that is more than is meant for it."""
    if not any(question.takes_answers for question in form.questions):
        return
    languages = tuple(study.languages)
    minutes = cached(
        "answering-time",
        questionnaire.id,
        questionnaire.revision,
        languages,
        compute=lambda: [answering_minutes(form, code) for code in languages],
    )
    st.caption(_time_line(dict(zip(languages, minutes, strict=True))))
    with st.popover(_("Time meant for answering"), type="tertiary"):
        meant = st.number_input(
            _("Minutes"), 1, MOST_MINUTES, None, key=f"minutes-{questionnaire.id}", placeholder=_("not set")
        )
    if meant:
        _draw_all(advise_time(form, study.languages, minutes=meant), study.languages)


def _time_line(minutes: Mapping[str, int]) -> str:
    if len(minutes) == 1:
        return _("Answering takes about {n} min").format(n=next(iter(minutes.values())))
    named = [f"{language_name(code)} {number}" for code, number in minutes.items()]
    return _("Answering takes about, in minutes: {languages}").format(languages=", ".join(named))


def _draw_all(advice: Sequence[Advice], languages: Sequence[str]) -> None:
    for one, codes in same_in_languages(advice):
        with st.container(border=True, gap="small"):
            st.markdown(_heading(one, codes if len(languages) > 1 else ()))
            st.markdown(plain(f"{one.why(_)} {one.better(_)}"))
            sources = "; ".join(source.short for source in one.sources)
            st.caption(_("Source: {source}").format(source=plain(sources)))


def _heading(advice: Advice, languages: Sequence[str]) -> str:
    passage = shorten(advice.passage, LONGEST_PASSAGE, placeholder=" …")
    parts = [f"**{advice.title(_)}**"]
    if passage:
        parts.append(plain(_("“{label}”").format(label=passage)))
    if languages:
        parts.append(", ".join(language_name(code) for code in languages))
    return " · ".join(parts)
