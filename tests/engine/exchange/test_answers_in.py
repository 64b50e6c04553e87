"""Open answers from a table: a row is good or bad as a whole, and texts stay as they stand."""

from datetime import UTC, datetime

import pytest

from survey_engine.design.kinds.open import LONGEST_TEXT
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.answers_in import Columns, read_answers
from survey_engine.exchange.csv_in import read_csv
from survey_engine.exchange.intake import Intake
from survey_engine.exchange.refusals import About, Reason

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)


def read(text: str, *texts: str, study_language: str | None = None, **columns: str) -> Intake:
    sheet = read_csv("atbildes.csv", text.encode())
    return read_answers(
        sheet, Columns(texts or ("teksts",), **columns), now=NOW, study_language=study_language
    )


def said(intake: Intake) -> list[tuple[int, str | None]]:
    return [(answer.number, answer.text) for answer in intake.said]


def refusals(intake: Intake) -> list[tuple[int, Reason]]:
    return [(refusal.line, refusal.reason) for refusal in intake.refused]


def test_texts_are_taken_exactly_as_they_stand_in_the_cell() -> None:
    intake = read('teksts\n"  Jā,\n""droši"" =1  "\n-5 grādi\n')

    assert said(intake) == [(1, '  Jā,\n"droši" =1  '), (2, "-5 grādi")]


def test_each_text_column_becomes_an_open_question_and_empty_cells_are_counted() -> None:
    intake = read("Kas palīdz?,Kas traucē?\na,b\nc,\n", "Kas palīdz?", "Kas traucē?", language="lv")

    assert [(q.kind, q.key, q.text) for q in intake.questions] == [
        ("open", "kas_palidz", {"lv": "Kas palīdz?"}),
        ("open", "kas_trauce", {"lv": "Kas traucē?"}),
    ]
    assert said(intake) == [(1, "a"), (1, "b"), (2, "c")]
    assert [r.details["number"] for r in intake.remarks if r.about is About.CELLS_EMPTY] == [1]


def test_bad_rows_are_listed_with_line_and_reason_and_good_ones_kept() -> None:
    long = "a" * (LONGEST_TEXT + 1)
    intake = read(
        f"kas,val,teksts\n1,lv,Labi\n2,lv, \n1,lv,Otrreiz\n3,latviski,Jā\n4,lv,{long}\n5,LV,Labi\n",
        participant="kas",
        language="val",
    )

    assert said(intake) == [(1, "Labi"), (2, "Labi")]
    assert refusals(intake) == [
        (3, Reason.TEXT_EMPTY),
        (4, Reason.PARTICIPANT_TWICE),
        (5, Reason.LANGUAGE_UNKNOWN),
        (6, Reason.TEXT_TOO_LONG),
    ]


def test_the_longest_text_that_fits_is_kept_whole() -> None:
    assert said(read(f"teksts\n{'ā' * LONGEST_TEXT}\n")) == [(1, "ā" * LONGEST_TEXT)]


def test_a_participant_counts_from_the_first_good_row() -> None:
    intake = read("kas,teksts\nA,\nA,Jā\n", participant="kas")

    assert (said(intake), refusals(intake)) == ([(1, "Jā")], [(2, Reason.TEXT_EMPTY)])
    assert [person.label for person in intake.people] == ["A"]


def test_groups_are_named_once_and_a_blank_one_is_no_group() -> None:
    intake = read("g,teksts\nNVO,a\n,b\nDome,c\nNVO,d\n", group="g", language="lv")

    assert [group.key for group in intake.groups] == ["NVO", "Dome"]
    assert [person.group_key for person in intake.people] == ["NVO", None, "Dome", "NVO"]


@pytest.mark.parametrize(
    ("given", "study", "expected"), [("ru", "lv", "ru"), (None, "lv", "lv"), (None, None, "ru")]
)
def test_language_is_what_was_said_else_that_of_the_study_else_what_the_texts_are_in(
    given: str | None, study: str | None, expected: str
) -> None:
    columns = {"language": given} if given else {}

    intake = read("teksts\nНам нужен новый автобус в центр\n", study_language=study, **columns)

    assert intake.language == expected


def test_a_column_may_have_the_name_of_a_language() -> None:
    intake = read("lv,teksts\nru,Да\n", language="lv")

    assert [answer.language for answer in intake.said] == ["ru"]


def test_protection_is_taken_off_only_where_balsis_wrote_the_file() -> None:
    own = "session,session_title,mode,participant,group,language,text\ns,T,live,1,,,'=1\n"

    assert said(read(own, "text")) == [(1, "=1")]
    assert said(read("text\n'=1\n", "text")) == [(1, "'=1")]


def test_a_file_without_one_good_row_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        read("teksts,b\n,1\n,2\n")

    assert (refused.value.problem, refused.value.details["number"]) == (Problem.ROWS_NONE, 2)
