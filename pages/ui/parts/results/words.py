"""Words: people by word, its forms counted together."""

from pages.ui.parts.results.base import draw_words as draw

__all__ = ["draw"]
