"""`convert` on the command line: formats by the files' endings, what is listed, exit status."""

import json
from pathlib import Path

import pytest

from survey_engine.cli import main
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Outgoing
from survey_engine.exchange.forms.formats import read_form, write_form
from tests.engine.exchange.forms.made_up import LANGUAGES, as_read, one_of_each
from tests.engine.exchange.forms.workbook import workbook

# Other tools carry every kind in which each person answers alone.
PLAIN = Form(questions=tuple(one for one in one_of_each().questions if not one.takes_contributions))


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C")
    file = tmp_path / "anketa.json"
    file.write_bytes(write_form(Outgoing(PLAIN, "Anketa", LANGUAGES), file.name).content)
    return file


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".txt"])
def test_convert_writes_a_file_that_reads_back_the_same(
    ending: str, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = source.with_name(f"cita{ending}")

    assert main(["convert", str(source), str(target), "--json"]) == 0
    kinds = len(PLAIN.questions)
    assert json.loads(capsys.readouterr().out) == {
        "questions": kinds,
        "languages": ["lv", "ru", "en"],
        "not_carried": [],
    }
    assert read_form(target.name, target.read_bytes()).form == as_read(PLAIN)


def test_convert_lists_what_is_left_out_and_ends_with_1(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = source.with_name("forma.xlsx")
    survey = [("type", "name", "label::English (en)"), ("text", "a", "Why?"), ("geopoint", "place", "Where?")]
    form.write_bytes(workbook(survey))

    assert main(["convert", str(form), str(source.with_name("b.txt")), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "questions": 1,
        "languages": ["en"],
        "not_carried": [
            {"row": 3, "name": "place", "reason": "there is no kind of question here for “geopoint”"}
        ],
    }


@pytest.mark.parametrize(
    ("read", "written"),
    [("anketa.json", "b.lss"), ("anketa.json", "b"), ("nav.json", "b.xlsx"), ("anketa.pdf", "b.json")],
)
def test_convert_that_is_refused_says_why_writes_nothing_and_ends_with_2(
    read: str, written: str, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.with_name("anketa.pdf").write_bytes(b"%PDF")
    target = source.with_name(written)

    assert main(["convert", str(source.with_name(read)), str(target), "--json"]) == 2
    out, said = capsys.readouterr()
    assert (out, bool(said), target.exists()) == ("", True, False)
