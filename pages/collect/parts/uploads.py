"""What can be brought in: open answers, a transcript, a Polis conversation."""

import streamlit as st

from pages.collect.parts.upload_answers import draw_answers
from pages.collect.parts.upload_polis import draw_polis
from pages.collect.parts.upload_transcript import draw_transcript
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from survey_engine.design.models import Study
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench

KINDS = {
    "answers": mark("Open answers"),
    "transcript": mark("Transcript"),
    "polis": mark("Polis conversation"),
}


def draw_uploads(bench: Workbench, study: Study) -> None:
    """Draw the choice of what is brought in, and the steps for it."""
    st.header(_("Bring something in"), anchor=False)
    kind = st.segmented_control(
        _("What is it?"),
        list(KINDS),
        default="answers",
        required=True,
        format_func=lambda kind: _(KINDS[kind]),
        key="upload_kind",
    )
    with problems_shown():
        if kind == "answers":
            draw_answers(bench, study)
        elif kind == "transcript":
            draw_transcript(bench, study)
        else:
            draw_polis(bench)
