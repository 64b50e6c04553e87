"""The paragraphs of a transcript, from .txt or .docx, each with the line or paragraph it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.encodings import decode
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import refuse_large
from survey_engine.exchange.tables_in import OTHER_MARKS
from survey_engine.exchange.xlsx_in import ZIP_MARK, refuse_bomb

KINDS = "TXT, DOCX"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A deleted passage, a field's code and the second copy of a drawing are not what the page shows.
NOT_SHOWN = frozenset(
    {
        f"{WORD}del",
        f"{WORD}moveFrom",
        f"{WORD}instrText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of text; `line` counts from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The paragraphs that hold something, and what was left out."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_paragraphs(name: str, content: bytes, encoding: str | None = None) -> Pages:
    """Return the paragraphs of a transcript.

    Raises FILE_TOO_LARGE, FILE_EMPTY, FILE_ENCODING, FILE_KIND, FILE_BROKEN.
    """
    refuse_large(name, len(content))
    if content.startswith(OTHER_MARKS):
        raise EngineError(Problem.FILE_KIND, name=name, kinds=KINDS)
    if content.startswith(ZIP_MARK):
        return _from_word(name, content)
    lines = decode(name, content, encoding).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = tuple(Paragraph(line, text) for line, text in enumerate(lines, start=1) if text.strip())
    said = encoding is not None and encoding != "utf-8"
    remarks = (Remark(About.ENCODING, {"file": name, "encoding": encoding}),) if said else ()
    return Pages(name, found, remarks=remarks)


def _from_word(name: str, content: bytes) -> Pages:
    from docx import Document  # loaded when needed: 0.3 s

    refuse_bomb(name, content)
    try:
        blocks = list(_blocks(Document(BytesIO(content)).element.body))
    except Exception as error:  # the library answers damaged files with a dozen kinds of errors
        raise EngineError(Problem.FILE_BROKEN, name=name) from error
    paragraphs: list[Paragraph] = []
    refused: list[Refusal] = []
    for line, (is_paragraph, text) in enumerate(blocks, start=1):
        if is_paragraph and text.strip():
            paragraphs.append(Paragraph(line, text))
        elif text.strip():
            refused.append(Refusal(name, line, Reason.TABLE_NOT_READ, {"start": text.strip()[:60]}))
    return Pages(name, tuple(paragraphs), tuple(refused))


def _blocks(body: Any) -> Iterator[tuple[bool, str]]:
    """Yield the paragraphs of a document in order, and each row of a table as one piece."""
    for element in body.iterchildren():
        if element.tag == f"{WORD}p":
            yield True, _text(element)
        elif element.tag == f"{WORD}tbl":
            for row in element.iter(f"{WORD}tr"):
                yield False, " | ".join(_text(cell) for cell in row.iterchildren(f"{WORD}tc"))
        elif element.tag == f"{WORD}sdt":
            yield from (block for content in element.iter(f"{WORD}sdtContent") for block in _blocks(content))


def _text(element: Any) -> str:
    """Return what a reader sees of a paragraph: insertions taken as accepted, deletions as gone."""
    if element.tag in NOT_SHOWN:
        return ""
    if element.tag == f"{WORD}t":
        return element.text or ""
    if element.tag == f"{WORD}tab":
        return "\t" if element.getparent().tag == f"{WORD}r" else ""
    if element.tag in (f"{WORD}br", f"{WORD}cr"):
        return "\n"
    if element.tag == f"{WORD}noBreakHyphen":
        return "\u2011"
    return "".join(_text(child) for child in element.iterchildren(tag="*"))
