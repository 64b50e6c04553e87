"""Single choice: people by option."""

from pages.ui.parts.results.base import draw_counts as draw

__all__ = ["draw"]
