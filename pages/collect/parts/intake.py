"""What a file would bring in and what it would not; one click stores it, whole or only its good rows."""

import streamlit as st

from pages.ui.feedback import say_after_rerun
from pages.ui.i18n import _, ngettext
from pages.ui.plain import plain
from survey_engine.exchange.intake import Intake
from survey_engine.workbench import Workbench
from survey_engine.workbench.exchange import Kept

GOOD_ROWS, NOTHING = "good", "nothing"


def draw_intake(
    bench: Workbench,
    intake: Intake,
    *,
    study_id: str | None = None,
    title: str | None = None,
    session_title: str | None = None,
) -> Kept | None:
    """Draw the counts, the remarks and the refused rows; return what was stored once it was."""
    people, answers = len(intake.people), len(intake.said)
    st.markdown(
        "**{people} · {answers}**".format(
            people=ngettext("{n} person", "{n} people", people).format(n=people),
            answers=ngettext("{n} answer", "{n} answers", answers).format(n=answers),
        )
    )
    for remark in intake.remarks:
        st.caption(plain(remark.say(_)))
    all_or_nothing = bool(intake.refused) and _draw_refused(intake) == NOTHING
    if not st.button(_("Bring it in"), type="primary", icon=":material/upload:", disabled=all_or_nothing):
        return None
    kept = bench.files.keep(
        intake, study_id=study_id, title=title, session_title=session_title, all_or_nothing=all_or_nothing
    )
    say_after_rerun(_said(kept))
    return kept


def _draw_refused(intake: Intake) -> str:
    number = len(intake.refused)
    st.warning(
        ngettext("{n} row cannot be taken.", "{n} rows cannot be taken.", number).format(n=number),
        icon=":material/warning:",
    )
    st.dataframe(
        [
            {_("File"): refusal.file, _("Line"): refusal.line, _("Why"): refusal.why(_)}
            for refusal in intake.refused
        ],
        hide_index=True,
        alt=_("Rows that cannot be taken, with file, line and reason"),
    )
    return st.radio(
        _("What should happen?"),
        (GOOD_ROWS, NOTHING),
        format_func=lambda choice: (
            _("Keep the good rows") if choice == GOOD_ROWS else _("Take nothing; I will mend the file first")
        ),
        key="refused_choice",
    )


def _said(kept: Kept) -> str:
    stored = ngettext("{n} answer was brought in.", "{n} answers were brought in.", kept.answers).format(
        n=kept.answers
    )
    if not kept.new_groups:
        return stored
    return f"{stored} " + _("New groups: {groups}.").format(groups=", ".join(kept.new_groups))
