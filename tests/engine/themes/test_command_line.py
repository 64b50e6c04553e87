"""The fixed contract of `themes`, `words` and `lemmas`."""

import json
from io import StringIO

import pytest

from survey_engine.cli import main

ROWS = ("Ceļi ir slikti", "", "Jāremontē ceļus", "Дороги плохие")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "said.csv"
    lines = ["nr;atbilde", *(f"{i};{text}" for i, text in enumerate(ROWS))]
    path.write_text("\ufeff" + "\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


def test_words_are_printed_as_scripts_expect(table, capsys):
    assert main(["words", str(table), "--text", "atbilde", "--json"]) == 0

    assert json.loads(capsys.readouterr().out)[0] == {
        "lemma": "ceļš",
        "language": "lv",
        "answers": 2,
        "forms": {"ceļi": 1, "ceļus": 1},
    }


def test_themes_name_every_row_and_quote_exactly(table, capsys):
    assert main(["themes", str(table), "--text", "atbilde", "--themes", "1", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["rows"] == ["t1", None, "t1", "t1"]
    assert all(
        ROWS[q["row"]][q["start"] : q["end"]] == q["text"] for t in found["themes"] for q in t["quotes"]
    )


def test_lemmas_keep_one_line_for_one_line(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", StringIO("Ceļi\n\nceļus"))

    assert main(["lemmas", "--language", "lv"]) == 0
    assert capsys.readouterr().out == "ceļš\n\nceļš\n"


def test_a_missing_column_says_which_there_are(table, capsys):
    assert main(["words", str(table), "--text", "teksts"]) == 2

    assert "nr, atbilde" in capsys.readouterr().err


def test_a_missing_file_says_so(tmp_path, capsys):
    assert main(["themes", str(tmp_path / "no.csv"), "--text", "a"]) == 2

    assert "no.csv" in capsys.readouterr().err


def test_an_empty_file_says_so(tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")

    assert main(["words", str(empty), "--text", "a"]) == 2


def test_a_heading_alone_has_no_themes(tmp_path, capsys):
    path = tmp_path / "heading.csv"
    path.write_text("a,b\n", encoding="utf-8")

    assert main(["themes", str(path), "--text", "b", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"themes": [], "rows": []}
