"""Statement: people who agree, disagree or pass."""

from pages.ui.parts.results.base import draw_counts as draw

__all__ = ["draw"]
