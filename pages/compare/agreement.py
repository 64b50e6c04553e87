"""Shared and different: what all groups say, where they part, and what only one of them says."""

import streamlit as st

from pages.compare.parts.choosing import sessions_chosen
from pages.compare.parts.drawing import show_legend, show_section
from pages.ui.cached import cached
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, language, ngettext
from pages.ui.parts.rewording import draw_earlier_wording
from pages.ui.pickers import study_or_stop
from pages.ui.workbench import workbench
from survey_engine.compare.verdicts import Verdict

study = study_or_stop()
bench = workbench()
comparisons = bench.comparisons

heading, choice = st.columns([3, 1], vertical_alignment="bottom")
heading.title(_("What is shared, what differs"))
with choice:
    session_ids = sessions_chosen(bench.sessions.of_study(study.id))

with problems_shown():
    found = cached(
        "agreement", study.id, comparisons.revision(study.id), session_ids, language(),
        compute=lambda: comparisons.agreement(study.id, session_ids=session_ids, language=language()),
    )  # fmt: skip
    st.caption(
        _("How many people of each group said it, with 95 % intervals. Fewer than {k} are not shown.").format(
            k=study.k
        )
        + (" " + _("Invented sample.") if study.is_sample else "")
    )
    show_legend(found.people, study.k)
    for reworded in found.earlier:
        draw_earlier_wording(reworded, named=True)
    for verdict in Verdict:
        show_section(study, verdict, found.agreement.under(verdict), session_ids)
    if not found.agreement.lines:
        st.info(_("Nothing to compare yet: no group has answered. Open a session, or choose other sessions."))
    if found.themes_are_suggested:
        st.caption(_("The themes are suggestions; nobody has kept one yet."))
    if without := found.words_without_people:
        st.caption(
            ngettext(
                "{n} note or turn belongs to no participant and is counted in no group.",
                "{n} notes and turns belong to no participant and are counted in no group.",
                without,
            ).format(n=without)
        )
