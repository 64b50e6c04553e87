"""Suppression: what is shown, and an attacker who knows every sum and tries to find the few."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.compare.models import CountTable
from survey_engine.compare.suppression import Cell, ProtectedTable, Visibility, protect
from tests.engine.compare.makers import line, options, themes

Table = tuple[tuple[int, ...], ...]


def shown(table: CountTable, k: int = 3) -> list[list[str]]:
    return [[_word(cell) for cell in row] for row in protect(table, k).cells]


def _word(cell: Cell) -> str:
    if cell.visibility is Visibility.BETWEEN:
        return f"{cell.least}-{cell.most}"
    return str(cell.people) if cell.visibility is Visibility.EXACT else cell.visibility.value


def test_counts_below_k_say_few_and_the_others_their_number() -> None:
    assert shown(themes((14, 12), line("a", 12, 2), line("b", 3, 0))) == [["12", "few"], ["3", "few"]]


def test_nearly_everybody_is_shown_where_not_saying_it_is_no_answer_of_its_own() -> None:
    assert shown(themes((14, 12), line("a", 12, 10))) == [["12", "10"]]


def test_group_below_k_is_few_throughout_and_does_not_tell_its_size() -> None:
    cell = protect(themes((14, 2), line("a", 12, 2)), 3).cells[0][1]
    assert (cell.visibility, cell.n) == (Visibility.FEW, 0)


def test_group_without_answers_is_told_apart_from_few() -> None:
    assert shown(themes((14, 0), line("a", 12, 0))) == [["12", "no-answers"]]


def test_neighbour_becomes_a_range_where_the_total_would_give_the_few_away() -> None:
    assert shown(options((14, 12), line("a", 12, 1), several=True)) == [["11-13", "few"]]


def test_few_and_none_look_alike_beside_a_known_total() -> None:
    one, none = (options((14, 12), line("a", *people), several=True) for people in ((12, 1), (13, 0)))
    assert shown(one) == shown(none)


def test_range_is_no_wider_than_what_the_column_and_the_totals_leave() -> None:
    table = options((12, 12), line("agree", 11, 10), line("disagree", 1, 2), line("pass", 0, 0))
    assert shown(table)[0] == ["10-11", "10-11"]


def test_column_that_adds_up_hides_a_second_line_where_one_would_be_left_over() -> None:
    table = CountTable(**{**_plain(options((9,), line("yes", 8), line("no", 1))), "totals_known": False})
    assert shown(table) == [["7-9"], ["few"]]


def _plain(table: CountTable) -> dict[str, object]:
    return {name: getattr(table, name) for name in CountTable.__dataclass_fields__}


def test_range_that_cannot_reach_k_says_few() -> None:
    cells = [
        cell
        for row in shown(options((24, 9), line("a", 1, 4), line("b", 22, 4), line("c", 1, 1)))
        for cell in row
    ]
    assert [cell for cell in cells if cell in ("0-1", "0-2", "1-2")] == []


def test_table_without_few_is_shown_whole() -> None:
    table = options((14, 12), line("a", 6, 5), line("b", 8, 7))
    assert (shown(table), protect(table, 3).withheld) == ([["6", "5"], ["8", "7"]], 0)


@st.composite
def tables(draw: st.DrawFn) -> CountTable:
    """Tables small enough that an attacker can go through every table with the same sums."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=3).map(tuple))
    rows, adds_up = draw(st.integers(2, 3 if len(sizes) == 2 else 2)), draw(st.booleans())
    columns = [draw(_column(n, rows, adds_up)) for n in sizes]
    lines = (line(str(row), *people) for row, people in enumerate(zip(*columns, strict=True)))
    return options(sizes, *lines, several=not adds_up)


def _column(n: int, rows: int, adds_up: bool) -> st.SearchStrategy[tuple[int, ...]]:
    return st.sampled_from(_columns(n, rows, adds_up))


def _columns(n: int, rows: int, adds_up: bool) -> list[tuple[int, ...]]:
    every = product(range(n + 1), repeat=rows)
    return [column for column in every if not adds_up or sum(column) == n]


@settings(max_examples=150, deadline=None)
@given(tables(), st.sampled_from([3, 5]))
def test_attacker_with_every_sum_never_finds_a_count_below_k(table: CountTable, k: int) -> None:
    protected = protect(table, k)
    same_sums = list(_with_the_same_sums(table))
    possible = [other for other in same_sums if _fits(other, protected, k)]
    for row, column in product(range(len(table.lines)), range(len(table.groups))):
        people = table.lines[row].people[column]
        by_sums_alone = {other[row][column] for other in same_sums}
        if 0 < people < k and len(by_sums_alone) > 1:
            assert len({other[row][column] for other in possible}) > 1


@settings(max_examples=100, deadline=None)
@given(tables(), st.sampled_from([3, 5]))
def test_what_is_told_is_always_true(table: CountTable, k: int) -> None:
    counts = tuple(counts.people for counts in table.lines)
    assert _fits(counts, protect(table, k), k)


def _with_the_same_sums(table: CountTable) -> list[Table]:
    totals = [sum(counts.people) for counts in table.lines]
    columns = [_columns(n, len(table.lines), table.adds_up) for n in table.sizes]
    every = (tuple(zip(*chosen, strict=True)) for chosen in product(*columns))
    return [rows for rows in every if [sum(row) for row in rows] == totals]


def _fits(counts: Table, protected: ProtectedTable, k: int) -> bool:
    pairs = zip(counts, protected.cells, strict=True)
    return all(_agrees(n, cell, k) for row, cells in pairs for n, cell in zip(row, cells, strict=True))


def _agrees(people: int, cell: Cell, k: int) -> bool:
    return people < k if cell.visibility is Visibility.FEW else cell.least <= people <= cell.most


@pytest.mark.parametrize("k", [3, 5])
def test_statement_of_a_focus_group_keeps_a_meaning_under_k(k: int) -> None:
    table = options((14, 12), line("agree", 13, 2), line("disagree", 1, 9), line("pass", 0, 1))
    agree = protect(table, k).cells[0][0]
    assert agree.least >= 9
