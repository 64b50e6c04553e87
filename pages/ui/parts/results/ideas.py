"""Ideas: by their dots, with how many people gave them."""

from pages.ui.i18n import _
from pages.ui.parts.results.ranked import draw_ranked
from survey_engine.collect.kinds import Voices
from survey_engine.design.kinds import Ideas


def draw(question: Ideas, voices: Voices) -> None:
    """Draw what was let through, ranked."""
    draw_ranked(question, voices, text=_("Idea"), votes=_("Dots"))
