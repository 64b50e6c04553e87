"""Kinds that other tools have only in pieces: what people are asked there, and what is checked."""

import csv
import json
from io import BytesIO, StringIO

from openpyxl import load_workbook

from survey_engine.design.kinds import (
    AnyQuestion,
    Axis,
    Criteria,
    Criterion,
    Ideas,
    Option,
    Points,
    Position,
    Priced,
    Statements,
)
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import Outgoing
from survey_engine.exchange.forms.formats import write_form

PARK, ROAD = {"lv": "Parks"}, {"lv": "Ceļš"}
SHARED = Points(
    key="p", text={"lv": "Dalām"}, options=(Priced(code="a", label=PARK), Priced(code="b", label=ROAD))
)
BUDGET = Points(
    key="p",
    text={"lv": "Tērējam"},
    options=(Priced(code="a", label=PARK, cost=30), Priced(code="b", label=ROAD, cost=50)),
    total=60,
    unit={"lv": "EUR"},
)
BOTH = (Option(code="a", label=PARK), Option(code="b", label=ROAD))
RATED = Criteria(
    key="c",
    text={"lv": "Vērtējam"},
    options=BOTH,
    criteria=(Criterion(code="c1", label={"lv": "Ietekme"}),),
    high={"lv": "liela"},
)
PLACED = Position(
    key="s", text={"lv": "Kur?"}, options=BOTH, x=Axis(name={"lv": "Darbs"}), y=Axis(name={"lv": "Guvums"})
)


def written(question: AnyQuestion, ending: str) -> bytes:
    return write_form(Outgoing(Form(questions=(question,)), "Anketa", ("lv",)), f"a{ending}").content


def survey_rows(question: AnyQuestion) -> list[dict[str, str]]:
    sheet = load_workbook(BytesIO(written(question, ".xlsx")))["survey"]
    heading, *rows = ([cell or "" for cell in row] for row in sheet.iter_rows(values_only=True))
    return [dict(zip(heading, row, strict=True)) for row in rows]


def lime_rows(question: AnyQuestion) -> list[dict[str, str]]:
    text = written(question, ".txt").decode("utf-8-sig")
    rows = csv.DictReader(StringIO(text, newline=""), delimiter="\t")
    return [row for row in rows if row["class"] in ("Q", "SQ", "A")]


def element(question: AnyQuestion) -> dict:
    return json.loads(written(question, ".surveyjs.json"))["pages"][0]["elements"][0]


def test_points_in_xlsform_are_whole_numbers_that_have_to_make_the_total() -> None:
    rows = survey_rows(SHARED)

    assert [(row["type"], row["name"], row.get("constraint", "")) for row in rows] == [
        ("begin_group", "p", ""),
        ("integer", "p_p1", ". >= 0"),
        ("integer", "p_p2", ". >= 0 and . + coalesce(${p_p1}, 0) = 100"),
        ("end_group", "", ""),
    ]


def test_budget_in_xlsform_is_a_list_that_costs_no_more_than_there_is() -> None:
    (row,) = survey_rows(BUDGET)

    assert (row["type"], row["constraint"]) == (
        "select_multiple p",
        "if(selected(., 'a'), 30, 0) + if(selected(., 'b'), 50, 0) <= 60",
    )


def test_criteria_in_xlsform_are_a_table_for_each_thing() -> None:
    assert [(row["type"], row["label::Latviešu (lv)"]) for row in survey_rows(RATED)] == [
        ("begin_group", "Vērtējam"),
        ("begin_group", "Parks"),
        ("select_one c", "Ietekme"),
        ("end_group", ""),
        ("begin_group", "Ceļš"),
        ("select_one c", "Ietekme"),
        ("end_group", ""),
        ("end_group", ""),
    ]


def test_position_in_xlsform_is_two_numbers_for_each_thing() -> None:
    labels = [row["label::Latviešu (lv)"] for row in survey_rows(PLACED) if row["type"] == "integer"]

    assert labels == [
        f"{thing} · {axis} (0, 10)" for thing in ("Parks", "Ceļš") for axis in ("Darbs", "Guvums")
    ]


def test_statements_in_xlsform_are_votes_and_room_for_ones_own() -> None:
    pool = Statements(key="s", text={"lv": "Spriežam"}, options=BOTH)

    assert [row["type"] for row in survey_rows(pool)] == [
        "begin_group",
        "select_one s",
        "select_one s",
        "text",
        "end_group",
    ]


def test_points_in_limesurvey_are_numbers_with_a_sum() -> None:
    (question, *_parts), (budget, *_others) = lime_rows(SHARED), lime_rows(BUDGET)

    assert (question["type/scale"], question["equals_num_value"]) == ("K", "100")
    assert (budget["type/scale"], budget["em_validation_q"]) == (
        "M",
        'sum(if(p_a.NAOK == "Y", 30, 0), if(p_b.NAOK == "Y", 50, 0)) <= 60',
    )


def test_criteria_and_position_in_limesurvey_are_arrays_of_numbers() -> None:
    rated, placed = lime_rows(RATED), lime_rows(PLACED)

    assert [(row["class"], row["type/scale"], row["text"]) for row in rated] == [
        ("Q", ":", "Vērtējam"),
        ("SQ", "0", "Parks"),
        ("SQ", "0", "Ceļš"),
        ("SQ", "1", "Ietekme (1, 5 = liela)"),
    ]
    assert (rated[0]["multiflexible_min"], rated[0]["multiflexible_max"]) == ("1", "5")
    assert (placed[0]["multiflexible_min"], placed[0]["multiflexible_max"]) == ("0", "10")


def test_points_in_surveyjs_are_checked_by_an_expression() -> None:
    (shared,), (budget,) = element(SHARED)["validators"], element(BUDGET)["validators"]

    assert shared["expression"] == (
        "{p} empty or (iif({p.a} notempty, {p.a}, 0) + iif({p.b} notempty, {p.b}, 0)) = 100"
    )
    assert budget == {
        "type": "expression",
        "expression": "(iif({p} contains 'a', 30, 0) + iif({p} contains 'b', 50, 0)) <= 60",
        "text": {"default": "Kopā ne vairāk kā 60 EUR.", "lv": "Kopā ne vairāk kā 60 EUR."},
    }


def test_other_kinds_in_surveyjs_are_tables_and_fields() -> None:
    rated = element(RATED.model_copy(update={"cant_say": False}))

    assert (rated["type"], rated["columns"][0]["cellType"], rated["columns"][0]["rateMax"]) == (
        "matrixdropdown",
        "rating",
        5,
    )
    assert [column["name"] for column in element(PLACED)["columns"]] == ["x", "y"]
    assert len(element(Ideas(key="i", text={"lv": "Ko?"}, most=4))["items"]) == 4
