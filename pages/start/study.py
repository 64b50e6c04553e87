"""Overview of one study: how far each stage has come, the next step, and who may work on it."""

import streamlit as st

from pages.start.parts.sharing import draw_archiving, draw_sharing
from pages.start.parts.stages import draw_stages
from pages.start.parts.steps import STEPS
from pages.ui.columns import reading_column
from pages.ui.i18n import _, language_name, localised
from pages.ui.links import go_to
from pages.ui.pickers import study_or_stop
from pages.ui.plain import plain
from pages.ui.workbench import workbench
from survey_engine.design.models import groups_of

study = study_or_stop()
bench = workbench()
progress = bench.studies.progress(study.id)

with reading_column():
    st.title(plain(study.title), anchor=False)
    if study.is_sample:
        st.badge(_("invented sample"), color="gray")
    groups = ", ".join(localised(group.label) for group in groups_of(study))
    spoken = ", ".join(language_name(code) for code in study.languages)
    st.caption(" · ".join(plain(part) for part in (study.place, groups, spoken) if part))
    if study.purpose:
        st.markdown(plain(study.purpose))
    with st.container(border=True):
        words, page = STEPS[progress.next_step]
        st.caption(_("Next step"))
        if st.button(_(words), type="primary"):
            go_to(page, study=study.id)
    draw_stages(study, progress)
    draw_sharing(bench, study)
    draw_archiving(bench, study)
