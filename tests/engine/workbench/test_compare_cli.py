"""`python -m survey_engine compare`: the same protected map, for programs."""

import json

import pytest

from survey_engine.cli import main
from survey_engine.workbench import Workbench
from survey_engine.workbench.demo import load_demo


def test_compare_prints_the_map_as_json_without_counts_below_k(
    bench: Workbench, capsys: pytest.CaptureFixture[str]
) -> None:
    study = load_demo(bench)
    assert main(["compare", study.id, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    unpaid = next(line for line in printed["lines"] if line["subject"] == "unpaid")
    assert (printed["k"], unpaid["verdict"], unpaid["only"]) == (3, "one", "council")
    assert [(group["people"], group["n"]) for group in unpaid["groups"]] == [("few", 14), (8, 12)]
    numbers = [group["people"] for line in printed["lines"] for group in line["groups"] if "people" in group]
    assert [number for number in numbers if isinstance(number, int) and number < 3] == []


def test_compare_of_one_question_prints_sentences_in_the_language_asked_for(
    bench: Workbench, capsys: pytest.CaptureFixture[str]
) -> None:
    study = load_demo(bench)
    assert main(["compare", study.id, "--question", "trust", "--language", "lv"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "[all] Sadarbība vairo uzticēšanos. piekrīt: 12 no 14 un 10 no 12."
    )


def test_compare_of_an_unknown_study_is_not_done_and_says_so(
    bench: Workbench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "nowhere", "--json"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, bool(printed.err)) == ("", True)
