"""By group: one question or theme, each group with its n and interval, and how far apart they are."""

import streamlit as st

from pages.compare.parts.choosing import any_left_out, comparable_chosen, sessions_chosen
from pages.compare.parts.drawing import (
    show_chart,
    show_clear_differences,
    show_legend,
    show_spread,
    show_tables,
)
from pages.compare.parts.rows import chart_row, scale_axis, share_axis
from pages.ui.cached import cached
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, language
from pages.ui.parts.rewording import draw_earlier_wording
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench
from survey_engine.compare.models import LineKind

study = study_or_stop()
bench = workbench()
comparisons = bench.comparisons

st.title(_("By group"))
choices, others = st.columns([3, 1])
comparables = comparisons.lines(study.id, language=language())
if not comparables:
    st.info(_("Nothing to compare yet. Collect answers to a question with choices, or keep a theme first."))
    st.stop()
with choices:
    chosen = comparable_chosen(comparables)
with others:
    session_ids = sessions_chosen(bench.sessions.of_study(study.id))

with problems_shown():
    found = cached(
        "by_group", study.id, comparisons.revision(study.id), chosen.id, session_ids, language(),
        compute=lambda: comparisons.by_group(study.id, chosen.id, session_ids=session_ids, language=language()),
    )  # fmt: skip
    axis = scale_axis(found.lines[0]) if found.lines and found.kind is LineKind.SCALE else share_axis()
    draw_earlier_wording(found.earlier)
    if found.lines:
        show_legend(found.people, study.k)
        show_chart([chart_row(line, label=line.label) for line in found.lines], axis, name=found.label)
        show_clear_differences(found.lines)
        show_tables(found.lines, in_full=False)
        if found.spread:
            show_spread(found.lines[0], found.spread)
    if any_left_out(comparables, bench.results.questions(study.id)):
        st.caption(
            _(
                "Rankings, dates, numbers with a wide range and people's own words are not compared here: "
                "see them under Answers, or keep themes of the words."
            )
        )
    st.caption(_("Fewer than {k} people are not shown, nor what would give them away.").format(k=found.k))
