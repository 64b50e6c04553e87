"""Check and publish: what lacks evidence, freezing a version, and its files."""

import streamlit as st

from pages.guidelines.parts.choosing import guideline_chosen
from pages.guidelines.parts.opening import show_guidelines
from pages.guidelines.parts.preview import show_document
from pages.guidelines.parts.publishing import draw_publishing, show_findings, show_versions
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _
from pages.ui.links import link_to
from pages.ui.pickers import study_or_stop
from pages.ui.plain import plain
from pages.ui.workbench import workbench

study = study_or_stop()
bench = workbench()
guideline = guideline_chosen(bench, study)

st.title(_("Check and publish"))
if guideline is None:
    with problems_shown():
        show_guidelines(bench, study, page="publish")
    link_to("draft", _("Draft"), study=study.id)
    st.stop()

with problems_shown():
    link_to("draft", plain(guideline.title), study=study.id, guideline=guideline.id)
    checks, preview = st.tabs([_("Checks and files"), _("Preview")], key="publish_view", on_change="rerun")
    with checks:
        show_findings(guideline, bench.guidelines.findings(guideline.id))
        draw_publishing(bench, guideline)
        show_versions(bench, guideline, bench.guidelines.publications(guideline.id))
    if preview.open:
        with preview:
            show_document(bench.guidelines.document(guideline.id))
