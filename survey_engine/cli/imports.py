"""Files in on the command line: import-answers, import-polis, import-transcript."""

import argparse
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from survey_engine.cli.output import _, add_command, ngettext, print_result, say, say_lines
from survey_engine.design.models import Study
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.answers_in import Columns
from survey_engine.exchange.encodings import NAMED
from survey_engine.exchange.intake import Intake
from survey_engine.exchange.languages import language_code
from survey_engine.exchange.polis import FILES
from survey_engine.exchange.sheets import LARGEST_FILE
from survey_engine.exchange.transcripts import parse_mapping, read_mapping
from survey_engine.workbench import Workbench, current
from survey_engine.workbench.exchange import Kept

DONE, DONE_WITH_REFUSED = 0, 1


def register(subparsers: Any) -> None:
    """Add the sub-commands."""
    _add_import_answers(subparsers)
    _add_import_polis(subparsers)
    _add_import_transcript(subparsers)


def _add_import_answers(subparsers: Any) -> None:
    parser = add_command(
        subparsers,
        "import-answers",
        "open answers from a table: each text column becomes an open question",
        "Each row is one person. A row is refused where all its texts are empty, where a text has more "
        "than 20,000 characters, where the participant already stands in an earlier row, or where its "
        "language is no code. Groups that the study does not have yet are added to it.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV (comma, semicolon or tab) or XLSX")
    _add_target(parser)
    parser.add_argument("--text", action="append", required=True, metavar="COLUMN", help="may be repeated")
    parser.add_argument("--group", metavar="COLUMN", help="column with each person's group")
    parser.add_argument("--participant", metavar="COLUMN", help="column that tells people apart")
    parser.add_argument("--language", metavar="COLUMN|CODE", help="column with language codes, or one code")
    _add_reading(parser)
    parser.set_defaults(func=_import_answers)


def _add_import_polis(subparsers: Any) -> None:
    parser = add_command(
        subparsers,
        "import-polis",
        "a Polis conversation as a new study",
        "Reads comments.csv and votes.csv, and where they are there participants-votes.csv (Polis's groups) "
        "and summary.csv (title and description). Each person's last vote on a statement counts. Everybody "
        "who voted or stands in participants-votes.csv is a participant, under the number that Polis gave. A large "
        "conversation holds the database for some seconds: not while a room is answering.",
    )
    parser.add_argument("directory", type=Path, metavar="DIRECTORY")
    parser.add_argument("--title", help="of the study (default: the topic in summary.csv, or the directory)")
    parser.add_argument("--owner", metavar="EMAIL", help="account that the study belongs to")
    parser.add_argument("--language", metavar="CODE", help="of the statements (default: found from them)")
    _add_all_or_nothing(parser)
    parser.set_defaults(func=_import_polis)


def _add_import_transcript(subparsers: Any) -> None:
    parser = add_command(
        subparsers,
        "import-transcript",
        "a transcript, one “Speaker: text” paragraph a turn",
        "A speaker's name has at most 63 characters before the colon. A paragraph without a speaker goes on "
        "with the turn before it. Names are kept as labels that are never exported.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=".txt or .docx")
    _add_target(parser)
    parser.add_argument(
        "--speaker", action="append", default=[], metavar="NAME=GROUP", help="may be repeated"
    )
    parser.add_argument("--group-map", type=Path, metavar="FILE", help="table with columns speaker and group")
    parser.add_argument(
        "--only-mapped", action="store_true", help="nobody else is a speaker: other colons belong to the text"
    )
    parser.add_argument("--language", metavar="CODE", help="of what was said")
    _add_reading(parser)
    parser.set_defaults(func=_import_transcript)


def _add_target(parser: argparse.ArgumentParser) -> None:
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--study", metavar="STUDY", help="id or exact title of a study that is there")
    target.add_argument("--title", help="title of a new study")
    parser.add_argument("--owner", metavar="EMAIL", help="account that a new study belongs to")
    parser.add_argument("--session", metavar="TITLE", help="title of the session (default: the file's name)")
    parser.add_argument("--held", type=date.fromisoformat, metavar="YYYY-MM-DD", help="when it took place")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", choices=NAMED, help="of a text file that is not UTF-8")
    _add_all_or_nothing(parser)


def _add_all_or_nothing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all-or-nothing", action="store_true", help="store nothing if one row is refused")


def _import_answers(arguments: argparse.Namespace) -> int:
    bench, study = _opened(arguments)
    sheet = bench.files.preview(arguments.file.name, _bytes(arguments.file), encoding=arguments.encoding)
    _refuse_wrong_language(arguments.language, sheet.columns)
    columns = Columns(tuple(arguments.text), arguments.group, arguments.participant, arguments.language)
    intake = bench.files.read_answers(sheet, columns, study_id=study.id if study else None)
    return _kept(arguments, bench, intake, study)


def _import_polis(arguments: argparse.Namespace) -> int:
    bench = current().as_operator()
    _refuse_wrong_language(arguments.language)
    folder: Path = arguments.directory
    files = {name: _bytes(folder / name) for name in FILES if (folder / name).is_file()}
    intake = bench.files.read_polis(folder.resolve().name, files, language=arguments.language)
    _say_all(intake)
    kept = bench.files.keep(
        intake,
        title=arguments.title,
        owner_email=arguments.owner,
        all_or_nothing=arguments.all_or_nothing,
    )
    _say_owner(kept)
    counts = {"statements": kept.questions, "participants": kept.participants, "votes": kept.answers}
    print_result({"study": kept.study.id, **counts}, arguments.json)
    return DONE_WITH_REFUSED if intake.refused else DONE


def _import_transcript(arguments: argparse.Namespace) -> int:
    bench, study = _opened(arguments)
    _refuse_wrong_language(arguments.language)
    groups = parse_mapping(arguments.speaker)
    if arguments.group_map:
        table = bench.files.preview(arguments.group_map.name, _bytes(arguments.group_map))
        groups = read_mapping(table) | groups
    transcript = bench.files.read_turns(
        arguments.file.name,
        _bytes(arguments.file),
        encoding=arguments.encoding,
        only=groups.keys() if arguments.only_mapped else None,
    )
    intake = bench.files.read_transcript(
        transcript, groups, study_id=study.id if study else None, language=arguments.language
    )
    return _kept(arguments, bench, intake, study)


def _opened(arguments: argparse.Namespace) -> tuple[Workbench, Study | None]:
    """Return the workbench, and the study to import into where it is there already."""
    bench = current().as_operator()
    return bench, bench.files.find_study(arguments.study) if arguments.study else None


def _kept(arguments: argparse.Namespace, bench: Workbench, intake: Intake, study: Study | None) -> int:
    """Store an import, say what happened to it, and return the exit status."""
    _say_all(intake)
    kept = bench.files.keep(
        intake,
        study_id=study.id if study else None,
        title=arguments.title,
        session_title=arguments.session,
        owner_email=arguments.owner,
        held_at=datetime.combine(arguments.held, time(12), UTC) if arguments.held else None,
        all_or_nothing=arguments.all_or_nothing,
    )
    if study is None:
        _say_owner(kept)
    if kept.new_groups:
        say(_("Groups added to the study: {groups}").format(groups=", ".join(kept.new_groups)))
    result = {
        "study": kept.study.id,
        "session": kept.session.id,
        "questions": kept.questions,
        "participants": kept.participants,
        "answers": kept.answers,
        "refused": [
            {"file": refusal.file, "line": refusal.line, "reason": refusal.reason, "words": refusal.why(_)}
            for refusal in intake.refused
        ],
    }
    print_result(result if arguments.json else result | {"refused": len(intake.refused)}, arguments.json)
    return DONE_WITH_REFUSED if intake.refused else DONE


def _say_all(intake: Intake) -> None:
    say_lines(remark.say(_) for remark in intake.remarks)
    say_lines(refusal.say(_) for refusal in intake.refused)
    if number := len(intake.refused):
        say(ngettext("{n} row was refused.", "{n} rows were refused.", number).format(n=number))


def _say_owner(kept: Kept) -> None:
    if kept.owner:
        say(_("The study belongs to {email}.").format(email=kept.owner))
    else:
        say(
            _("The study belongs to no account yet, so nobody sees it on screen; --owner EMAIL gives it one.")
        )


def _bytes(path: Path) -> bytes:
    """Return the content of a file, and of one that is too large just enough to say so."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _refuse_wrong_language(language: str | None, columns: Iterable[str] = ()) -> None:
    if language and language not in columns and language_code(language) is None:
        raise EngineError(Problem.LANGUAGE_UNKNOWN, language=language)
