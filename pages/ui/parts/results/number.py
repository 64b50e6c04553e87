"""Number: a histogram with median, mean and ends; a small room's numbers one by one."""

from pages.ui.i18n import _, language
from pages.ui.parts.results.bins import draw_bins
from survey_engine.collect.kinds import Figures
from survey_engine.design.kinds import Number
from survey_engine.texts import say_number

# So many numbers are still read one by one.
LISTED = 15


def draw(question: Number, figures: Figures) -> None:
    """Draw the histogram; in a small room every number stands below it."""
    draw_bins(question, figures.bins, figures.people, figures_note(question, figures), _listed(figures))


def figures_note(question: Number, figures: Figures) -> str:
    """Return median, mean, lowest and highest in words; '' where nobody answered."""
    if figures.median is None or figures.mean is None:
        return ""
    numbers = {
        "median": figures.median,
        "mean": round(figures.mean, question.decimals + 1),
        "least": figures.values[0],
        "most": figures.values[-1],
    }
    said = {name: question.say(number, language()) for name, number in numbers.items()}
    return _("median {median}, mean {mean}, from {least} to {most}").format(**said)


def _listed(figures: Figures) -> str:
    if not 0 < len(figures.values) <= LISTED:
        return ""
    return _("all: {numbers}").format(numbers="; ".join(say_number(v, language()) for v in figures.values))
