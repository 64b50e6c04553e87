"""What other people's scripts lean on: exit statuses, what stands on which stream, where things are written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.source import ROOT

COMMANDS = (
    *("demo", "import-answers", "import-polis", "import-transcript", "export", "words", "themes", "lemmas"),
    *("compare", "guideline", "backup", "restore"),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder to work in, far from the project, with a home and an installation of its own."""
    for name in ("home", "work"):
        (tmp_path / name).mkdir()
    return tmp_path


def run(
    place: Path, *arguments: str, said: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    own = {"PYTHONPATH": str(ROOT), "HOME": str(place / "home"), "BALSIS_DATA": str(place / "data")}
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "BALSIS_DATA")}
    return subprocess.run(
        [sys.executable, "-m", "survey_engine", *arguments],
        cwd=place / "work",
        env=kept | {"PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C"} | own | environment,
        input=said,
        capture_output=True,
        check=False,
        timeout=300,
    )


def written(place: Path, name: str) -> list[str]:
    return sorted(str(path.relative_to(place / name)) for path in (place / name).rglob("*"))


def table(place: Path, text: str, name: str = "a.csv") -> str:
    (place / "work" / name).write_bytes(text.encode())
    return name


def polis(place: Path, votes: str) -> str:
    folder = place / "work" / "polis"
    folder.mkdir()
    comments = "comment-body,moderated,comment-id,author-id,timestamp\n=1+1,1,0,5,1\nWe need grants,1,1,5,2\n"
    (folder / "comments.csv").write_bytes(b"\xef\xbb\xbf" + comments.encode())
    (folder / "votes.csv").write_text(f"voter-id,vote,timestamp,comment-id\n{votes}", encoding="utf-8")
    return "polis"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(place: Path, command: str) -> None:
    done = run(place, command, "--help")
    assert (done.returncode, done.stdout[:6], done.stderr) == (0, b"usage:", b"")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("export",),
        ("lemmas", "--language", "de"),
        ("themes", "none.csv", "--text", "a", "--json"),
        ("import-polis", "none", "--json"),
        ("export", "none", "--out", "out"),
        ("compare", "none", "--json"),
        ("guideline", "none", "--out", "a.md"),
        ("restore", "none.zip"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_message(place: Path, arguments: tuple[str, ...]) -> None:
    done = run(place, *arguments)
    assert (done.returncode, done.stdout, b"Traceback" in done.stderr) == (2, b"", False)
    assert done.stderr


@pytest.mark.parametrize(
    "url", ["garbage-hunter2", "sqlite:////nowhere/at/all/x.db", "oracle://me:hunter2@127.0.0.1:1/x"]
)
def test_database_that_cannot_be_used_ends_with_2_and_tells_no_password(place: Path, url: str) -> None:
    done = run(place, "export", "x", "--out", "out", DATABASE_URL=url)
    assert (done.returncode, done.stdout, b"hunter2" in done.stderr) == (2, b"", False)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\n",
        b"grantiem",
        b"grantiem\r\n\r\n123\r\n",
        "\n\n😀\nceļiem\n \nbez gala\n".encode(),
        "a\x0bb\x0cc\x85d\u2028e\rf\ng".encode(),
        b"\xef\xbb\xbfgrantu\n",
    ],
)
@pytest.mark.parametrize("language", ["lv", "ru", "en"])
def test_lemmas_gives_a_line_for_each_line(place: Path, said: bytes, language: str) -> None:
    done = run(place, "lemmas", "--language", language, said=said)
    lines = said.count(b"\n") + bool(said and not said.endswith(b"\n"))
    assert (done.returncode, done.stdout.count(b"\n"), done.stderr) == (0, lines, b"")


def test_lemmas_refuses_what_is_not_utf_8(place: Path) -> None:
    done = run(place, "lemmas", "--language", "lv", said=b"grantu\nce\xecu\n")
    assert (done.returncode, done.stdout, b"line 2" in done.stderr) == (2, b"", True)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("mans teksts ā\n", 0),
        ("mans teksts ā\nviena\n", 1),
        ('id;mans teksts ā\r\n1;"Grantu; sistēma\nir slikta"\r\n2;\r\n3;Vajag naudu\r\n', 3),
        ("\ufeffmans teksts ā\n" + "Vajag vairāk naudas\n" * 30, 30),
    ],
)
def test_themes_gives_an_entry_for_each_row_and_nothing_but_json(place: Path, text: str, rows: int) -> None:
    done = run(place, "themes", table(place, text), "--text", "mans teksts ā", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, len(found["rows"]), set(found)) == (0, rows, {"themes", "rows"})
    assert written(place, "home") == []
    assert not (place / "data").exists()


def test_polis_with_a_vote_for_no_statement_is_kept_without_it_and_ends_with_1(place: Path) -> None:
    folder = polis(place, "7,1,1,0\n8,-1,2,1\n9,1,3,99\n")
    done = run(place, "import-polis", folder, "--json")
    stored = json.loads(done.stdout)
    assert (done.returncode, stored["statements"], stored["votes"]) == (1, 2, 2)
    assert b"votes.csv:4" in done.stderr


def test_polis_of_nothing_but_signs_is_imported(place: Path) -> None:
    folder = polis(place, "7,1,1,0\n")
    (place / "work" / folder / "comments.csv").write_text(
        "comment-id,comment-body\n0,12 + 7\n", encoding="utf-8"
    )
    done = run(place, "import-polis", folder, "--json")
    assert (done.returncode, json.loads(done.stdout)["statements"]) == (0, 1)


def test_export_writes_three_files_that_no_spreadsheet_runs(place: Path) -> None:
    study = json.loads(run(place, "import-polis", polis(place, "7,1,1,0\n"), "--json").stdout)["study"]
    done = run(place, "export", study, "--format", "csv", "--out", "out", "--json")
    assert (done.returncode, written(place, "work/out")) == (
        0,
        ["answers_long.csv", "answers_wide.csv", "codebook.csv"],
    )
    long = (place / "work" / "out" / "answers_long.csv").read_text(encoding="utf-8-sig")
    assert ("'=1+1" in long, ",=1+1" in long) == (True, False)


def test_everything_is_written_where_balsis_data_says(place: Path) -> None:
    assert run(place, "demo", "--json").returncode == 0
    assert (written(place, "home"), written(place, "work")) == ([], [])
    assert "balsis.db" in written(place, "data")


def test_database_url_moves_the_database_alone(place: Path) -> None:
    assert run(place, "demo", DATABASE_URL=f"sqlite:///{place / 'elsewhere.db'}").returncode == 0
    assert ((place / "elsewhere.db").exists(), (place / "data" / "balsis.db").exists()) == (True, False)


def test_backup_restored_elsewhere_holds_the_same_answers(place: Path) -> None:
    study = json.loads(run(place, "demo", "--json").stdout)["study"]
    assert run(place, "backup", "b.zip", "--json").returncode == 0
    other = {"BALSIS_DATA": str(place / "other")}
    assert run(place, "restore", "b.zip", "--json", **other).returncode == 0
    for folder, environment in (("one", {}), ("two", other)):
        assert run(place, "export", study, "--out", folder, **environment).returncode == 0
    contents = [
        {file.name: file.read_bytes() for file in (place / "work" / folder).iterdir()}
        for folder in ("one", "two")
    ]
    assert contents[0] == contents[1]
    assert ((place / "work" / "b.zip").stat().st_mode & 0o77, (place / "other").stat().st_mode & 0o77) == (
        0,
        0,
    )
