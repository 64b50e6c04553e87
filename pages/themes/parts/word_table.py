"""Words by how many said them: bars, and beside them the table with the forms that were counted together."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.themes.parts.bars import bars
from pages.ui.i18n import _, language_name
from survey_engine.themes.words import Collocation, WordCount

MOST_BARS = 15


def draw_words(counts: Sequence[WordCount], answers: int) -> str | None:
    """Draw the words of so many answers and return the one that was chosen in the table."""
    rows = [(count.lemma, count.answers) for count in counts[:MOST_BARS]]
    said = "; ".join(f"{word}: {number}" for word, number in rows)
    table, chart = st.columns([3, 2])
    with chart:
        st.vega_lite_chart(
            bars(rows, title=_("Answers with the word, of {n}").format(n=answers)),
            width="stretch",
            alt=_("Words by the number of answers, of {n}: {words}").format(n=answers, words=said),
        )
    with table:
        return _draw_table(counts)


def _draw_table(counts: Sequence[WordCount]) -> str | None:
    chosen = st.dataframe(
        pd.DataFrame(
            {
                "word": [count.lemma for count in counts],
                "answers": [count.answers for count in counts],
                "people": [count.people for count in counts],
                "forms": [", ".join(f"{form} {n}" for form, n in count.forms) for count in counts],
                "language": [language_name(c.language) if c.language else "" for c in counts],
            }
        ),
        key="words_table",
        hide_index=True,
        height=420,
        on_select="rerun",
        selection_mode="single-row",
        alt=_("Words with their forms"),
        column_config={
            "word": st.column_config.TextColumn(_("Word"), width=120),
            "answers": st.column_config.NumberColumn(_("Answers"), width=70),
            "people": st.column_config.NumberColumn(_("People"), width=65),
            "forms": st.column_config.TextColumn(_("Forms counted together"), width=150),
            "language": st.column_config.TextColumn(_("Language"), width="small"),
        },
    )
    places = chosen["selection"]["rows"]
    return counts[places[0]].lemma if places and places[0] < len(counts) else None


def draw_collocations(pairs: Sequence[Collocation]) -> None:
    """Draw pairs of words that stand side by side oftener than by chance."""
    st.dataframe(
        pd.DataFrame(
            {
                "words": [" ".join(pair.words) for pair in pairs],
                "together": [pair.together for pair in pairs],
                "score": [round(pair.score, 1) for pair in pairs],
            }
        ),
        hide_index=True,
        alt=_("Pairs of words side by side"),
        column_config={
            "words": st.column_config.TextColumn(_("Words side by side")),
            "together": st.column_config.NumberColumn(_("Times"), width="small"),
            "score": st.column_config.NumberColumn(_("Log-likelihood"), width="small"),
        },
    )
    st.caption(
        _("In base form. A log-likelihood over 10.8 would come by chance less than once in a thousand.")
    )
