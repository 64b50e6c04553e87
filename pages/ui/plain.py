"""Plain text where Streamlit reads Markdown: what people wrote is shown as they wrote it."""

import re

SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:<>^&])")


def plain(text: str) -> str:
    """Return a text whose every sign stands for itself in Markdown."""
    return SIGNS.sub(r"\\\1", text)
