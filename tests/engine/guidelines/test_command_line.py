"""`guideline STUDY_OR_GUIDELINE --out FILE`."""

import json
from pathlib import Path

import pytest

from survey_engine.cli import main
from survey_engine.guidelines.picks import KeptQuote
from tests.engine.guidelines.conftest import Room


def test_draft_is_written_as_markdown(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "v.md"
    assert main(["guideline", room.guideline.id, "--out", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith("# Vadlīnijas\n")


def test_study_stands_for_its_only_guideline(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "v.docx"
    assert main(["guideline", room.study.id, "--out", str(file), "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert (written["guideline"], written["recommendations"], written["version"]) == (room.guideline.id, 1, 0)
    assert file.read_bytes().startswith(b"PK")


def test_published_version_can_be_asked_for(room: Room, tmp_path: Path) -> None:
    room.guidelines.attach(room.recommendation.id, KeptQuote(room.quote.id))
    room.guidelines.publish(room.guideline.id)
    room.guidelines.edit(room.guideline.id, title="Jauns nosaukums")
    file = tmp_path / "v.md"
    assert main(["guideline", room.guideline.id, "--version", "1", "--out", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith("# Vadlīnijas\n")


def test_study_with_two_guidelines_asks_which(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = room.guidelines.create(room.study.id, title="Citas")
    assert main(["guideline", room.study.id, "--out", str(tmp_path / "v.md")]) == 2
    assert other.id in capsys.readouterr().err


def test_unknown_id_is_not_done_and_writes_no_file(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "v.md"
    assert (main(["guideline", "no-such", "--out", str(file)]), file.exists()) == (2, False)


def test_file_of_another_kind_is_refused(room: Room, tmp_path: Path) -> None:
    assert main(["guideline", room.guideline.id, "--out", str(tmp_path / "v.pdf")]) == 2


def test_recommendations_without_evidence_are_named(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["guideline", room.guideline.id, "--out", str(tmp_path / "v.md")])
    assert "1.1" in capsys.readouterr().err
