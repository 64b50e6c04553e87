"""Writing and showing a question that is answered with a day."""

import datetime
from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common, edit_required
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Date
from survey_engine.i18n import mark
from survey_engine.texts import pick

TITLE = mark("Date")
ABOUT = mark("People choose a day of the calendar.")
ICON = ":material/event:"
FIRST, LAST = datetime.date(1800, 1, 1), datetime.date(2999, 12, 31)


def edit(question: Date, languages: Sequence[str]) -> Date:
    """Draw the fields inside a form and return the question as it was written."""
    edited = edit_required(edit_common(question, languages))
    left, right = st.columns(2)
    with left:
        earliest = _edit_day(_("Earliest day (may stay empty)"), question.earliest, f"{question.id}-earliest")
    with right:
        latest = _edit_day(_("Latest day (may stay empty)"), question.latest, f"{question.id}-latest")
    return edited.model_copy(update={"earliest": earliest, "latest": latest})


def preview(question: Date, language: str, key: str) -> None:
    """Draw the field as a participant sees it."""
    st.date_input(
        plain(pick(question.text, language)),
        None,
        min_value=question.earliest or FIRST,
        max_value=question.latest or LAST,
        format="YYYY-MM-DD",
        key=key,
        label_visibility="collapsed",
        width=240,
    )


def _edit_day(label: str, day: datetime.date | None, key: str) -> datetime.date | None:
    chosen = st.date_input(label, day, min_value=FIRST, max_value=LAST, format="YYYY-MM-DD", key=key)
    return chosen if isinstance(chosen, datetime.date) else None
