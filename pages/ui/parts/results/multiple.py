"""Multiple choice: people by option; one person may stand in several rows."""

from pages.ui.parts.results.base import draw_counts as draw

__all__ = ["draw"]
