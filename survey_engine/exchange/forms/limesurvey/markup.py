"""Texts of LimeSurvey are HTML, and curly brackets in them are expressions: to plain text and back."""

import re
from collections.abc import Mapping
from html import escape, unescape

from survey_engine.texts import Texts

BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|tr)\s*>", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
MEANINGFUL = re.compile(r"<(img|a|iframe|video|audio|script|object|embed|input)\b", re.IGNORECASE)
EXPRESSION = re.compile(r"\{[^\s{}][^{}]*\}")
BRACKETS = str.maketrans({"{": "&#123;", "}": "&#125;", "\r": "&#13;"})


def to_markup(text: str) -> str:
    """Return a plain text as LimeSurvey stores it; nothing in it is run or read as a tag."""
    return escape(text, quote=False).translate(BRACKETS).replace("\n", "<br />")


def to_plain(markup: str) -> str:
    """Return what a person reads: tags are taken away, breaks stay."""
    if TAG.search(markup):
        # Between tags, the line breaks of the file mean nothing.
        markup = re.sub(r">\s*[\r\n]+\s*", ">", HIDDEN.sub("", markup))
        markup = BREAK.sub("\n", re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", markup))
    return unescape(TAG.sub("", markup)).strip()


def in_languages(texts: Texts, languages: Mapping[str, str]) -> Texts:
    """Return what people read, under our codes of the languages by those in the file; nothing for blank texts."""
    plain = {languages[code]: to_plain(text) for code, text in texts.items() if code in languages}
    return {code: text for code, text in plain.items() if text}


def lost_tags(markup: str) -> str:
    """Return the names of tags that say more than how a text looks; '' where there is none."""
    return ", ".join(sorted({tag.lower() for tag in MEANINGFUL.findall(markup)}))


def expression_in(markup: str) -> str:
    """Return the first expression in a text, such as {TOKEN:FIRSTNAME}; '' where there is none."""
    found = EXPRESSION.search(TAG.sub("", HIDDEN.sub("", markup)))
    return found[0] if found else ""
