"""`themes`, `words` and `lemmas`: the language of a table of answers, without a database."""

import argparse
import sys
from pathlib import Path
from typing import Any

from survey_engine.cli.columns import read_column
from survey_engine.cli.output import _, add_json_option, print_json, say
from survey_engine.exchange.encodings import decode
from survey_engine.themes.dictionaries import has_latvian_dictionary
from survey_engine.themes.lemmas import lemmatise

LANGUAGES = ("lv", "ru", "en")


def register(subparsers: Any) -> None:
    """Add the three sub-commands."""
    themes = subparsers.add_parser(
        "themes",
        help="suggest themes for a column of texts",
        description="Suggest themes for a column of texts.",
    )
    _add_column(themes)
    themes.add_argument("--themes", type=_number, metavar="N", help="how many themes (by the number of rows)")
    themes.set_defaults(func=_themes)

    words = subparsers.add_parser(
        "words", help="count words by base form", description="Count words by base form, most answers first."
    )
    _add_column(words)
    words.set_defaults(func=_words)

    lemmas = subparsers.add_parser(
        "lemmas",
        help="base forms of words",
        description="Read one word a line from standard input and print its base form, one a line.",
    )
    lemmas.add_argument("--language", choices=LANGUAGES, required=True)
    lemmas.set_defaults(func=_lemmas)


def _add_column(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--text", required=True, metavar="COLUMN", help="the column that holds the texts")
    parser.add_argument(
        "--language", choices=(*LANGUAGES, "auto"), default="auto", help="of the texts (auto: found for each)"
    )
    add_json_option(parser)


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _themes(arguments: argparse.Namespace) -> int:
    from survey_engine.themes import tables  # loads numpy: not wanted for `lemmas`

    texts = read_column(arguments.file, arguments.text)
    found = tables.suggest_for_rows(texts, _declared(arguments.language), arguments.themes)
    if not found.with_vectors and found.themes:
        say(_("The multilingual model is not installed: themes are coarser and do not cross languages."))
    _say_what_is_missing(arguments.language)
    if arguments.json:
        print_json(tables.suggestion_as_json(found))
        return 0
    for theme in found.themes:
        print(f"{theme.id}  {theme.name} ({len(theme.rows)}): {', '.join(theme.terms)}")
        for quote in theme.quotes:
            print(f"    {quote.row}: {' '.join(quote.text.split())}")
    return 0


def _words(arguments: argparse.Namespace) -> int:
    from survey_engine.themes import tables

    texts = read_column(arguments.file, arguments.text)
    counts = tables.count_words(texts, _declared(arguments.language))
    _say_what_is_missing(arguments.language)
    if arguments.json:
        print_json(tables.words_as_json(counts))
        return 0
    for count in counts:
        print(
            f"{count.answers}\t{count.lemma}\t{count.language}\t{', '.join(form for form, _n in count.forms)}"
        )
    return 0


def _lemmas(arguments: argparse.Namespace) -> int:
    _say_what_is_missing(arguments.language)
    # A line ends where other programs say that it ends: neither at a lone carriage return nor at U+2028.
    text = _text_in()
    words = [line.rstrip("\r") for line in text.removesuffix("\n").split("\n")]
    if text:
        sys.stdout.writelines(f"{lemma}\n" for lemma in lemmatise(words, arguments.language))
    return 0


def _text_in() -> str:
    buffer = getattr(sys.stdin, "buffer", None)
    return decode(_("standard input"), buffer.read()) if buffer else sys.stdin.read()


def _declared(language: str) -> str | None:
    return None if language == "auto" else language


def _say_what_is_missing(language: str) -> None:
    if language in ("lv", "auto") and not has_latvian_dictionary():
        say(_("There is no Latvian dictionary on this machine: Latvian base forms are coarser."))
