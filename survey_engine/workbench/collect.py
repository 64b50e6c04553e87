"""Collect, as the facilitator and the note-taker use it: one service a module, gathered here."""

from survey_engine.workbench.contributions import Contributions
from survey_engine.workbench.moderation import ModerationDesk
from survey_engine.workbench.notes import Notes
from survey_engine.workbench.results import Results
from survey_engine.workbench.sessions import Sessions

__all__ = ["Contributions", "ModerationDesk", "Notes", "Results", "Sessions"]
