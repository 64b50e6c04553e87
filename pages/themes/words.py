"""Words: what was said, counted by base form, with every word one click from the answers it stands in."""

import streamlit as st

from pages.themes.parts.context import draw_context
from pages.themes.parts.equipment import say_what_is_missing
from pages.themes.parts.scope import choose_scope, sources_or_stop
from pages.themes.parts.word_table import draw_collocations, draw_words
from pages.ui.cached import cached
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
themes = bench.themes

st.title(_("Words"), anchor=False)
sources = themes.sources(study.id)
sources_or_stop(study, sources)
scope = choose_scope(sources, bench.sessions.of_study(study.id), key="words")
say_what_is_missing(themes.equipment(), model=False)

with problems_shown():
    revision = themes.revision(study.id)
    asked = (study.id, scope.questions)
    answers = len(themes.voices(*asked, session_ids=scope.sessions))
    counts = cached(
        "words", study.id, revision, scope.questions, scope.sessions,
        compute=lambda: themes.words(*asked, session_ids=scope.sessions),
    )  # fmt: skip
    if not counts:
        st.info(_("There are no words to count here."), icon=":material/info:")
        st.stop()
    st.caption(_("A word counts once in each answer, in whatever form. Choose one to see where it stands."))
    chosen = draw_words(counts, answers) or st.query_params.get("word", "") or counts[0].lemma
    lines = cached(
        "concordance", study.id, revision, scope.questions, scope.sessions, chosen,
        compute=lambda: themes.concordance(study.id, chosen, scope.questions, session_ids=scope.sessions),
    )  # fmt: skip
    draw_context(study, chosen, lines)
    pairs = cached(
        "collocations", study.id, revision, scope.questions, scope.sessions,
        compute=lambda: themes.collocations(*asked, session_ids=scope.sessions),
    )  # fmt: skip
    if pairs:
        with st.expander(_("Words side by side"), icon=":material/link:"):
            draw_collocations(pairs)
