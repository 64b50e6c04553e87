"""Pick a quote: one that was kept before, or a passage straight from an answer."""

import streamlit as st

from pages.guidelines.parts.choosing import wording
from pages.guidelines.parts.markup import show_quote
from pages.ui.i18n import _, localised, ngettext
from survey_engine.collect.findings import FoundAnswer, Wanted
from survey_engine.design.models import Study, groups_of
from survey_engine.guidelines.facts import QuoteFact
from survey_engine.guidelines.paragraphs import quote_caption
from survey_engine.guidelines.passages import find_passage
from survey_engine.guidelines.picks import KeptQuote, Passage
from survey_engine.workbench import Workbench
from survey_engine.workbench.guidelines import Choices

MOST_ANSWERS = 50
SHORT = 90


def quote_picked(bench: Workbench, study: Study, choices: Choices, key: str) -> KeptQuote | Passage | None:
    """Return the quote or passage that was picked, shown as it will be quoted; None where there is none."""
    kept = st.radio(
        _("Where from"),
        [True, False],
        format_func=lambda kept: _("Kept quotes") if kept else _("Straight from an answer"),
        horizontal=True,
        key="quote_from",
        index=0 if choices.quotes else 1,
    )
    return _kept(choices, key) if kept else _from_answer(bench, study, key)


def _kept(choices: Choices, key: str) -> KeptQuote | None:
    if not choices.quotes:
        st.info(_("No quotes were kept in this study yet. Keep some under Themes, or pick from an answer."))
        return None
    by_id = {quote.quote_id: quote for quote in choices.quotes}
    chosen = st.selectbox(
        _("Quote"), list(by_id), format_func=lambda id: _short(by_id[id]), key=f"quote_{key}"
    )
    show_quote(by_id[chosen].text, [quote_caption(by_id[chosen], wording())])
    return KeptQuote(chosen)


def _from_answer(bench: Workbench, study: Study, key: str) -> Passage | None:
    sought = st.text_input(_("Words in the answer"), key=f"sought_{key}")
    found = bench.results.find(study.id, Wanted(text=sought), limit=MOST_ANSWERS)
    answers = {each.answer.id: each for each in found.answers if each.answer.text}
    if not answers:
        st.info(_("No answer has these words. Try others, or fewer."))
        return None
    if found.total > MOST_ANSWERS:
        more = found.total - MOST_ANSWERS
        st.caption(
            ngettext("{n} more fits: write more words.", "{n} more fit: write more words.", more).format(
                n=more
            )
        )
    chosen = answers[
        st.selectbox(
            _("Answer"),
            list(answers),
            format_func=lambda id: _cut(answers[id].answer.text or ""),
            key=f"answer_{key}",
        )
    ]
    return _passage(chosen, study, key)


def _passage(chosen: FoundAnswer, study: Study, key: str) -> Passage:
    text = chosen.answer.text or ""
    labels = {group.key: localised(group.label) for group in groups_of(study)}
    group = labels.get(chosen.group_key or "", _("group not stated"))
    show_quote(text, [f"{group} · {chosen.session.title}"])
    words = st.text_area(
        _("The passage, copied from the answer (empty: all of it)"), key=f"passage_{chosen.answer.id}_{key}"
    )
    start, end = find_passage(text, words)
    return Passage(chosen.answer.id, start, end)


def _short(quote: QuoteFact) -> str:
    return " · ".join(filter(None, [_cut(quote.text), quote.group]))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT]}…"
