"""Gaps: laws that hold for any two groups."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.compare.gaps import chance_of, gap_between, hold_in_check
from survey_engine.compare.scales import scale_gap, scale_mean
from survey_engine.compare.shares import Share

POINTS = (1, 2, 3, 4, 5)
shares = st.integers(1, 60).flatmap(lambda n: st.builds(Share, st.integers(0, n), st.just(n)))
tallies = st.lists(st.integers(0, 6), min_size=5, max_size=5).filter(any).map(tuple)


@given(shares, shares)
def test_gap_mirrors_when_the_groups_change_places(left: Share, right: Share) -> None:
    there, back = gap_between(left, right), gap_between(right, left)
    assert (there.size, there.low, there.high) == pytest.approx((-back.size, -back.high, -back.low))


@given(shares, shares)
def test_gap_lies_in_its_interval_and_within_all(left: Share, right: Share) -> None:
    gap = gap_between(left, right)
    assert -1 - 1e-9 <= gap.low <= gap.size <= gap.high <= 1 + 1e-9


@given(shares, shares)
def test_chance_is_the_same_from_either_side(left: Share, right: Share) -> None:
    assert chance_of(left, right) == pytest.approx(chance_of(right, left))


def test_one_lucky_line_among_twenty_does_not_stand() -> None:
    assert hold_in_check([0.04, *[0.5] * 19]) == (False,) * 20


def test_nothing_compared_is_nothing_held() -> None:
    assert hold_in_check([]) == ()


@settings(max_examples=40, deadline=None)
@given(tallies, tallies)
def test_scale_gap_mirrors_when_the_groups_change_places(
    left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    there, back = scale_gap(POINTS, left, right), scale_gap(POINTS, right, left)
    assert there.superiority == pytest.approx(1 - back.superiority)
    assert (there.means.low, there.means.high) == pytest.approx((-back.means.high, -back.means.low))


def test_mean_of_people_who_all_chose_one_point_still_has_an_interval() -> None:
    shown = scale_mean(POINTS, (0, 0, 0, 0, 8))
    assert (shown.mean, shown.high) == (5.0, 5.0)
    assert shown.low == pytest.approx(5 - 4 * (1.96**2 / (8 + 1.96**2)), abs=1e-3)


def test_two_groups_that_chose_the_same_point_do_not_differ_by_chance_or_otherwise() -> None:
    gap = scale_gap(POINTS, (0, 0, 5, 0, 0), (0, 0, 7, 0, 0))
    assert (gap.means.size, gap.superiority, gap.chance) == (0.0, 0.5, 1.0)
