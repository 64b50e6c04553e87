"""Which way to involve people: a few picks, what fits, why, and where asking would be a pretence."""

import streamlit as st

from pages.start.parts.guidance import draw_cautions, draw_guidance
from pages.start.parts.picks import draw_picks
from pages.ui.columns import reading_column
from pages.ui.i18n import _, ngettext
from pages.ui.workbench import workbench
from survey_engine.design.guiding import guide, missing_picks, warnings_for

workbench()

with reading_column():
    st.title(_("Which way to involve people?"), anchor=False)
    st.markdown(
        _(
            "Say how things stand, as honestly as to a colleague. You will see which ways fit, why, what "
            "speaks against them, and where it would be better not to ask. The picks stand in the address "
            "of this page: it can be sent to others as it is, and nothing is stored."
        )
    )
    situation = draw_picks()
    if missing := len(missing_picks(situation)):
        draw_cautions(warnings_for(situation))
        st.info(
            ngettext(
                "{n} more pick, and you will see what fits.",
                "{n} more picks, and you will see what fits.",
                missing,
            ).format(n=missing),
            icon=":material/checklist:",
        )
    else:
        draw_guidance(guide(situation))
