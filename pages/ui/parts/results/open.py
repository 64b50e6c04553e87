"""Open text: the answers themselves."""

from pages.ui.parts.results.base import draw_listing as draw

__all__ = ["draw"]
