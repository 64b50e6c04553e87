"""Write a guideline as Markdown (CommonMark with tables): people's words are escaped, so that they read as they were said."""

import itertools
import re
from collections.abc import Iterator, Sequence

from survey_engine.guidelines import headings
from survey_engine.guidelines.document import (
    ComparisonParagraph,
    Document,
    DocumentChapter,
    DocumentRecommendation,
    FigureParagraph,
    GoneParagraph,
    Paragraph,
    QuoteParagraph,
    Side,
    SourceParagraph,
)
from survey_engine.guidelines.printable import lines_of, printable
from survey_engine.guidelines.wording import Wording
from survey_engine.i18n import Translations

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")
# What would begin a list or turn the line before into a heading.
STARTS_A_BLOCK = re.compile(r"^(\d*)([+=.)-])")
URL_STOP = re.compile(r"[<>\s]")


def to_markdown(document: Document, translations: Translations) -> str:
    """Return the whole guideline; headings are in its own language."""
    wording = Wording(document.language, translations)
    blocks = [*_front(document, wording)]
    for chapter in document.chapters:
        blocks += _chapter(chapter, wording)
    blocks += _annex(document, wording)
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """Return one line of plain text so that Markdown shows it as it is."""
    escaped = SPECIAL.sub(r"\\\1", printable(text).text)
    stripped = escaped.lstrip(" \t")
    # White space at the beginning would make a block of code of it.
    space = "".join(f"&#{ord(character)};" for character in escaped[: len(escaped) - len(stripped)])
    return space + STARTS_A_BLOCK.sub(r"\1\\\2", stripped)


def escape_all(text: str) -> str:
    """Return a text of several lines, each break kept."""
    lines = [escape(line) for line in lines_of(text)]
    joined = lines[0]
    for before, line in itertools.pairwise(lines):
        # A break between two lines of one paragraph needs a backslash; an empty line parts paragraphs.
        joined += ("\\\n" if before and line else "\n") + line
    return joined


def _front(document: Document, wording: Wording) -> Iterator[str]:
    yield f"# {_one_line(document.title)}"
    yield escape(headings.version_line(document, wording))
    if document.sample:
        yield f"**{escape(headings.sample_line(wording))}**"
    for label, text in headings.about_lines(document, wording):
        yield f"**{escape(label)}**\n\n{escape_all(text)}"


def _chapter(chapter: DocumentChapter, wording: Wording) -> Iterator[str]:
    yield f"## {chapter.number}. {_one_line(chapter.title)}"
    if chapter.introduction.strip():
        yield escape_all(chapter.introduction)
    for each in chapter.recommendations:
        yield from _recommendation(each, wording)


def _recommendation(each: DocumentRecommendation, wording: Wording) -> Iterator[str]:
    yield f"### {each.number} {_one_line(each.text)}"
    details = headings.detail_lines(each, wording)
    if details:
        yield "\n".join(f"- **{escape(label)}:** {_one_line(text)}" for label, text in details)
    yield f"#### {escape(headings.supporting_heading(wording))}"
    yield from _side(each.supporting, headings.no_evidence(wording), wording)
    yield f"#### {escape(headings.opposing_heading(wording))}"
    yield from _side(each.opposing, headings.nothing_against(wording), wording)


def _side(side: Side, nothing: str, wording: Wording) -> Iterator[str]:
    if not side.paragraphs:
        yield escape(nothing)
    for paragraph in side.paragraphs:
        yield _paragraph(paragraph, wording)
    if side.voices:
        yield escape(side.voices)


def _paragraph(paragraph: Paragraph, wording: Wording) -> str:
    match paragraph:
        case QuoteParagraph():
            return _quote(paragraph, wording)
        case FigureParagraph():
            return _figure(paragraph)
        case ComparisonParagraph():
            return _comparison(paragraph)
        case SourceParagraph():
            return _source(paragraph)
        case GoneParagraph():
            return escape(paragraph.line)


def _quote(quote: QuoteParagraph, wording: Wording) -> str:
    if taken_back := headings.taken_back_line(quote, wording):
        return f"> *{escape(taken_back)}*"
    marked = headings.marked_line(printable(quote.text).marked, wording)
    below = [escape_all(line) for line in (quote.caption, quote.why, marked) if line]
    blocks = [escape_all(quote.text), *(f"– {line}" for line in below)]
    return "\n".join(f"> {line}".rstrip(" ") for line in "\n\n".join(blocks).split("\n"))


def _figure(figure: FigureParagraph) -> str:
    lines = [f"- **{_one_line(figure.about)}**"]
    lines += [
        f"  - {_one_line(f'{row.label}: {row.line}' if row.label else row.line)}" for row in figure.rows
    ]
    lines += [f"  - {_one_line(text)}" for text in (figure.note, figure.why) if text]
    return "\n".join(lines)


def _comparison(comparison: ComparisonParagraph) -> str:
    rows = [(row.label, *row.cells) for row in comparison.rows]
    below = [escape_all(text) for text in (comparison.note, comparison.why) if text]
    table = _table(("", *comparison.groups), rows)
    return "\n\n".join([f"**{_one_line(comparison.about)}**", table, *below])


def _source(source: SourceParagraph) -> str:
    link = f" <{source.url}>" if source.url and not URL_STOP.search(source.url) else ""
    why = f" – {_one_line(source.why)}" if source.why else ""
    return f"- {_one_line(source.line)}{link}{why}"


def _annex(document: Document, wording: Wording) -> Iterator[str]:
    yield f"## {escape(headings.annex_heading(wording))}"
    for text in document.annex.paragraphs:
        yield escape_all(text)
    for table in document.annex.tables:
        yield f"### {escape(table.title)}"
        yield _table(table.header, table.rows)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    cells = ([cell if line is lines[1] else _one_line(cell) for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _one_line(text: str) -> str:
    return escape(" ".join(part for part in lines_of(text) if part))
