"""Read the transcript of a focus group: one `Speaker: text` paragraph a turn, as MAXQDA reads it.

A name is at most 63 characters before the colon. A paragraph without a speaker goes on with
the turn before it. A time such as 12:30 or an address such as https: is no speaker.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from survey_engine.collect.models import SAID_ALOUD, Origin
from survey_engine.design.kinds.open import LONGEST_TEXT
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.intake import Intake, NamedGroup, Person, Said
from survey_engine.exchange.languages import language_of_most
from survey_engine.exchange.paragraphs import Pages
from survey_engine.exchange.refusals import About, Reason, Refusal, Remark
from survey_engine.exchange.sheets import Sheet

LONGEST_SPEAKER = 63
SPEAKER = re.compile(rf"\s*([^:\n]{{1,{LONGEST_SPEAKER}}}):(?!//)[ \t\u00a0]*")
TIME = re.compile(r"[\[(]?\s*\d{1,2}\s*")
TIME_IN_BRACKETS = re.compile(r"\s*[\[(]\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]\s*")


@dataclass(slots=True)
class Turn:
    """What one person said in one go; `parts` are its paragraphs."""

    line: int
    speaker: str
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the turn as said, its paragraphs on lines of their own."""
        return "\n".join(part for part in self.parts if part)


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns of a file in order, and what was refused or left out."""

    name: str
    turns: tuple[Turn, ...]
    refused: tuple[Refusal, ...]
    remarks: tuple[Remark, ...]

    def speakers(self) -> dict[str, int]:
        """Return everybody who speaks, in the order in which they first do, with their number of turns."""
        return dict(Counter(turn.speaker for turn in self.turns))


def read_turns(pages: Pages, *, only: Collection[str] | None = None) -> Transcript:
    """Return the turns of a transcript; with `only`, nothing but these names counts as a speaker."""
    turns: list[Turn] = []
    refused = list(pages.refused)
    known: dict[str, str] = {}
    names = None if only is None else {_same(name) for name in only}
    continued = times = 0
    for paragraph in pages.paragraphs:
        speaker, text, timed = _split(paragraph.text, names)
        if speaker:
            name = known.setdefault(_same(speaker), speaker)
            turns.append(Turn(paragraph.line, name, [text]))
            times += timed
        elif turns:
            turns[-1].parts.append(text)
            continued += 1
        else:
            refused.append(Refusal(pages.name, paragraph.line, Reason.SPEAKER_MISSING))
    good, bad = _sifted(pages.name, turns)
    counted = ((About.PARAGRAPHS_CONTINUED, continued), (About.TIMES_LEFT_OUT, times))
    remarks = tuple(
        Remark(about, {"file": pages.name, "number": number}) for about, number in counted if number
    )
    ordered = tuple(sorted((*refused, *bad), key=lambda refusal: refusal.line))
    return Transcript(pages.name, tuple(good), ordered, (*pages.remarks, *remarks))


def read_transcript(
    transcript: Transcript,
    groups: Mapping[str, str],
    *,
    now: datetime,
    language: str | None = None,
    study_language: str | None = None,
) -> Intake:
    """Return the turns as answers said aloud; `groups` says which group a speaker belongs to.

    `language` is that of every turn, where it is known. Raises ROWS_NONE. The names of the speakers stay labels that are never exported.
    """
    group_of = {_same(speaker): group.strip() for speaker, group in groups.items() if group.strip()}
    numbers = {speaker: number for number, speaker in enumerate(transcript.speakers(), start=1)}
    used = list(dict.fromkeys(group_of[_same(name)] for name in numbers if _same(name) in group_of))
    found = language or study_language or language_of_most([turn.text for turn in transcript.turns])
    return Intake(
        name=transcript.name,
        title=transcript.name.rsplit(".", 1)[0],
        purpose="",
        language=found,
        origin=Origin.TRANSCRIPT,
        groups=tuple(NamedGroup(name, {found: name}) for name in used),
        questions=(),
        people=[
            Person(number, speaker, group_of.get(_same(speaker)), language, now)
            for speaker, number in numbers.items()
        ],
        # A microsecond apart: whoever sorts by time gets the turns as they were spoken.
        said=[
            Said(
                numbers[turn.speaker],
                SAID_ALOUD,
                entry,
                (),
                turn.text,
                language,
                now + timedelta(microseconds=entry),
            )
            for entry, turn in enumerate(transcript.turns)
        ],
        held_at=now,
        ended_at=now,
        refused=transcript.refused,
        remarks=(*transcript.remarks, *_remarks(transcript.name, numbers, group_of)),
    ).refuse_empty()


def parse_mapping(entries: Collection[str]) -> dict[str, str]:
    """Return speaker and group of entries such as "Anna=ngo"; raise MAPPING_UNFIT."""
    mapping: dict[str, str] = {}
    for entry in entries:
        speaker, sign, group = entry.rpartition("=")
        if not sign or not speaker.strip() or not group.strip():
            raise EngineError(Problem.MAPPING_UNFIT, entry=entry)
        mapping[speaker.strip()] = group.strip()
    return mapping


def read_mapping(sheet: Sheet) -> dict[str, str]:
    """Return speaker and group of a table with these two columns; raise COLUMN_MISSING."""
    speaker_at, group_at = sheet.position("speaker"), sheet.position("group")
    return {row.cells[speaker_at].strip(): row.cells[group_at].strip() for row in sheet.rows}


def _split(text: str, names: Collection[str] | None) -> tuple[str, str, bool]:
    """Return speaker ('' for none), what is said, and whether a time in brackets stood before the speaker."""
    timed = TIME_IN_BRACKETS.match(text)
    rest = text[timed.end() :] if timed else text
    found = SPEAKER.match(rest)
    if found is None or _is_time(rest, found) or (names is not None and _same(found[1]) not in names):
        return "", text.strip(), False
    return " ".join(found[1].split()), rest[found.end() :].rstrip(), timed is not None


def _is_time(text: str, found: re.Match[str]) -> bool:
    """Say whether the colon stands in a time, as in “12:30” or “at 12:30”."""
    between_digits = text[found.end(1) - 1].isdigit() and text[found.end(1) + 1 :][:1].isdigit()
    return between_digits or TIME.fullmatch(found[1]) is not None


def _sifted(name: str, turns: list[Turn]) -> tuple[list[Turn], list[Refusal]]:
    good: list[Turn] = []
    bad: list[Refusal] = []
    for turn in turns:
        if not turn.text.strip():
            bad.append(Refusal(name, turn.line, Reason.TURN_EMPTY, {"speaker": turn.speaker}))
        elif len(turn.text) > LONGEST_TEXT:
            details = {"length": len(turn.text), "longest": LONGEST_TEXT}
            bad.append(Refusal(name, turn.line, Reason.TEXT_TOO_LONG, details))
        else:
            good.append(turn)
    return good, bad


def _remarks(name: str, speakers: Collection[str], group_of: Mapping[str, str]) -> tuple[Remark, ...]:
    unmapped = [speaker for speaker in speakers if _same(speaker) not in group_of]
    spoken = {_same(speaker) for speaker in speakers}
    unused = [speaker for speaker in group_of if speaker not in spoken]
    named = ((About.SPEAKERS_UNMAPPED, unmapped), (About.MAPPING_UNUSED, unused))
    return tuple(Remark(about, {"file": name, "speakers": ", ".join(who)}) for about, who in named if who)


def _same(name: str) -> str:
    """Return what is equal for two ways of writing the same name."""
    return " ".join(name.split()).casefold()
