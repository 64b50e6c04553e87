"""What a command says: results on standard output, messages on standard error."""

import argparse
import json
import os
import sys
from io import TextIOWrapper

from survey_engine.i18n import translations


def use_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale is: Latvian and Russian never end in an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8")


def _(text: str) -> str:
    """Return a message in the language that the environment asks for, as other programs do."""
    return translations(_language()).gettext(text)


# The same under the name by which it is handed on: error.say(translate).
translate = _


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of a message that fits the number."""
    return translations(_language()).ngettext(singular, plural, number)


def say(text: str) -> None:
    """Write a message for a person to standard error."""
    print(text, file=sys.stderr)


def print_json(value: object) -> None:
    """Write a result for a program to standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """Let a command print its result for programs."""
    parser.add_argument("--json", action="store_true", help="print the result as JSON on standard output")


def _language() -> str:
    chosen = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return chosen[:2].lower()
