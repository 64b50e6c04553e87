"""Real Polis conversations, imported and exported, against what pandas counts in the same files."""

import os
from pathlib import Path

import pandas as pd
import pytest

from survey_engine.cli import main
from survey_engine.exchange.polis import FILES
from survey_engine.workbench import Workbench

POLIS = Path(__file__).resolve().parents[4] / "shared" / "data" / "polis"
NAMES = ("15-per-hour-seattle", "brexit-consensus", "canadian-electoral-reform", "london.youth.policing")
CODES = {1: "agree", -1: "disagree", 0: "pass"}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not POLIS.exists() and not os.environ.get("CI"), reason="the real data is not here"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_conversation_holds_what_pandas_counts(bench: Workbench, name: str) -> None:
    folder = POLIS / name
    comments, votes = pd.read_csv(folder / "comments.csv"), pd.read_csv(folder / "votes.csv")
    people = pd.read_csv(folder / "participants-votes.csv")

    intake = bench.files.read_polis(
        name, {f: (folder / f).read_bytes() for f in FILES if (folder / f).exists()}
    )
    kept = bench.files.keep(intake)

    assert (kept.questions, kept.participants, kept.answers, intake.refused) == (
        len(comments),
        len(set(votes["voter-id"]) | set(people["participant"])),
        len(votes.drop_duplicates(["comment-id", "voter-id"])),
        (),
    )
    assert len(intake.groups) == people["group-id"].nunique()


@pytest.mark.parametrize("name", NAMES)
def test_the_exported_wide_table_is_the_matrix_that_polis_exported(
    folder: Path, tmp_path: Path, name: str
) -> None:
    source = POLIS / name
    assert main(["import-polis", str(source), "--title", name]) == 0
    assert main(["export", name, "--out", str(tmp_path / "out")]) == 0

    table = pd.read_csv(tmp_path / "out" / "answers_wide.csv", dtype=str, keep_default_na=False)
    wide = table.set_index(table["participant"].astype(int))
    matrix = pd.read_csv(source / "participants-votes.csv").set_index("participant").sort_index()

    statements = [column for column in matrix.columns if column.isdigit()]
    expected = matrix[statements].map(lambda vote: CODES.get(vote, ""))
    assert wide.index.tolist() == matrix.index.tolist()
    assert wide[[f"s{number}" for number in statements]].to_numpy().tolist() == expected.to_numpy().tolist()
    assert (wide["group"] == "").tolist() == matrix["group-id"].isna().tolist()


def test_exported_words_are_read_back_the_same_by_pandas(folder: Path, tmp_path: Path) -> None:
    source = POLIS / "london.youth.policing"
    assert main(["import-polis", str(source), "--title", "London"]) == 0
    assert main(["export", "London", "--out", str(tmp_path)]) == 0
    assert main(["export", "London", "--format", "xlsx", "--out", str(tmp_path)]) == 0

    comments = pd.read_csv(source / "comments.csv").set_index("comment-id")["comment-body"].to_dict()
    tables = [
        pd.read_csv(tmp_path / "answers_long.csv"),
        pd.read_excel(tmp_path / "balsis.xlsx", sheet_name="answers_long"),
    ]

    for table in tables:
        asked = table.drop_duplicates("question_id").set_index("question_id")["question"].to_dict()
        assert asked == {f"s{number}": body for number, body in comments.items() if f"s{number}" in asked}
        assert len(table) == 638
