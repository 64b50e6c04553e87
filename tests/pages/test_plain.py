"""People's own words are shown as they were typed."""

import pytest

from pages.ui.plain import plain


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("Kas traucē? (2026. gadā)", "Kas traucē? (2026. gadā)"),
        ("*ļoti* _labi_", r"\*ļoti\* \_labi\_"),
        ("[saite](https://example.org)", r"\[saite\](https://example.org)"),
        (":red[x] :material/home:", r"\:red\[x\] \:material/home:"),
        ("plkst. 12:30", "plkst. 12:30"),
        ("1. jautājums", r"1\. jautājums"),
        ("# virsraksts\n- punkts", "\\# virsraksts\n\\- punkts"),
        ("<b>", r"\<b\>"),
        ("$x$", r"\$x\$"),
    ],
)
def test_marks_are_escaped_only_where_they_would_be_read(typed: str, escaped: str) -> None:
    assert plain(typed) == escaped
