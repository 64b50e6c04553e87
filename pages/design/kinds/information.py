"""Writing and showing something to read."""

from collections.abc import Sequence

import streamlit as st

from pages.design.kinds.fields import edit_common
from pages.design.parts.picture import edit_picture
from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.plain import plain
from survey_engine.design.kinds import Information
from survey_engine.i18n import mark, translations
from survey_engine.texts import pick

TITLE = mark("Information")
ABOUT = mark("Something to read before a question; nobody answers it.")
ICON = ":material/info:"


def edit(question: Information, languages: Sequence[str]) -> Information:
    """Draw the fields inside a form and return the information as it was written."""
    edited = edit_common(question, languages, label=_("Heading"), explanation=_("Text to read"))
    edited = edited.model_copy(update=_edit_links(question, languages))
    return edit_picture(edited, languages)


def preview(question: Information, language: str, key: str) -> None:
    """Draw the links below the heading and the text; nothing of their pages is loaded."""
    if question.link_host:
        name = pick(question.link_text, language)
        st.link_button(plain(f"{name} ({question.link_host})" if name else question.link_host), question.link)
    if question.video_host:
        name = translations(language).gettext("Watch the video")
        st.link_button(plain(f"{name} ({question.video_host})"), question.video)


def _edit_links(question: Information, languages: Sequence[str]) -> dict[str, object]:
    key = question.id
    link = st.text_input(
        _("Link to read more (may stay empty)"),
        question.link,
        key=f"{key}-link",
        placeholder="https://",
        help=_("Shown with its host, and opened only by whoever taps it."),
    )
    said = edit_texts(_("What the link leads to"), question.link_text, languages, key=f"{key}-link-text")
    video = st.text_input(
        _("Link to a video (may stay empty)"),
        question.video,
        key=f"{key}-video",
        placeholder="https://",
        help=_("A link, never a player: no other host learns who takes part."),
    )
    return {"link": link, "link_text": said, "video": video}
