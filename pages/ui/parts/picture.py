"""A picture of a study on facilitators' pages, and where their browsers find it."""

import streamlit as st

from pages.ui.workbench import workbench
from survey_engine.design.kinds import Information
from survey_engine.design.models import Study
from survey_engine.texts import pick


def picture_address(study_id: str, picture_id: str) -> str:
    """Return the address of a picture for those who work on the study."""
    return f"/picture/{study_id}/{picture_id}"


def draw_picture(study: Study, question: Information, language: str, *, width: int) -> None:
    """Draw the picture of an information, at most so many pixels wide; nothing where it has none."""
    if question.picture:
        picture = workbench().pictures.get(study.id, picture_id=question.picture)
        alt = pick(question.picture_alt, language, study.languages)
        st.image(picture.content, width=min(width, picture.width), alt=alt)
