"""What a reader says about a file: the rows it refused, and what else should be known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from survey_engine.i18n import mark


class Reason(StrEnum):
    """Why a row was refused; its words are in REASONS."""

    BROKEN_ROW = "broken-row"
    OPEN_QUOTE = "open-quote"
    TOO_MANY_CELLS = "too-many-cells"
    TOO_FEW_CELLS = "too-few-cells"
    FORBIDDEN_CHARACTER = "forbidden-character"
    TEXT_EMPTY = "text-empty"
    TEXT_TOO_LONG = "text-too-long"
    PARTICIPANT_TWICE = "participant-twice"
    LANGUAGE_UNKNOWN = "language-unknown"
    STATEMENT_TWICE = "statement-twice"
    STATEMENT_UNKNOWN = "statement-unknown"
    NOT_A_NUMBER = "not-a-number"
    VOTE_IMPOSSIBLE = "vote-impossible"
    TIME_IMPOSSIBLE = "time-impossible"
    SPEAKER_MISSING = "speaker-missing"
    TURN_EMPTY = "turn-empty"
    TABLE_NOT_READ = "table-not-read"
    ADDRESS_UNKNOWN = "address-unknown"
    ADDRESS_TWICE = "address-twice"


REASONS: dict[Reason, str] = {
    Reason.BROKEN_ROW: mark("the quotation marks in this row do not close where a cell ends"),
    Reason.OPEN_QUOTE: mark(
        "a quotation mark opens here and is never closed; nothing after it was read (down to line {last})"
    ),
    Reason.TOO_MANY_CELLS: mark("the row has {found} cells and the heading {expected}"),
    Reason.TOO_FEW_CELLS: mark("the row has {found} cells and the heading {expected}"),
    Reason.FORBIDDEN_CHARACTER: mark("the row holds a NUL character, which no text can have"),
    Reason.TEXT_EMPTY: mark("there is no text"),
    Reason.TEXT_TOO_LONG: mark("the text has {length} characters; at most {longest} fit"),
    Reason.PARTICIPANT_TWICE: mark("the participant “{participant}” already answered in line {line}"),
    Reason.LANGUAGE_UNKNOWN: mark("“{language}” is not a language code such as lv, ru or en"),
    Reason.STATEMENT_TWICE: mark("the statement {statement} already stands in line {line}"),
    Reason.STATEMENT_UNKNOWN: mark("there is no statement {statement}"),
    Reason.NOT_A_NUMBER: mark("“{value}” in the column {column} is not a whole number from 0 up"),
    Reason.VOTE_IMPOSSIBLE: mark("“{vote}” is not a vote: 1 agrees, -1 disagrees, 0 passes"),
    Reason.TIME_IMPOSSIBLE: mark("“{value}” is not a time in milliseconds since 1970"),
    Reason.SPEAKER_MISSING: mark("nobody has spoken yet: no speaker stands before this text"),
    Reason.TURN_EMPTY: mark("{speaker} says nothing here"),
    Reason.ADDRESS_UNKNOWN: mark("there is no text at the address “{address}”"),
    Reason.ADDRESS_TWICE: mark("the address “{address}” already stands in line {line}"),
    Reason.TABLE_NOT_READ: mark("a row of a table is not a turn: {start}"),
}


class About(StrEnum):
    """What should be known about a file although no row was refused; its words are in REMARKS."""

    COLUMNS_IGNORED = "columns-ignored"
    SHEETS_IGNORED = "sheets-ignored"
    ROWS_BLANK = "rows-blank"
    ENCODING = "encoding"
    CELLS_EMPTY = "cells-empty"
    PROTECTION_UNDONE = "protection-undone"
    VOTES_SUPERSEDED = "votes-superseded"
    STATEMENTS_REJECTED = "statements-rejected"
    STATEMENTS_WITHOUT_TEXT = "statements-without-text"
    AUTHORS_WITHOUT_VOTES = "authors-without-votes"
    PEOPLE_WITHOUT_VOTES = "people-without-votes"
    LANGUAGE_FOUND = "language-found"
    PARAGRAPHS_CONTINUED = "paragraphs-continued"
    TIMES_LEFT_OUT = "times-left-out"
    SPEAKERS_UNMAPPED = "speakers-unmapped"
    MAPPING_UNUSED = "mapping-unused"
    NOT_IN_WIDE = "not-in-wide"


REMARKS: dict[About, str] = {
    About.COLUMNS_IGNORED: mark("{file}: columns not used: {columns}"),
    About.SHEETS_IGNORED: mark("{file}: only the first sheet was read; not read: {sheets}"),
    About.ROWS_BLANK: mark("{file}: rows without anything in them: {number}"),
    About.ENCODING: mark("{file} was read as {encoding}"),
    About.CELLS_EMPTY: mark("{file}: empty cells in rows that hold other answers: {number}"),
    About.PROTECTION_UNDONE: mark(
        "{file} was written by Balsis: the apostrophe that kept spreadsheets from reading a text as a formula was taken off again in {number} cells"
    ),
    About.VOTES_SUPERSEDED: mark(
        "{file}: votes that the same person later gave again, of which the last one counts: {number}"
    ),
    About.STATEMENTS_REJECTED: mark(
        "{file}: statements that the Polis moderators rejected; they are kept and marked: {number}"
    ),
    About.STATEMENTS_WITHOUT_TEXT: mark("{file}: statements without text, kept under their number: {number}"),
    About.AUTHORS_WITHOUT_VOTES: mark(
        "{file}: people who wrote a statement but never voted; they are not counted as participants: {number}"
    ),
    About.PEOPLE_WITHOUT_VOTES: mark("{file}: participants without a single vote: {number}"),
    About.LANGUAGE_FOUND: mark("The texts were taken to be in “{language}”."),
    About.PARAGRAPHS_CONTINUED: mark(
        "{file}: paragraphs without a speaker, added to the turn before them: {number}"
    ),
    About.TIMES_LEFT_OUT: mark("{file}: times in brackets before a speaker, left out of the text: {number}"),
    About.SPEAKERS_UNMAPPED: mark("{file}: speakers without a group: {speakers}"),
    About.MAPPING_UNUSED: mark("{file}: nobody of this name speaks: {speakers}"),
    About.NOT_IN_WIDE: mark(
        "Notes and turns said aloud, and answers to questions that no published version has, stand in answers_long alone: {number}"
    ),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row that was not taken: where it stands (lines count from 1) and why."""

    file: str
    line: int
    reason: Reason
    details: Mapping[str, object] = field(default_factory=dict)

    def why(self, translate: Callable[[str], str]) -> str:
        """Return the reason in words."""
        return translate(REASONS[self.reason]).format(**self.details)

    def say(self, translate: Callable[[str], str]) -> str:
        """Return file, line and reason as one line, as compilers write them."""
        return f"{self.file}:{self.line}: {self.why(translate)}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a file that its reader decided, in words and numbers."""

    about: About
    details: Mapping[str, object] = field(default_factory=dict)

    def say(self, translate: Callable[[str], str]) -> str:
        """Return the remark in words."""
        return translate(REMARKS[self.about]).format(**self.details)
