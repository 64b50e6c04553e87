"""The three ways of collecting, in words."""

from pages.ui.i18n import _
from survey_engine.collect.models import Mode
from survey_engine.i18n import mark

NAMES = {
    Mode.LIVE: mark("Live session"),
    Mode.SURVEY: mark("Open survey"),
    Mode.RECORD: mark("Notes only"),
}
EXPLAINED = {
    Mode.LIVE: mark("You open the questions one by one; the room answers on its own phones."),
    Mode.SURVEY: mark("People fill in the questionnaire by link, each at their own pace, over days."),
    Mode.RECORD: mark("Nobody joins; a note-taker writes down what is said aloud, by which group."),
}


def mode_name(mode: Mode) -> str:
    """Return the name of a way of collecting."""
    return _(NAMES[Mode(mode)])


def mode_explained(mode: Mode) -> str:
    """Return what a way of collecting means for the people in the room."""
    return _(EXPLAINED[Mode(mode)])
