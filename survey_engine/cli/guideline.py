"""`guideline`: a draft or a published version as Markdown or DOCX."""

import argparse
from pathlib import Path
from typing import Any

from survey_engine.cli.output import _, add_json_option, print_json, say
from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.document import Document
from survey_engine.workbench import Workbench, current
from survey_engine.workbench.guidelines.publishing import Form, file_from

FORMS: dict[str, Form] = {".md": "md", ".markdown": "md", ".docx": "docx"}


def register(subparsers: Any) -> None:
    """Add the sub-command."""
    parser = subparsers.add_parser(
        "guideline",
        help="write a guideline as Markdown or DOCX",
        description="Write a guideline: the draft as it stands, or a published version with --version. "
        "STUDY may be named where it has one guideline.",
    )
    parser.add_argument("guideline", metavar="STUDY_OR_GUIDELINE", help="id of a study or of a guideline")
    parser.add_argument("--out", type=_file, required=True, metavar="FILE.md|FILE.docx")
    parser.add_argument(
        "--version", type=int, default=0, metavar="N", help="a published version (0: the draft)"
    )
    add_json_option(parser)
    parser.set_defaults(func=_write)


def _file(name: str) -> Path:
    if Path(name).suffix.lower() not in FORMS:
        raise argparse.ArgumentTypeError("the name ends in .md or .docx")
    return Path(name)


def _write(arguments: argparse.Namespace) -> int:
    workbench = current().as_operator()
    guideline_id = _guideline_id(workbench, arguments.guideline)
    document = workbench.guidelines.document(guideline_id, number=arguments.version)
    content = file_from(document, FORMS[arguments.out.suffix.lower()])
    arguments.out.write_bytes(content)
    bare = [each.number for each in document.recommendations if not each.supporting.paragraphs]
    if bare:
        say(_("Without evidence so far: {recommendations}.").format(recommendations=", ".join(bare)))
    if arguments.json:
        print_json(_summary(document, arguments.out))
    else:
        say(_("Written: {file}").format(file=arguments.out))
    return 0


def _summary(document: Document, file: Path) -> dict[str, object]:
    return {
        "guideline": document.guideline_id,
        "title": document.title,
        "version": document.version,
        "chapters": len(document.chapters),
        "recommendations": len(document.recommendations),
        "quotes": len(document.quotes),
        "file": str(file),
    }


def _guideline_id(workbench: Workbench, named: str) -> str:
    try:
        return workbench.guidelines.get(named).id
    except EngineError as error:
        if error.problem is not Problem.NOT_FOUND:
            raise
    found = workbench.guidelines.listed(named)
    if len(found) == 1:
        return found[0].guideline.id
    titles = "; ".join(f"{each.guideline.id} “{each.guideline.title}”" for each in found)
    raise EngineError(Problem.GUIDELINE_UNCLEAR, n=len(found), guidelines=titles or "–")
