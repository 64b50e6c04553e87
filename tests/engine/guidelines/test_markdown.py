"""Markdown: people's words read as they were said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.guidelines.markdown import escape, to_markdown
from survey_engine.guidelines.models import Stance
from survey_engine.i18n import translations
from tests.engine.guidelines.makers import document, gone, quote, source


def written(*facts, language: str = "lv") -> str:
    return to_markdown(document(*facts, language=language), translations(language))


def unescape(text: str) -> str:
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found.group(1))), text)
    return re.sub(r"\\(.)", r"\1", text)


def test_quote_stands_as_a_quote_with_its_caption() -> None:
    assert "> Jā, vajag.\n>\n> – NVO · 1. fokusgrupa, 2026. gada 12. maijs" in written(quote("Jā, vajag."))


def test_line_breaks_of_an_answer_are_kept() -> None:
    assert "> pirmā\\\n> otrā" in written(quote("pirmā\notrā"))


def test_empty_line_parts_paragraphs_of_the_same_quote() -> None:
    assert "> pirmā\n>\n> otrā" in written(quote("pirmā\n\notrā"))


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("**ļoti**", r"\*\*ļoti\*\*"),
        ("<script>", r"\<script\>"),
        ("[x](http://a)", r"\[x\](http://a)"),
        ("# nav virsraksts", r"\# nav virsraksts"),
        ("1. punkts", r"1\. punkts"),
        ("- svītra", r"\- svītra"),
        ("===", r"\==="),
        ("a_b|c", r"a\_b\|c"),
        ("    atkāpe", "&#32;&#32;&#32;&#32;atkāpe"),
    ],
)
def test_signs_of_markdown_in_an_answer_stand_for_themselves(said: str, stands: str) -> None:
    assert escape(said) == stands


PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff\u2028\u2029"))


@given(PLAIN)
def test_escaped_line_reads_back_as_it_was_said(said: str) -> None:
    assert unescape(escape(said)) == said


@given(PLAIN)
def test_escaped_line_begins_no_list_heading_or_quote(said: str) -> None:
    assert not re.match(r"([ \t]|[#>+*=-]|\d+[.)])", escape(said))


def test_evidence_and_counter_evidence_stand_under_their_headings() -> None:
    text = written(quote("Jā."), quote("Nē.", stance=Stance.AGAINST))
    assert (
        text.index("#### Uz ko balstās")
        < text.index("Jā.")
        < text.index("#### Kas runā pretī")
        < text.index("Nē.")
    )


def test_quote_that_was_taken_back_says_so() -> None:
    assert "> *Dalībnieks to atsauca: 2026. gada 12. maijs.*" in written(gone())


def test_unprintable_character_is_marked_and_counted() -> None:
    text = written(quote("a\x0bb"), language="en")
    assert "> a\ufffdb" in text
    assert "1 character that cannot be printed is shown as \ufffd." in text


def test_link_of_a_source_can_be_followed() -> None:
    assert "- Pašvaldību likums (likums) <https://likumi.lv>" in written(source(url="https://likumi.lv"))


@pytest.mark.parametrize(
    ("language", "heading"), [("lv", "Uz ko balstās"), ("ru", "На чём основано"), ("en", "What it rests on")]
)
def test_headings_are_in_the_language_of_the_guideline(language: str, heading: str) -> None:
    assert f"#### {heading}" in written(source(), language=language)
