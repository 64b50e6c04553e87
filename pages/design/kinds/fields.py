"""What kinds share: the text, an explanation, whether it must be answered, and ways out of the options."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import CANT_SAY, Question, YesNo
from survey_engine.design.kinds.choice import OpenChoice, ShownAs
from survey_engine.design.kinds.graded import Graded
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

T = TypeVar("T", bound=Question)
C = TypeVar("C", bound=OpenChoice)
S = TypeVar("S", bound=Graded | YesNo)
WAYS = {ShownAs.LIST: mark("All below one another"), ShownAs.SEARCH: mark("A long list with search")}


def edit_common(question: T, languages: Sequence[str], *, label: str = "", explanation: str = "") -> T:
    """Draw the fields for text and explanation and return the question with them."""
    text = edit_texts(label or _("Question"), question.text, languages, key=f"{question.id}-text", lines=2)
    help = edit_texts(
        explanation or _("Explanation under it (may stay empty)"),
        question.help,
        languages,
        key=f"{question.id}-help",
        lines=2,
    )
    return question.model_copy(update={"text": text, "help": help})


def edit_required(question: T) -> T:
    """Draw whether the question must be answered before one can go on in an open survey."""
    required = st.checkbox(
        _("Must be answered in an open survey"),
        value=question.required,
        key=f"{question.id}-required",
        help=_("In a live session nobody is held back."),
    )
    return question.model_copy(update={"required": required})


def edit_ways(question: C) -> C:
    """Draw how the options are offered, and whether people may answer something else in words."""
    shown_as = st.selectbox(
        _("How the options are shown"),
        list(WAYS),
        index=list(WAYS).index(question.shown_as),
        format_func=lambda way: _(WAYS[ShownAs(way)]),
        key=f"{question.id}-shown-as",
    )
    other = st.checkbox(
        _("Offer “Other” with room to write"),
        value=question.other,
        key=f"{question.id}-other",
        help=_("What people write there is for you; the room sees how many chose it."),
    )
    return question.model_copy(update={"shown_as": ShownAs(shown_as), "other": other})


def edit_cant_say(question: S) -> S:
    """Draw whether people may say that they can't say."""
    way_out = st.checkbox(_("Offer “can't say”"), value=question.cant_say, key=f"{question.id}-cant-say")
    return question.model_copy(update={"cant_say": way_out})


def preview_codes(question: Question, language: str, key: str) -> None:
    """Draw what can be chosen as one choice, as a participant sees it."""
    cant_say = translations(language).gettext("Can't say")
    labels = {code: plain(pick(question.label(code), language)) for code in question.codes()}
    st.radio(
        plain(pick(question.text, language)),
        list(labels),
        index=None,
        format_func=lambda code: cant_say if code == CANT_SAY else labels[code] or code,
        key=key,
        label_visibility="collapsed",
    )
