"""The questionnaire on a phone, on a laptop and on the projector, in each language, before anybody joins."""

from urllib.parse import urlencode

import streamlit as st

from pages.design.parts.preview_list import draw_list
from pages.ui.i18n import _, language_name, previewed_in
from pages.ui.invitation import invitation_to
from pages.ui.parts.frame import draw_frame
from pages.ui.parts.projector import draw_screen
from pages.ui.workbench import workbench
from survey_engine.collect.previews import PEOPLE, preview_screen
from survey_engine.design.models import Questionnaire, Study, form_of
from survey_engine.i18n import mark
from survey_engine.texts import pick

PHONE, LAPTOP = (390, 844), (1366, 768)
SCREENS = {
    "phone": mark("Phone"),
    "laptop": mark("Laptop"),
    "projector": mark("Projector"),
    "list": mark("All below one another"),
}


def draw_preview(study: Study, questionnaire: Questionnaire) -> None:
    """Draw the choice of language and screen, and the questionnaire on it."""
    if not form_of(questionnaire).questions:
        st.info(_("There is no question yet. Add one under Questions."), icon=":material/info:")
        return
    with st.container(horizontal=True):
        chosen = st.segmented_control(
            _("Language"),
            study.languages,
            default=study.languages[0],
            format_func=language_name,
            required=True,
            key="preview-language",
        )
        screen = st.segmented_control(
            _("Seen on"),
            list(SCREENS),
            default="phone",
            format_func=lambda name: _(SCREENS[name]),
            required=True,
            key="preview-screen",
        )
    if screen == "list":
        draw_list(study, questionnaire, chosen or study.languages[0])
    elif screen == "projector":
        _draw_projector(study, questionnaire, chosen or study.languages[0])
    else:
        _draw_participant(
            questionnaire, chosen or study.languages[0], LAPTOP if screen == "laptop" else PHONE
        )


def _draw_participant(questionnaire: Questionnaire, chosen: str, size: tuple[int, int]) -> None:
    st.caption(
        _("The real page of a participant, on a screen of this size. Nothing that is entered here is kept.")
    )
    answered = st.toggle(_("With sample answers"), key="preview-answers")
    if answered:
        st.caption(_("The answers are invented."))
    # The revision lets the frame load again once a question was changed.
    asked = {"lang": chosen, "r": questionnaire.revision}
    draw_frame(
        f"/{'preview-filled' if answered else 'preview'}/{questionnaire.id}?{urlencode(asked)}",
        width=size[0],
        height=size[1],
        alt=_("The questionnaire as a participant sees it"),
    )


def _draw_projector(study: Study, questionnaire: Questionnaire, shown_in: str) -> None:
    form = form_of(questionnaire)
    labels = {question.id: pick(question.text, shown_in) or "…" for question in form.questions}
    question_id = st.selectbox(
        _("Question"), list(labels), format_func=lambda id: labels.get(id, id), key="preview-question"
    )
    st.caption(
        " ".join(
            (
                _("The answers are invented: {n} people who do not exist.").format(n=PEOPLE),
                _("In the room, the projector speaks the language of its own screen."),
            )
        )
    )
    at = workbench().clock()
    screen = preview_screen(study, form, question_id, language=shown_in, at=at)
    if screen is not None:
        with previewed_in(shown_in):
            draw_screen(screen, invitation_to(screen.session), small=True)
