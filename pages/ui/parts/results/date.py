"""Date: people by day, or by month or years where the days lie far apart."""

from pages.ui.i18n import _, language
from pages.ui.parts.results.bins import draw_bins
from survey_engine.collect.kinds import Days
from survey_engine.design.kinds import Date
from survey_engine.design.kinds.date import say_day


def draw(question: Date, days: Days) -> None:
    """Draw the histogram with the first and the last day below it."""
    draw_bins(question, days.bins, days.people, days_note(days))


def days_note(days: Days) -> str:
    """Return the first and the last day in words; '' where nobody answered."""
    if days.first is None or days.last is None:
        return ""
    first, last = say_day(days.first, language()), say_day(days.last, language())
    return _("from {first} to {last}").format(first=first, last=last)
