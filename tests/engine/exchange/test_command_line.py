"""The command line that other people's scripts lean on: output, messages, exit status."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from survey_engine.cli import main
from survey_engine.workbench import Workbench, current
from tests import factories as make
from tests.engine.exchange.test_polis import COMMENTS, PEOPLE, VOTES

Run = Callable[..., tuple[int, Any, list[str]]]


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command: exit status, what it printed (JSON or text), messages."""
    monkeypatch.setenv("LC_ALL", "C")

    def ran(*arguments: object) -> tuple[int, Any, list[str]]:
        status = main([str(argument) for argument in arguments])
        out, messages = capsys.readouterr()
        return status, json.loads(out) if "--json" in arguments and out else out, messages.splitlines()

    return ran


@pytest.fixture
def polis(tmp_path: Path) -> Path:
    folder = tmp_path / "saruna"
    folder.mkdir()
    for name, text in {"comments": COMMENTS, "votes": VOTES, "participants-votes": PEOPLE}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def studies() -> list[str]:
    return [study.title for study in current().as_operator().studies.all()]


def test_import_polis_prints_what_was_stored(run: Run, polis: Path) -> None:
    status, result, _ = run("import-polis", polis, "--json")

    assert status == 0
    assert result == {"study": result["study"], "statements": 3, "participants": 3, "votes": 3}
    assert current().as_operator().studies.get(result["study"]).title == "saruna"


def test_import_polis_again_makes_another_study(run: Run, polis: Path) -> None:
    first, second = run("import-polis", polis, "--json")[1], run("import-polis", polis, "--json")[1]

    assert first["study"] != second["study"]
    assert first | {"study": ""} == second | {"study": ""}


def test_import_polis_with_refused_rows_keeps_the_others_and_ends_with_1(run: Run, polis: Path) -> None:
    with (polis / "votes.csv").open("a") as votes:
        votes.write("8000,x,99,7,1\n")

    status, result, messages = run("import-polis", polis, "--json", "--title", "Skvērs")

    assert (status, result["votes"], studies()) == (1, 3, ["Skvērs"])
    assert "votes.csv:7: there is no statement 99" in messages


def test_import_polis_all_or_nothing_stores_nothing_and_ends_with_2(run: Run, polis: Path) -> None:
    with (polis / "votes.csv").open("a") as votes:
        votes.write("8000,x,99,7,1\n")

    status, out, messages = run("import-polis", polis, "--all-or-nothing", "--json")

    assert (status, out, studies()) == (2, "", [])
    assert "votes.csv:7: there is no statement 99" in messages


def test_export_writes_three_tables_of_a_study_by_title(run: Run, polis: Path, tmp_path: Path) -> None:
    run("import-polis", polis, "--title", "Skvērs")

    status, result, _ = run(
        "export", "Skvērs", "--format", "csv", "--out", tmp_path / "out" / "new", "--json"
    )

    assert (status, result["answers"], result["participants"]) == (0, 3, 3)
    names = ["answers_long.csv", "answers_wide.csv", "codebook.csv"]
    assert sorted(file.name for file in (tmp_path / "out" / "new").iterdir()) == names
    with (tmp_path / "out" / "new" / "answers_wide.csv").open(encoding="utf-8-sig", newline="") as file:
        wide = [(row["participant"], row["group"], row["s0"], row["s2"]) for row in csv.DictReader(file)]
    assert wide == [("7", "polis-0", "agree", ""), ("9", "polis-1", "", "disagree"), ("11", "", "", "")]


def test_export_writes_one_workbook(run: Run, polis: Path, tmp_path: Path) -> None:
    study = run("import-polis", polis, "--json")[1]["study"]

    status, out, _ = run("export", study, "--format", "xlsx", "--out", tmp_path / "out")

    assert (status, out.strip()) == (0, str(tmp_path / "out" / "balsis.xlsx"))


def test_import_answers_lists_bad_rows_for_people_and_for_programs(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "atbildes.csv"
    table.write_text("kas;grupa;teksts\n1;NVO;Labi\n2;NVO;\n", encoding="utf-8")

    status, result, messages = run(
        *("import-answers", table, "--title", "Ielas", "--text", "teksts"),
        *("--group", "grupa", "--participant", "kas", "--json"),
    )

    assert (status, result["answers"], result["participants"]) == (1, 1, 1)
    assert result["refused"] == [
        {"file": "atbildes.csv", "line": 3, "reason": "text-empty", "words": "there is no text"}
    ]
    assert "Groups added to the study: NVO" in messages


def test_import_transcript_puts_speakers_into_groups_of_the_study(
    run: Run, bench: Workbench, tmp_path: Path
) -> None:
    study = make.make_study(bench)
    text, groups = tmp_path / "grupa.txt", tmp_path / "grupas.csv"
    text.write_text("Anna: Nav telpu.\nJānis: Ir.\nViesis: Labdien!\n", encoding="utf-8")
    groups.write_text("speaker,group\nJānis,council\n", encoding="utf-8")

    status, result, messages = run(
        *("import-transcript", text, "--study", study.id, "--session", "Otrā grupa", "--held", "2026-05-12"),
        *("--speaker", "Anna=ngo", "--group-map", groups, "--json"),
    )

    assert (status, result["participants"], result["answers"], result["refused"]) == (0, 3, 3, [])
    assert "grupa.txt: speakers without a group: Viesis" in messages
    session = bench.sessions.get(result["session"])
    assert (session.title, session.held_at and session.held_at.date().isoformat()) == (
        "Otrā grupa",
        "2026-05-12",
    )


def test_backup_and_restore_give_the_same_studies(
    run: Run, polis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import-polis", polis, "--title", "Skvērs")
    assert run("backup", tmp_path / "b.zip")[0] == 0
    assert run("restore", tmp_path / "b.zip")[0] == 2
    monkeypatch.setenv("BALSIS_DATA", str(tmp_path / "elsewhere"))

    status, result, _ = run("restore", tmp_path / "b.zip", "--json")

    assert (status, result["aside"], studies()) == (0, None, ["Skvērs"])


def test_demo_prints_the_study(run: Run) -> None:
    status, result, _ = run("demo", "--json")

    assert (status, current().as_operator().studies.get(result["study"]).is_sample) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("no-such-command",),
        ("export", "nothing", "--out", "{tmp}/out"),
        ("import-polis", "{tmp}/not-there"),
        ("import-answers", "{tmp}/not-there.csv", "--title", "A", "--text", "a"),
        ("import-answers", "{tmp}", "--title", "A", "--text", "a"),
        ("import-answers", "{bad}", "--title", "A", "--text", "a"),
        ("import-answers", "{bad}", "--title", "A", "--text", "a", "--language", "latviski"),
        ("import-answers", "{bad}", "--title", "A", "--study", "B", "--text", "a"),
        ("import-transcript", "{bad}", "--title", "A"),
        ("import-transcript", "{bad}", "--title", "A", "--speaker", "Anna"),
        ("restore", "{bad}"),
        ("backup", "{bad}/b.zip"),
    ],
)
def test_what_cannot_be_done_ends_with_2_words_and_no_traceback(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\xff\x00\x81 bad")

    status, out, messages = run(*(a.format(tmp=tmp_path, bad=bad) for a in arguments))

    assert (status, out) == (2, "")
    assert messages
    assert not any("Traceback" in line for line in messages)


def test_help_names_every_command_and_ends_with_0(run: Run) -> None:
    status, out, _ = run("--help")

    commands = ("backup", "demo", "export", "import-answers", "import-polis", "import-transcript", "restore")
    assert status == 0
    assert [name for name in commands if name not in out] == []


def test_a_command_that_is_interrupted_says_so_without_a_traceback(
    run: Run, polis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("survey_engine.workbench.exchange.read_polis", interrupted)

    assert run("import-polis", polis) == (130, "", ["Stopped; nothing was kept."])
