"""The picture of an information in its editor: shown, chosen, said in words, taken out."""

from collections.abc import Sequence

import streamlit as st

from pages.design.parts.texts import edit_texts
from pages.ui.i18n import _
from pages.ui.own_words import say_largest_file
from pages.ui.session import uploaded
from survey_engine.design.kinds import AnyQuestion, Information
from survey_engine.design.models import Study
from survey_engine.exchange.pictures import KINDS, LARGEST_MB
from survey_engine.workbench import Workbench


def edit_picture(question: Information, languages: Sequence[str]) -> Information:
    """Draw the fields of a picture inside a form; the file itself is taken in by `with_picture`."""
    st.file_uploader(
        _("Another picture instead") if question.picture else _("Picture (may stay empty)"),
        type=list(KINDS),
        key=_file_key(question),
        max_upload_size=LARGEST_MB,
        help=_(
            "PNG, JPEG or WebP of up to {most} MB. It is made smaller, and what the file says of place and camera is taken out."
        ).format(most=LARGEST_MB),
    )
    say_largest_file(_file_key(question), LARGEST_MB)
    alt = edit_texts(
        _("What the picture shows, in words"),
        question.picture_alt,
        languages,
        key=f"{question.id}-picture-alt",
        help=_("Read aloud to those who cannot see it; needed in every language before publishing."),
    )
    out = question.picture and st.checkbox(_("Take the picture out"), key=f"{question.id}-picture-out")
    return _without(question) if out else question.model_copy(update={"picture_alt": alt})


def with_picture(bench: Workbench, study: Study, edited: AnyQuestion) -> AnyQuestion:
    """Return the question with the picture that was chosen, taken into the study; raise as `pictures.keep`."""
    file = uploaded(_file_key(edited)) if isinstance(edited, Information) else None
    if file is None:
        return edited
    kept = bench.pictures.keep(study.id, name=file.name, content=file.getvalue())
    return edited.model_copy(
        update={"picture": kept.id, "picture_width": kept.width, "picture_height": kept.height}
    )


def _without(question: Information) -> Information:
    bare = {"picture": "", "picture_width": 0, "picture_height": 0, "picture_alt": {}}
    return question.model_copy(update=bare)


def _file_key(question: AnyQuestion) -> str:
    return f"{question.id}-picture"
