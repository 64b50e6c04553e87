"""The agreement map: under which heading a line stands, and that headings give nothing away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.compare.agreement import Agreement, map_agreement
from survey_engine.compare.models import CountTable
from survey_engine.compare.verdicts import Verdict
from tests.engine.compare.makers import line, options, scale, themes, votes

SKETCH = themes(
    (14, 12),
    line("trust", 12, 10),
    line("budget", 11, 8),
    line("grants", 12, 1),
    line("no funding", 0, 8),
    line("website", 6, 4),
)


def headings(*tables: CountTable, k: int = 3) -> dict[str, Verdict]:
    return {line.line_id: line.verdict for line in map_agreement(tables, (), k).lines}


def test_two_focus_groups_are_sorted_as_a_person_would() -> None:
    assert headings(SKETCH) == {
        "trust": Verdict.ALL,
        "budget": Verdict.ALL,
        "grants": Verdict.ONE,
        "no funding": Verdict.ONE,
        "website": Verdict.TOO_FEW,
    }


def test_line_that_one_group_alone_says_names_that_group() -> None:
    only = {line.line_id: line.only for line in map_agreement([SKETCH], (), 3).under(Verdict.ONE)}
    assert only == {"grants": 0, "no funding": 1}


def test_groups_differ_where_both_say_it_but_not_equally_often() -> None:
    assert headings(themes((60, 60), line("a", 50, 24))) == {"a": Verdict.DIFFER}


def test_what_fewer_than_half_say_everywhere_is_set_apart() -> None:
    assert headings(themes((60, 60), line("a", 10, 12))) == {"a": Verdict.MINORITY}


def test_group_below_k_is_left_out_of_the_sorting() -> None:
    assert headings(themes((14, 12, 2), line("a", 12, 10, 0))) == {"a": Verdict.ALL}


def test_one_group_alone_is_not_compared() -> None:
    assert headings(themes((14, 2), line("a", 12, 2))) == {"a": Verdict.TOO_FEW}


def test_statement_comes_once_with_its_most_telling_stance() -> None:
    rejected = map_agreement([votes((1, 1), (12, 10), (1, 1))], (), 3)
    parted = map_agreement([votes((12, 1), (1, 10), (1, 1))], (), 3)
    assert [(line.line_id, line.verdict) for line in (*rejected.lines, *parted.lines)] == [
        ("disagree", Verdict.ALL),
        ("agree", Verdict.ONE),
    ]


def test_those_who_pass_are_nothing_that_a_group_says() -> None:
    assert [line.line_id for line in map_agreement([votes((1, 1), (1, 1), (12, 10))], (), 3).lines] == [
        "agree"
    ]


def test_scale_on_which_all_lean_the_same_way_is_shared() -> None:
    drawn = map_agreement((), [scale((0, 0, 1, 7, 6), (0, 0, 2, 5, 5))], 3)
    assert [line.verdict for line in drawn.lines] == [Verdict.ALL]


def test_scale_on_which_groups_stand_apart_differs() -> None:
    drawn = map_agreement((), [scale((0, 1, 2, 6, 5), (4, 5, 2, 1, 0))], 3)
    assert [line.verdict for line in drawn.lines] == [Verdict.DIFFER]


def test_answers_stand_behind_a_shown_count_and_never_behind_few() -> None:
    said = (("a1", "a2", "a3"), ("b1",))
    sides = map_agreement([themes((14, 12), line("a", 3, 1, answers=said))], (), 3).lines[0].sides
    assert [side.answers for side in sides] == [("a1", "a2", "a3"), ()]


def test_no_more_answers_are_listed_behind_a_range_than_everybody_knows_of() -> None:
    said = (tuple(f"a{i}" for i in range(12)), ("b1",))
    table = options((14, 12), line("a", 12, 1, answers=said), several=True)
    side = map_agreement([table], (), 3).lines[0].sides[0]
    assert (side.cell.least, len(side.answers)) == (11, 11)


def public(drawn: Agreement) -> list[tuple[str, Verdict, tuple[bool, ...]]]:
    return [(x.line_id, x.verdict, tuple(d.is_clear for d in x.differences)) for x in drawn.lines]


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 14), st.integers(0, 2), st.integers(0, 2))
def test_headings_are_the_same_whatever_stands_behind_few(many: int, few: int, other: int) -> None:
    one, two = (map_agreement([themes((14, 12), line("a", many, hidden))], (), 3) for hidden in (few, other))
    assert public(one) == public(two)


@given(st.integers(0, 14), st.integers(0, 12))
def test_heading_does_not_depend_on_the_order_of_the_groups(left: int, right: int) -> None:
    there = headings(themes((14, 12), line("a", left, right)))
    assert there == headings(themes((12, 14), line("a", right, left)))


def test_more_lines_make_a_single_difference_less_sure() -> None:
    lines = [line(f"x{i}", 6, 5) for i in range(40)]
    alone = headings(themes((14, 12), line("a", 10, 3)))
    among = headings(themes((14, 12), line("a", 10, 3), *lines))
    assert (alone["a"], among["a"]) == (Verdict.DIFFER, Verdict.TOO_FEW)
