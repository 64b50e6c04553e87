"""Yes or no: people by answer, and those who can't say apart."""

from pages.ui.parts.results.base import draw_counts as draw

__all__ = ["draw"]
