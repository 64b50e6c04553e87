"""Questions from the audience: by votes, with those that were answered marked."""

from pages.ui.i18n import _
from pages.ui.parts.results.ranked import draw_ranked
from survey_engine.collect.kinds import Voices
from survey_engine.design.kinds import Audience


def draw(question: Audience, voices: Voices) -> None:
    """Draw what was let through, ranked."""
    draw_ranked(question, voices, text=_("Question"), votes=_("Votes"))
