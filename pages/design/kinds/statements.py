"""Writing and showing a pool of statements that people vote on and add to."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.contributing import edit_contributions
from pages.design.kinds.fields import edit_common, edit_required
from pages.design.parts.options import edit_options
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Statements
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

TITLE = mark("Statements")
ABOUT = mark("People vote on one statement after the other and may add their own, which you let through.")
ICON = ":material/forum:"


def edit(question: Statements, languages: Sequence[str]) -> Statements:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    options = edit_options(
        question, languages, label=mark("Statement {n} to begin with"), add=_("Add a statement")
    )
    edited = edit_contributions(edited, _("Statements that each person may add, at most"), least=0)
    return edited.model_copy(update={"options": options})


def preview(question: Statements, language: str, key: str) -> None:
    """Draw the first statement with its votes, and the field for one's own."""
    translate = translations(language).gettext
    for option in question.options[:1]:
        st.markdown(f"> {plain(pick(option.label, language))}")
    votes = {"agree": translate("Agree"), "disagree": translate("Disagree"), "pass": translate("Pass")}
    st.segmented_control(
        plain(pick(question.text, language)),
        list(votes),
        format_func=lambda code: votes[code],
        key=key,
        label_visibility="collapsed",
    )
    if question.most:
        st.text_area(translate("Add a statement of your own"), key=f"{key}-own", height=68)
