"""Columns of the wide table, kind by kind."""

from survey_engine.exchange.study_answers import OutAnswer
from survey_engine.exchange.tables import Cell
from survey_engine.exchange.wide import cell_of, columns_of
from tests import factories as make


def wide(question, *codes: str, text: str | None = None) -> dict[str, Cell]:
    answer = OutAnswer("a", "s", "p", question.id, "", 0, codes, text, None, None, "participant", make.NOON)
    return {column.name: cell_of(column, [answer]) for column in columns_of(question, "k")}


def test_words_beside_other_have_a_column_of_their_own() -> None:
    question = make.single().model_copy(update={"other": True})
    assert wide(question, "other", text="Cits ceļš") == {"k": "other", "k_other_text": "Cits ceļš"}


def test_none_and_other_are_columns_of_a_multiple_choice() -> None:
    question = make.multiple(codes="ab").model_copy(update={"other": True, "none": True})
    cells = {"k_a": 0, "k_b": 0, "k_other": 0, "k_none": 1, "k_other_text": None}
    assert wide(question, "none") == cells


def test_matrix_has_a_column_for_each_statement() -> None:
    assert wide(make.matrix(), "a=4", "b=cant_say") == {"k_a": 4, "k_b": "cant_say"}


def test_points_have_the_amount_of_each_option() -> None:
    assert wide(make.points(), "a=30", "c=70") == {"k_a": 30, "k_b": 0, "k_c": 70}
    assert wide(make.budget(), "b=5000") == {"k_a": 0, "k_b": 5000, "k_c": 0}


def test_number_and_day_are_cells_as_they_are() -> None:
    assert wide(make.number(), "12.5") == {"k": 12.5}
    assert wide(make.date(), "2026-11-21") == {"k": "2026-11-21"}


def test_ranking_has_the_place_of_each_option() -> None:
    assert wide(make.ranking(), "c", "a") == {"k_a": 2, "k_b": None, "k_c": 1}


def test_criteria_have_a_column_for_each_thing_by_each_criterion() -> None:
    cells = {"k_a_c1": 4, "k_a_c2": None, "k_b_c1": None, "k_b_c2": "cant_say"}
    assert wide(make.criteria(), "a/c1=4", "b/c2=cant_say") == cells


def test_position_has_a_column_for_each_axis_of_each_thing() -> None:
    assert wide(make.position(), "b=0,10") == {"k_a_x": None, "k_a_y": None, "k_b_x": 0, "k_b_y": 10}
