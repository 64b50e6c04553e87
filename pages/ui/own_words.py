"""What Streamlit says of its own accord, and only in English: said in the visitor's language, or not at all."""

import streamlit as st

from pages.ui.i18n import _

# Hints and tools that say in English what the page says itself; a table is taken along as a file instead,
# where formulas are made harmless.
UNSAID = """
[data-testid="InputInstructions"], [data-testid="stElementToolbar"] { display: none; }
/* A link on the page itself to another part of it is a link, not the chosen entry of a menu. */
.stMain [data-testid="stPageLink-NavLink"]:not(:hover) { background: transparent; }
"""
FILE_HINT = '[data-testid="stFileUploaderDropzoneInstructions"] span'
INSTEAD = """
{place} {{ font-size: 0; }}
{place}::after {{ content: "{words}"; font-size: {size}; }}
"""


def use_our_words() -> None:
    """Put our words in the place of Streamlit's, and take away the hints that have none."""
    most = int(st.get_option("server.maxUploadSize") or 0)
    said = (
        ('[role="listbox"][data-empty="true"] [role="option"] span', _("Nothing found"), "1rem"),
        ('[data-testid="stFileUploaderDropzone"] button p', _("Choose a file"), "0.875rem"),
        (FILE_HINT, _("or drop it here; up to {n} MB").format(n=most), "0.875rem"),
    )
    st.html(f"<style>{UNSAID}{''.join(_instead(*one) for one in said)}</style>")


def say_largest_file(key: str, most: int) -> None:
    """Say below the uploader of this key how many megabytes a file may have, where it is less than elsewhere."""
    words = _("or drop it here; up to {n} MB").format(n=most)
    st.html(f"<style>{_instead(f'.st-key-{key} {FILE_HINT}', words, '0.875rem')}</style>")


def _instead(place: str, words: str, size: str) -> str:
    return INSTEAD.format(place=place, words=words.replace("\\", "").replace('"', r"\""), size=size)
