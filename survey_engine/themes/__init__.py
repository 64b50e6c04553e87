"""Find the themes: words in context, suggested themes, quotes."""
