"""Themes: words in context, suggested themes and codings, and quotes; gathered here from their modules."""

from survey_engine.workbench.quotes import KeptQuote, Quotes
from survey_engine.workbench.theming import Themes
from survey_engine.workbench.wording import Source

__all__ = ["KeptQuote", "Quotes", "Source", "Themes"]
