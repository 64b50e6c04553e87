"""Which guideline and which recommendation a page is about: taken from the address."""

import streamlit as st

from pages.ui.cached import cached
from pages.ui.feedback import problems_shown
from pages.ui.i18n import _, language, translator
from survey_engine.design.models import Study
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.drafts import Draft, DraftRecommendation
from survey_engine.guidelines.models import Guideline
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import mark
from survey_engine.workbench import Workbench


def guideline_chosen(bench: Workbench, study: Study) -> Guideline | None:
    """Return the guideline that the address names, if it belongs to the study; otherwise say so."""
    guideline_id = st.query_params.get("guideline", "")
    if not guideline_id:
        return None
    with problems_shown():
        guideline = bench.guidelines.get(guideline_id)
        if guideline.study_id != study.id:
            raise EngineError(Problem.NOT_FOUND, what=mark("guideline"))
        return guideline
    return None


def draft_of(bench: Workbench, study: Study, guideline: Guideline) -> Draft:
    """Return the draft with everything its evidence says, read anew when anything changed."""
    draft: Draft = cached(
        "guideline_draft",
        study.id,
        bench.guidelines.revision(study.id),
        guideline.id,
        compute=lambda: bench.guidelines.draft(guideline.id),
    )
    return draft


def recommendation_chosen(draft: Draft) -> DraftRecommendation | None:
    """Return the recommendation that the address names, or None; say so where it is not there any more."""
    recommendation_id = st.query_params.get("recommendation", "")
    found = draft.recommendation(recommendation_id)
    if recommendation_id and found is None:
        st.warning(_("This recommendation is not in the draft any more. It may have been deleted."))
    return found


def wording() -> Wording:
    """Return how small sentences are written in the visitor's language."""
    return Wording(language(), translator())
