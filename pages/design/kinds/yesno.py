"""Writing and showing a question of yes or no."""

from collections.abc import Sequence

from pages.design.kinds.fields import edit_cant_say, edit_common, edit_required, preview_codes
from survey_engine.design.kinds import YesNo
from survey_engine.i18n import mark

TITLE = mark("Yes or no")
ABOUT = mark("People say yes or no; the two words are there in every language.")
ICON = ":material/rule:"


def edit(question: YesNo, languages: Sequence[str]) -> YesNo:
    """Draw the fields inside a form and return the question as it was written."""
    return edit_cant_say(edit_required(edit_common(question, languages)))


def preview(question: YesNo, language: str, key: str) -> None:
    """Draw the answers as a participant sees them."""
    preview_codes(question, language, key)
