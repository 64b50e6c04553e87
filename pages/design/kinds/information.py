"""Writing and showing something to read."""

from collections.abc import Sequence

from pages.design.kinds.fields import edit_common
from pages.ui.i18n import _
from survey_engine.design.kinds import Information
from survey_engine.i18n import mark

TITLE = mark("Information")
ABOUT = mark("Something to read before a question; nobody answers it.")
ICON = ":material/info:"


def edit(question: Information, languages: Sequence[str]) -> Information:
    """Draw the fields inside a form and return the information as it was written."""
    return edit_common(question, languages, label=_("Heading"), explanation=_("Text to read"))


def preview(question: Information, language: str, key: str) -> None:
    """Draw nothing more: the heading and the text are all there is."""
