"""Transcripts: who speaks, what belongs to a turn, and that not a word is lost."""

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.collect.models import SAID_ALOUD, Origin
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.paragraphs import read_paragraphs
from survey_engine.exchange.refusals import About, Reason
from survey_engine.exchange.transcripts import Transcript, parse_mapping, read_transcript, read_turns

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(content: str | bytes, only: list[str] | None = None) -> Transcript:
    raw = content.encode() if isinstance(content, str) else content
    return read_turns(read_paragraphs("grupa.txt", raw), only=only)


def turns(transcript: Transcript) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


def refusals(transcript: Transcript) -> list[tuple[int, Reason]]:
    return [(refusal.line, refusal.reason) for refusal in transcript.refused]


def remarks(transcript: Transcript) -> dict[About, object]:
    return {remark.about: remark.details["number"] for remark in transcript.remarks}


def test_each_paragraph_with_a_speaker_is_a_turn_word_for_word() -> None:
    transcript = read("Anna: Nav telpu – nekur.\n\nPēteris Ozols:Budžetā tam nav rindas: nulle.\n")

    assert turns(transcript) == [
        ("Anna", "Nav telpu – nekur."),
        ("Pēteris Ozols", "Budžetā tam nav rindas: nulle."),
    ]
    assert [turn.line for turn in transcript.turns] == [1, 3]


def test_a_paragraph_without_a_speaker_goes_on_with_the_turn_before_it() -> None:
    transcript = read("Anna: Pirmkārt.\nOtrkārt.\n\n  Treškārt.  \nJānis: Jā.\n")

    assert turns(transcript) == [("Anna", "Pirmkārt.\nOtrkārt.\nTreškārt."), ("Jānis", "Jā.")]
    assert remarks(transcript) == {About.PARAGRAPHS_CONTINUED: 2}


@pytest.mark.parametrize(
    "line",
    [
        "12:30 sākām no jauna",
        "12: 30 sākām",
        "[00:12",
        "Sākām ap 12:30 un beidzām 14:00",
        "https://example.org",
        "a" * 64 + ": b",
        ": bez vārda",
    ],
)
def test_a_time_an_address_or_a_long_beginning_is_no_speaker(line: str) -> None:
    assert turns(read(f"Anna: Jā.\n{line}\n")) == [("Anna", f"Jā.\n{line}")]


def test_a_name_of_63_characters_is_a_speaker() -> None:
    assert turns(read("a" * 63 + ": b")) == [("a" * 63, "b")]


def test_a_time_in_brackets_before_the_speaker_is_left_out_and_counted() -> None:
    transcript = read("[00:01:05] Anna: Jā.\n(12:30) Jānis: Nē.\n")

    assert turns(transcript) == [("Anna", "Jā."), ("Jānis", "Nē.")]
    assert remarks(transcript) == {About.TIMES_LEFT_OUT: 2}


def test_text_before_the_first_speaker_and_a_speaker_without_text_are_refused() -> None:
    transcript = read("Fokusgrupa Ķekavā\nAnna:\nJānis: Jā.\n")

    assert turns(transcript) == [("Jānis", "Jā.")]
    assert refusals(transcript) == [(1, Reason.SPEAKER_MISSING), (2, Reason.TURN_EMPTY)]


def test_text_on_the_line_after_the_name_is_what_the_person_said() -> None:
    assert turns(read("Anna:\nLabi ir.\n")) == [("Anna", "Labi ir.")]


def test_a_turn_that_is_too_long_is_refused_whole_and_never_cut() -> None:
    transcript = read(f"Anna: {'a' * 20_001}\nAnna: {'b' * 20_000}\n")

    assert [len(text) for _, text in turns(transcript)] == [20_000]
    assert refusals(transcript) == [(1, Reason.TEXT_TOO_LONG)]


def test_the_same_name_in_other_letters_or_spaces_is_the_same_person() -> None:
    transcript = read("Anna  Liepa: a\nANNA LIEPA: b\n")

    assert transcript.speakers() == {"Anna Liepa": 2}


def test_only_named_speakers_speak_when_the_others_are_ruled_out() -> None:
    transcript = read("Anna: Es domāju tā\nGalvenais: telpas.\n", only=["anna"])

    assert turns(transcript) == [("Anna", "Es domāju tā\nGalvenais: telpas.")]


def test_speakers_become_people_in_groups_and_turns_are_said_aloud_in_order() -> None:
    transcript = read("Anna: a\nJānis: b\nAnna: c\n")

    intake = read_transcript(transcript, {"anna": "ngo", "Zane": "dome"}, now=NOW, language="lv")

    assert [(p.number, p.label, p.group_key) for p in intake.people] == [
        (1, "Anna", "ngo"),
        (2, "Jānis", None),
    ]
    assert [(s.number, s.question_id, s.entry, s.text) for s in intake.said] == [
        (1, SAID_ALOUD, 0, "a"),
        (2, SAID_ALOUD, 1, "b"),
        (1, SAID_ALOUD, 2, "c"),
    ]
    assert intake.origin is Origin.TRANSCRIPT
    assert [(r.about, r.details["speakers"]) for r in intake.remarks] == [
        (About.SPEAKERS_UNMAPPED, "Jānis"),
        (About.MAPPING_UNUSED, "zane"),
    ]


def document(*paragraphs: str, extra: str = "") -> bytes:
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if extra:
        made.element.body.insert(len(paragraphs), parse_xml(extra))
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_word_document_is_read_paragraph_by_paragraph_with_its_line_breaks() -> None:
    assert turns(read(document("Anna: Nav\nnekā.", "", "Jānis: Привет"))) == [
        ("Anna", "Nav\nnekā."),
        ("Jānis", "Привет"),
    ]


def test_insertions_in_a_word_document_are_read_and_deletions_are_not() -> None:
    tracked = (
        f"<w:p {WORD}><w:r><w:t>Anna: mums </w:t></w:r>"
        '<w:ins w:id="1" w:author="x"><w:r><w:t>vajag </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>nevajag </w:delText></w:r></w:del>'
        "<w:r><w:t>telpas</w:t></w:r></w:p>"
    )

    assert turns(read(document(extra=tracked))) == [("Anna", "mums vajag telpas")]


def test_rows_of_a_table_in_a_word_document_are_refused_and_not_lost_in_silence() -> None:
    made = Document()
    made.add_paragraph("Anna: Jā.")
    made.add_table(1, 2).rows[0].cells[0].text = "Jānis"
    content = BytesIO()
    made.save(content)

    assert refusals(read(content.getvalue())) == [(2, Reason.TABLE_NOT_READ)]


@pytest.mark.parametrize("entry", ["Anna", "=ngo", "Anna=", " = "])
def test_a_mapping_without_speaker_or_group_is_refused(entry: str) -> None:
    with pytest.raises(EngineError) as refused:
        parse_mapping([entry])

    assert refused.value.problem == Problem.MAPPING_UNFIT


def test_a_zip_that_is_no_word_document_is_refused() -> None:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    with pytest.raises(EngineError) as refused:
        read(content.getvalue())

    assert refused.value.problem == Problem.FILE_BROKEN


@given(st.lists(st.text("aā1 :/\t\x0c\u2028"), max_size=8))
@settings(deadline=None)
def test_every_letter_of_a_transcript_is_in_a_turn_when_nothing_was_refused(lines: list[str]) -> None:
    text = "\n".join(["Anna: sāk", *lines])

    transcript = read(text)

    if not transcript.refused:
        kept = "".join(turn.speaker + turn.text for turn in transcript.turns)
        assert letters(kept) == letters(text)


def letters(text: str) -> list[str]:
    return sorted(sign for sign in text if not sign.isspace() and sign != ":")


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"Anna: "]))
@settings(deadline=None)
def test_random_bytes_are_read_or_refused_and_never_crash(content: bytes, start: bytes) -> None:
    with suppress(EngineError):
        transcript = read(start + content)
        assert all(turn.text.strip() and turn.speaker for turn in transcript.turns)
