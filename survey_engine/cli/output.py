"""What a command says: results on standard output, messages on standard error."""

import argparse
import json
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import Any

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


def add_command(subparsers: Any, name: str, short: str, long: str = "") -> argparse.ArgumentParser:
    """Add a sub-command that can print its result for programs, and return its parser."""
    title = f"{short[0].upper()}{short[1:]}. "
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=short, description=title + long)
    add_json_option(parser)
    return parser


def say_lines(lines: Iterable[str]) -> None:
    """Write messages for a person to standard error, one a line."""
    for line in lines:
        say(line)


def print_result(result: dict[str, Any], as_json: bool) -> None:
    """Write a result to standard output: for programs, or one name and value a line for people."""
    if as_json:
        print_json(result)
    else:
        for name, value in result.items():
            print(f"{name}: {value}")


def _language() -> str:
    chosen = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return chosen[:2].lower()
