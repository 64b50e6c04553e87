"""Who sees a question: its rule in words, and conditions that are picked, each stored as soon as it is added.

Which question it is about stands in the address.
"""

import streamlit as st

from pages.design.parts.rule_words import GROUP, answer_label, listed_name, rule_words
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, language_name, localised
from pages.ui.plain import plain
from pages.ui.session import OPENED
from survey_engine.design.kinds import AnyQuestion, Question
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.design.models import Form, Questionnaire, Study, form_of, groups_of
from survey_engine.design.rules import GROUP_CLAUSES, WITH_CODES, relations_of
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench

RELATIONS = {
    Relation.IS: mark("is one of"),
    Relation.IS_NOT: mark("is none of"),
    Relation.AT_LEAST: mark("is at least"),
    Relation.AT_MOST: mark("is at most"),
    Relation.ANSWERED: mark("was answered"),
}


def open_rule(questionnaire: Questionnaire, question_id: str) -> None:
    """Open the rule of a question."""
    st.query_params["questionnaire"] = questionnaire.id
    st.query_params["rule"] = question_id
    OPENED.set(question_id)
    st.rerun()


def open_rule_for(questionnaire: Questionnaire) -> AnyQuestion | None:
    """Return the question whose rule is open, or None."""
    return form_of(questionnaire).question(st.query_params.get("rule", ""))


def draw_rule_editor(bench: Workbench, study: Study, questionnaire: Questionnaire) -> None:
    """Draw who sees the question that is open, its conditions, and the fields for one more."""
    question = open_rule_for(questionnaire)
    if question is None:
        return
    form = form_of(questionnaire)
    number = form.questions.index(question) + 1
    st.subheader(_("Who sees question {n}").format(n=number), anchor=False)
    st.markdown(f"**{plain(localised(question.text))}**")
    st.markdown(plain(rule_words(question, form, study)) or _("Everybody sees it."))
    for finding in bench.questionnaires.check(questionnaire.id):
        if finding.question_id == question.id and finding.check.startswith("rule-"):
            st.warning(plain(finding.say(_, language_name)))
    _draw_conditions(bench, study, questionnaire, question)
    _draw_adding(bench, study, questionnaire, question)
    if st.button(_("Back to the questions"), icon=":material/arrow_back:"):
        st.query_params.pop("rule", None)
        st.rerun()


def _draw_conditions(
    bench: Workbench, study: Study, questionnaire: Questionnaire, question: AnyQuestion
) -> None:
    rule = question.show_if
    if len(rule.conditions) > 1:
        any_of = st.radio(
            _("What is needed"),
            [False, True],
            index=int(rule.any_of),
            format_func=lambda way: _("any of these conditions") if way else _("all of these conditions"),
            key=f"any-{question.id}",
            horizontal=True,
        )
        if any_of != rule.any_of:
            _save(bench, questionnaire, question, rule.model_copy(update={"any_of": any_of}))
    for place, condition in enumerate(rule.conditions):
        with st.container(horizontal=True, vertical_alignment="center"):
            alone = question.model_copy(update={"show_if": ShowIf(conditions=(condition,))})
            words = plain(rule_words(alone, form_of(questionnaire), study))
            st.markdown(words, width="stretch")
            if st.button(_("Take out"), key=f"out-{question.id}-{place}", type="tertiary"):
                left = (*rule.conditions[:place], *rule.conditions[place + 1 :])
                _save(bench, questionnaire, question, rule.model_copy(update={"conditions": left}))


def _draw_adding(bench: Workbench, study: Study, questionnaire: Questionnaire, question: AnyQuestion) -> None:
    form, key = form_of(questionnaire), question.id
    subjects = _subjects(form, study, question)
    if not subjects:
        st.info(
            _("No question comes before this one, and the study has no groups: there is nothing to refer to.")
        )
        return
    with st.container(border=True):
        st.markdown(_("Add a condition"))
        subject = st.selectbox(
            _("It depends on"),
            list(subjects),
            format_func=lambda id: subjects[id],
            key=f"subject-{key}",
        )
        asked = form.question(subject)
        relation = Relation(
            st.selectbox(
                _("What is asked of it"),
                list(relations_of(asked)) if asked else list(GROUP_CLAUSES),
                format_func=lambda one: _(RELATIONS[Relation(one)]),
                key=f"relation-{key}-{subject}",
            )
        )
        picked = _draw_value(study, asked, relation, f"{key}-{subject}")
        if st.button(_("Add the condition"), type="primary", icon=":material/add:", disabled=picked is None):
            rule = question.show_if
            condition = Condition(question=subject, relation=relation, **(picked or {}))
            added = rule.model_copy(update={"conditions": (*rule.conditions, condition)})
            _save(bench, questionnaire, question, added)


def _draw_value(
    study: Study, asked: Question | None, relation: Relation, key: str
) -> dict[str, tuple[str, ...] | float] | None:
    """Draw what the answer is held against; None while nothing has been picked yet."""
    if relation in WITH_CODES:
        codes = asked.codes() if asked else [group.key for group in groups_of(study)]
        chosen = st.multiselect(
            _("Answers") if asked else _("Groups"),
            codes,
            format_func=lambda code: answer_label(asked, code, study),
            key=f"codes-{key}",
            placeholder=_("Choose one or several"),
        )
        return {"codes": tuple(chosen)} if chosen else None
    if relation == Relation.ANSWERED:
        return {}
    return {"amount": float(st.number_input(_("Number"), value=1.0, step=1.0, key=f"amount-{key}"))}


def _subjects(form: Form, study: Study, question: AnyQuestion) -> dict[str, str]:
    """Return what a rule of this question can refer to: earlier questions, the latest first, and the group."""
    earlier = form.questions[: form.questions.index(question)]
    named = {one.id: listed_name(form, one) for one in reversed(earlier) if relations_of(one)}
    return named | ({"": _(GROUP)} if study.groups else {})


def _save(bench: Workbench, questionnaire: Questionnaire, question: AnyQuestion, rule: ShowIf) -> None:
    with problems_shown():
        changed = question.model_copy(update={"show_if": rule})
        bench.questionnaires.save_question(questionnaire.id, question=changed, seen=question)
        st.rerun()
