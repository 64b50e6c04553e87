"""`compare`: the agreement map of a study, protected like on every screen, for people and for programs."""

import argparse
from collections.abc import Sequence

from survey_engine import workbench
from survey_engine.cli.output import add_json_option, print_json
from survey_engine.compare.lines import Difference, Line, Side
from survey_engine.compare.models import LineKind
from survey_engine.compare.suppression import Visibility
from survey_engine.compare.wording import say_difference, say_gap, say_line
from survey_engine.i18n import translations
from survey_engine.texts import INTERFACE_LANGUAGES
from survey_engine.workbench.compare import Comparisons

DONE = 0


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `compare` to the command line."""
    parser = subparsers.add_parser(
        "compare",
        help="what all groups of a study share, and where they differ",
        description="Print the lines of a study by group: shared, different, of one group alone, too few to tell. "
        "Counts below the study's k are told as few, and so is what would give them away.",
    )
    parser.add_argument("study", metavar="STUDY", help="id or exact title")
    parser.add_argument("--question", metavar="ID", help="only this question, or this theme")
    parser.add_argument(
        "--session",
        metavar="ID",
        action="append",
        default=[],
        help="only this session (repeatable)",
    )
    parser.add_argument(
        "--language",
        choices=INTERFACE_LANGUAGES,
        default="en",
        help="language of labels and sentences",
    )
    add_json_option(parser)
    parser.set_defaults(func=compare)


def compare(arguments: argparse.Namespace) -> int:
    """Print the agreement map, or one question or theme by group."""
    bench = workbench.current().as_operator()
    study_id = bench.files.find_study(arguments.study).id
    lines, k = _lines(bench.comparisons, study_id, arguments)
    if arguments.json:
        print_json({"study": study_id, "k": k, "lines": [_plain(line, arguments.language) for line in lines]})
        return DONE
    words = translations(arguments.language)
    for line in lines:
        about = f"{line.context} {line.label}".strip() if line.context != line.label else line.label
        print(f"[{line.verdict.value}] {' '.join(about.split())}: {say_line(line, words)}")
    return DONE


def _lines(
    comparisons: Comparisons, study_id: str, arguments: argparse.Namespace
) -> tuple[Sequence[Line], int]:
    over = {"session_ids": tuple(arguments.session), "language": arguments.language}
    if arguments.question:
        found = comparisons.by_group(study_id, arguments.question, **over)
        return found.lines, found.k
    agreement = comparisons.agreement(study_id, **over).agreement
    return agreement.lines, agreement.k


def _plain(line: Line, language: str) -> dict[str, object]:
    return {
        "subject": line.table_id,
        "line": line.line_id,
        "kind": line.kind.value,
        "question": line.context,
        "label": line.label,
        "verdict": line.verdict.value,
        "only": line.sides[line.only].group.key if line.only is not None else None,
        "groups": [_plain_side(line, side) for side in line.sides],
        "differences": [_plain_difference(line, difference, language) for difference in line.differences],
        "sentence": say_line(line, translations(language)),
    }


def _plain_side(line: Line, side: Side) -> dict[str, object]:
    plain: dict[str, object] = {"group": side.group.key, "label": side.group.label}
    if line.kind is LineKind.SCALE:
        mean = side.mean
        interval = [mean.low, mean.high] if mean else None
        return {
            **plain,
            "mean": mean.mean if mean else "few",
            "n": mean.n if mean else None,
            "interval": interval,
        }
    cell = side.cell
    shown = cell.visibility in (Visibility.EXACT, Visibility.BETWEEN)
    people: object = cell.visibility.value
    if shown:
        people = cell.people if cell.people is not None else {"least": cell.least, "most": cell.most}
    return {
        **plain,
        "people": people,
        "n": cell.n or None,
        "interval": list(cell.interval) if shown and cell.interval else None,
        "answers": list(side.answers),
    }


def _plain_difference(line: Line, difference: Difference, language: str) -> dict[str, object]:
    gap = difference.gap
    return {
        "groups": [line.sides[position].group.key for position in (difference.left, difference.right)],
        "size": gap.size if gap else None,
        "interval": [gap.low, gap.high] if gap else None,
        "clear": difference.is_clear,
        "in_words": say_difference(line, difference, translations(language)),
        "size_in_words": say_gap(line, difference, translations(language)),
    }
