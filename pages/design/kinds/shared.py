"""What is chosen for every kind alike: a way to say nothing, another order for each person, a choice beforehand."""

from typing import TypeVar

import streamlit as st

from pages.ui.i18n import _
from pages.ui.parts.results import code_label
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.choice import Choice

T = TypeVar("T", bound=Question)


def edit_shared(question: T) -> T:
    """Draw the fields that every kind has at the end of its form; return the question with them."""
    if not question.takes_answers or question.takes_contributions:
        return question
    changes: dict[str, object] = {
        "decline": st.checkbox(
            _("Offer “Prefer not to say”"),
            value=question.decline,
            key=f"{question.id}-decline",
            help=_("Counted apart from all answers, and in no share."),
        )
    }
    if isinstance(question, Choice):
        changes["shuffle"] = st.checkbox(
            _("Another order for each person"),
            value=question.shuffle,
            key=f"{question.id}-shuffle",
            help=_(
                "What stands first is chosen more often. “Other” and “None of these” stay last; each person keeps their order."
            ),
        )
        changes["stay_last"] = st.number_input(
            _("Of these, the last ones keep their place"),
            0,
            max(len(question.options), question.stay_last),
            question.stay_last,
            key=f"{question.id}-stay-last",
            help=_("Such as “nothing of this” or “I can't say” among your own options."),
        )
    if question.takes_default:
        changes["default"] = _edit_default(question)
    return question.model_copy(update=changes)


def _edit_default(question: Question) -> tuple[str, ...]:
    """Draw what is chosen beforehand: from the codes that there are, or as a number."""
    label, key = _("Chosen beforehand (best left empty)"), f"{question.id}-default"
    help = _("People who do not care leave it as it is, and it looks like an answer.")
    codes = question.codes()
    kept = [code for code in question.default if code in codes]
    if not codes and question.has_numbers:
        written = st.text_input(label, value=next(iter(question.default), ""), key=key, help=help)
        return (written.strip(),) if written.strip() else ()
    if question.picks_one:
        chosen = st.selectbox(
            label,
            codes,
            index=codes.index(kept[0]) if kept else None,
            format_func=lambda code: code_label(question, code),
            key=key,
            help=help,
            placeholder=_("nothing"),
        )
        return (chosen,) if chosen else ()
    several = st.multiselect(
        label,
        codes,
        default=kept,
        format_func=lambda code: code_label(question, code),
        key=key,
        help=help,
        placeholder=_("nothing"),
    )
    return tuple(several)
