"""Choosing a template: what each is for, how many questions it asks, and how long that takes."""

import streamlit as st

from pages.ui.i18n import _, language, localised, ngettext
from pages.ui.plain import plain
from survey_engine.design.answering_time import answering_minutes
from survey_engine.design.templates import Template, form_from, templates


def named_template(name: str) -> Template | None:
    """Return the template of this name, as an address has it; None where there is none."""
    return next((one for one in templates() if one.name == name), None)


def choose_template(named: Template | None = None) -> Template:
    """Draw all templates in their order, this one or else the first chosen; return what is chosen."""
    offered = sorted(templates(), key=lambda template: template.order)
    return st.radio(
        _("Start from"),
        offered,
        index=offered.index(named) if named else 0,
        format_func=lambda one: localised(one.title),
        captions=[_described(one) for one in offered],
    )


def _described(template: Template) -> str:
    about = plain(localised(template.about))
    if not template.questions:
        return about
    asked = sum(question.takes_answers for question in template.questions)
    minutes = answering_minutes(form_from(template), language())
    size = [
        ngettext("{n} question", "{n} questions", asked).format(n=asked),
        _("about {n} min to answer").format(n=minutes),
    ]
    if template.booked_minutes:
        size.append(_("a meeting of {n} min").format(n=template.booked_minutes))
    return f"{' · '.join(size)}. {about}"
