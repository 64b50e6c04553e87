"""The five stages of a study: what is done in each, and the way there."""

import streamlit as st

from pages.start.parts.cards import counts
from pages.ui.i18n import _, ngettext
from pages.ui.links import link_to
from pages.ui.registry import PAGES, STAGES
from survey_engine.design.models import Study
from survey_engine.design.progress import Progress


def draw_stages(study: Study, progress: Progress) -> None:
    """Draw the stages in their order, each with its counts and its pages."""
    st.header(_("The way"), anchor=False)
    for number, (stage, done) in enumerate(_done(progress).items(), start=1):
        with st.container(border=True):
            name, links = st.columns([2, 3], vertical_alignment="center")
            name.markdown(f"**{number}. {_(STAGES[stage])}**  \n{done}")
            with links.container(horizontal=True):
                for entry in PAGES:
                    if entry.stage == stage and entry.needs == "study":
                        link_to(entry.path, _(entry.title), study=study.id)


def _done(progress: Progress) -> dict[str, str]:
    return {
        "design": _design(progress),
        "collect": counts(progress),
        "themes": _themes(progress),
        "compare": _("{n} groups to compare").format(n=progress.groups)
        if progress.groups > 1 and progress.answers
        else _("nothing to compare yet"),
        "guidelines": _guidelines(progress),
    }


def _design(progress: Progress) -> str:
    if not progress.questions:
        return _("no questions yet")
    questions = ngettext("{n} question", "{n} questions", progress.questions).format(n=progress.questions)
    if not progress.versions:
        return _("{questions}, not published yet").format(questions=questions)
    versions = ngettext("{n} published version", "{n} published versions", progress.versions)
    return f"{questions} · {versions.format(n=progress.versions)}"


def _themes(progress: Progress) -> str:
    if not progress.themes:
        return _("no themes yet")
    themes = ngettext("{n} theme", "{n} themes", progress.themes).format(n=progress.themes)
    quotes = ngettext("{n} quote", "{n} quotes", progress.quotes).format(n=progress.quotes)
    return f"{themes} · {quotes}"


def _guidelines(progress: Progress) -> str:
    if not progress.recommendations:
        return _("no recommendations yet")
    found = progress.recommendations
    recommendations = ngettext("{n} recommendation", "{n} recommendations", found).format(n=found)
    state = _("published") if progress.publications else _("not published yet")
    return f"{recommendations} · {state}"
