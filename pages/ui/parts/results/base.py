"""Drawing counts, lists and words: the table is the chart, so that neither goes without the other."""

import pandas as pd
import streamlit as st

from pages.ui.i18n import _, localised, ngettext
from survey_engine.collect.kinds import CountRow, Counts, Listing, WordCounts
from survey_engine.design.kinds import CANT_SAY, DECLINED, Question, Scale
from survey_engine.design.kinds.statement import AGREE, DISAGREE, PASS
from survey_engine.i18n import mark

OWN_WORDS = {
    AGREE: mark("Agree"),
    DISAGREE: mark("Disagree"),
    PASS: mark("Pass"),
    CANT_SAY: mark("Can't say"),
    DECLINED: mark("Prefer not to say"),
}


def code_label(question: Question, code: str) -> str:
    """Return what a code means, in the visitor's language; a point of a scale with its labelled end."""
    own = localised(question.label(code))
    if isinstance(question, Scale) and code.isdigit():
        return f"{code} · {own}" if own else code
    return own or (_(OWN_WORDS[code]) if code in OWN_WORDS else code)


def people_said(number: int) -> str:
    """Return how many people answered, as a sentence."""
    return ngettext("{n} person answered", "{n} people answered", number).format(n=number)


def people_declined(number: int) -> str:
    """Return how many people preferred not to say, as a sentence."""
    return ngettext("{n} person preferred not to say", "{n} people preferred not to say", number).format(
        n=number
    )


def draw_counts(question: Question, counts: Counts) -> None:
    """Draw how many people chose what, in the order of the question, with n."""
    rows = [(_row_label(question, row), row.people) for row in counts.rows]
    _draw_bars(rows, counts.people, alt=_spoken(question, rows, counts.people))
    st.caption(people_said(counts.people))
    if counts.others:
        st.caption(_("Written beside “Other”"))
        for answer in reversed(counts.others):
            st.text(answer.text)


def draw_listing(question: Question, listing: Listing) -> None:
    """Draw people's own words, exactly as given, the latest first."""
    st.caption(people_said(listing.people))
    for answer in reversed(listing.answers):
        st.text(answer.text)


def draw_words(question: Question, words: WordCounts) -> None:
    """Draw words by the number of people who said them, with the forms that were counted together."""
    rows = [(row.shown, row.people) for row in words.rows]
    forms = [", ".join(form for form, _people in row.forms) for row in words.rows]
    _draw_bars(rows, words.people, alt=_spoken(question, rows, words.people), forms=forms)
    st.caption(people_said(words.people))


def _row_label(question: Question, row: CountRow) -> str:
    label = code_label(question, row.code)
    return _("{answer} (counted apart)").format(answer=label) if row.set_apart else label


def _draw_bars(rows: list[tuple[str, int]], people: int, *, alt: str, forms: list[str] | None = None) -> None:
    columns: dict[str, list[str] | list[int]] = {
        "answer": [label for label, _people in rows],
        "people": [number for _label, number in rows],
    }
    if forms is not None:
        columns["forms"] = forms
    most = max([number for _label, number in rows] + [1])
    st.dataframe(
        pd.DataFrame(columns),
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= 8 else 320,
        alt=alt,
        column_config={
            "answer": st.column_config.TextColumn(_("Answer"), width="medium"),
            "people": st.column_config.ProgressColumn(
                _("People"), min_value=0, max_value=max(people, most), format="%d"
            ),
            "forms": st.column_config.TextColumn(_("Forms counted together")),
        },
    )


def _spoken(question: Question, rows: list[tuple[str, int]], people: int) -> str:
    said = "; ".join(f"{label}: {number}" for label, number in rows[:12])
    return f"{localised(question.text)} {people_said(people)}. {said}"
