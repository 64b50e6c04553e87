"""`convert`: a questionnaire from one format to another, without an installation."""

import argparse
from pathlib import Path
from typing import Any

from survey_engine.cli.output import _, add_command, ngettext, print_json, say
from survey_engine.exchange.forms.carried import NotCarried, Outgoing
from survey_engine.exchange.forms.formats import named, read_form, readable, writable, writer_for
from survey_engine.exchange.sheets import LARGEST_FILE

DONE, DONE_BUT = 0, 1


def register(subparsers: Any) -> None:
    """Add the sub-command."""
    parser = add_command(
        subparsers,
        "convert",
        "a questionnaire from one format to another, by the endings of the files",
        f"Read: {named(readable())}. Written: {named(writable())}. What cannot be carried over is listed row by "
        "row. Exit status: 0 all carried, 1 all but what is listed, 2 refused: nothing is written.",
    )
    parser.add_argument("source", type=Path, metavar="IN")
    parser.add_argument("target", type=Path, metavar="OUT", help="replaced where it is there already")
    parser.set_defaults(func=_convert)


def _convert(arguments: argparse.Namespace) -> int:
    source: Path = arguments.source
    write = writer_for(arguments.target.name)
    with source.open("rb") as file:
        carried = read_form(source.name, file.read(LARGEST_FILE + 1))
    written = write(Outgoing(carried.form, carried.title or source.stem, carried.languages, carried.pictures))
    _replace(arguments.target, written.content)
    left_out = (*carried.not_carried, *written.not_carried)
    if arguments.json:
        print_json(
            {
                "questions": len(carried.form.questions),
                "languages": list(carried.languages),
                "not_carried": [_plain(one) for one in left_out],
            }
        )
    else:
        _say_all(left_out, len(carried.form.questions))
    return DONE_BUT if left_out else DONE


def _plain(one: NotCarried) -> dict[str, object]:
    return {"row": one.row, "name": one.name, "reason": one.why(_)}


def _say_all(left_out: tuple[NotCarried, ...], questions: int) -> None:
    for one in left_out:
        say(f"{one.row}: {one.name}: {one.why(_)}")
    print(
        ngettext("{n} question carried over.", "{n} questions carried over.", questions).format(n=questions)
    )


def _replace(target: Path, content: bytes) -> None:
    """Write a file so that it is whole or not there at all."""
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(content)
    part.replace(target)
