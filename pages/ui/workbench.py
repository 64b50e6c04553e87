"""The engine's front door, as the visitor of this page may use it."""

from pages.ui.visitor import visitor_or_stop
from survey_engine import workbench as engine


def workbench() -> engine.Workbench:
    """Return the workbench on behalf of who is signed in; stop the page where nobody is."""
    return engine.current().on_behalf_of(visitor_or_stop())
