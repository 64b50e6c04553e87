"""People's own words inside texts that Streamlit reads as Markdown."""

import re

# Marks that mean something anywhere; a colon only before a name (":red[", ":material/home:").
ANYWHERE = re.compile(r"[\\`*_\[\]<>~$|]|:(?=[A-Za-z])|&(?=#?\w+;)")
# Marks that mean something only where a line begins: headings, lists, quotations, rules.
BULLET = re.compile(r"(?m)^(\s*)([#+\-=])")
NUMBER = re.compile(r"(?m)^(\s*\d+)([.)])")


def plain(text: str) -> str:
    """Return a text whose marks are shown as they were typed, instead of being read as Markdown."""
    escaped = ANYWHERE.sub(lambda mark: "\\" + mark.group(), text)
    return NUMBER.sub(r"\1\\\2", BULLET.sub(r"\1\\\2", escaped))
