"""Files out on the command line, and whole installations: demo, export, backup, restore."""

import argparse
from pathlib import Path
from typing import Any

from survey_engine.cli.output import _, add_command, print_json, print_result, say, say_lines
from survey_engine.settings import Settings
from survey_engine.workbench import current
from survey_engine.workbench.exchange import restore

DONE = 0


def register(subparsers: Any) -> None:
    """Add the sub-commands."""
    _add_demo(subparsers)
    _add_export(subparsers)
    _add_backups(subparsers)


def _add_demo(subparsers: Any) -> None:
    parser = add_command(subparsers, "demo", "store the invented sample study: two focus groups, to a draft")
    parser.add_argument("--owner", metavar="EMAIL", help="account that it belongs to")
    parser.set_defaults(func=_demo)


def _add_export(subparsers: Any) -> None:
    parser = add_command(
        subparsers,
        "export",
        "the answers of a study: long, wide, codebook",
        "CSV is UTF-8 with a byte order mark. Texts that start like a formula get an apostrophe in front. "
        "Participants are numbers; names never leave. Files of the same name are replaced.",
    )
    parser.add_argument("study", metavar="STUDY", help="id or exact title")
    parser.add_argument("--format", choices=("csv", "xlsx"), default="csv")
    parser.add_argument("--out", type=Path, required=True, metavar="DIRECTORY")
    parser.add_argument("--language", metavar="CODE", help="of labels (default: the study's first)")
    parser.set_defaults(func=_export)


def _add_backups(subparsers: Any) -> None:
    parser = add_command(
        subparsers,
        "backup",
        "a copy of the whole installation, also while it runs",
        "The zip holds the database and the key with which take-back codes are hashed: keep it as safe "
        "as the installation itself.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.zip")
    parser.set_defaults(func=_backup)
    parser = add_command(
        subparsers,
        "restore",
        "put a backup in place of the installation",
        "Stop the program first. Hashes and the database are checked before anything is changed.",
    )
    parser.add_argument("file", type=Path, metavar="FILE.zip")
    parser.add_argument(
        "--replace", action="store_true", help="where there is a database already: copy it aside, replace it"
    )
    parser.set_defaults(func=_restore)


def _demo(arguments: argparse.Namespace) -> int:
    from survey_engine.workbench.demo import load_demo

    study = load_demo(current().as_operator(), owner_email=arguments.owner)
    if arguments.json:
        print_json({"study": study.id, "title": study.title})
    else:
        print(study.id)
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    bench = current().as_operator()
    study = bench.files.find_study(arguments.study)
    outgoing = bench.files.outgoing(study.id, language=arguments.language)
    files = outgoing.as_csv() if arguments.format == "csv" else {"balsis.xlsx": outgoing.as_xlsx()}
    arguments.out.mkdir(parents=True, exist_ok=True)
    written = [_write(arguments.out / name, content) for name, content in files.items()]
    say_lines(remark.say(_) for remark in outgoing.remarks)
    result = {
        "study": study.id,
        "participants": outgoing.participants,
        "answers": outgoing.answers,
        "files": [str(file) for file in written],
    }
    if arguments.json:
        print_json(result)
    else:
        print(*written, sep="\n")
    return DONE


def _backup(arguments: argparse.Namespace) -> int:
    made = current().as_operator().files.backup(arguments.file)
    say(_("The backup holds everything, also the key of the installation: keep it safe."))
    print_result({"file": str(made.file), "made_at": made.made_at, "sha256": made.sha256}, arguments.json)
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    settings = Settings.from_environment()
    backup, aside = restore(settings, arguments.file, replace=arguments.replace)
    if aside:
        say(_("What was there before is in {file}.").format(file=aside))
    result = {
        "folder": str(settings.folder),
        "made_at": backup.made_at,
        "aside": str(aside) if aside else None,
    }
    print_result(result, arguments.json)
    return DONE


def _write(target: Path, content: bytes) -> Path:
    """Write a file so that it is whole or not there at all."""
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(content)
    return part.replace(target)
