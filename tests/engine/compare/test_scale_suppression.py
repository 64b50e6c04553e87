"""Scales: when a mean may be told, and when the spread may."""

from dataclasses import replace
from itertools import product
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey_engine.compare.scale_suppression import protect_scale
from survey_engine.compare.scales import ScaleMean, scale_mean
from survey_engine.compare.suppression import Visibility
from tests.engine.compare.makers import scale


def test_means_are_told_and_the_spread_is_not_where_points_hold_few() -> None:
    shown = protect_scale(scale((1, 2, 3, 5, 3), (2, 2, 4, 3, 1)), 3)
    assert ([round(mean.mean, 2) for mean in shown.means if mean], shown.spread) == ([3.5, 2.92], None)


def test_mean_that_would_give_one_person_away_is_not_told() -> None:
    # Eleven at 5 and a mean just below 5 leave one person at 4 and nothing else.
    assert protect_scale(scale((0, 0, 0, 1, 11), (3, 3, 3, 3, 3)), 3).means == (None, None)


def test_spread_is_told_where_every_point_holds_enough() -> None:
    assert protect_scale(scale((3, 4, 5, 4, 3), (5, 5, 5, 4, 3)), 3).spread == (
        (3, 4, 5, 4, 3),
        (5, 5, 5, 4, 3),
    )


def test_group_below_k_has_no_mean() -> None:
    means = protect_scale(scale((1, 2, 3, 5, 3), (0, 1, 0, 1, 0)), 3).means
    assert [mean is None for mean in means] == [False, True]


def test_cant_say_is_apart_and_protected_like_any_count() -> None:
    shown = protect_scale(scale((1, 2, 3, 5, 3), (2, 2, 4, 3, 1), cant_say=(4, 1)), 3)
    assert [cell.visibility for cell in shown.cant_say] == [Visibility.BETWEEN, Visibility.FEW]
    assert shown.means[0] is not None
    assert shown.means[0].n == 14


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=5, max_size=5).map(tuple).filter(lambda tally: 3 <= sum(tally) <= 12)
)
def test_attacker_with_mean_interval_and_n_never_finds_a_point_with_few(tally: tuple[int, ...]) -> None:
    told = protect_scale(replace(scale(tally), totals_known=False), 3).means[0]
    if told is None:
        return
    same = [other for other in _tallies_of(sum(tally)) if _fits(other, told)]
    for point, people in enumerate(tally):
        assert not 0 < people < 3 or len({other[point] for other in same}) > 1


def _tallies_of(n: int) -> list[tuple[int, ...]]:
    return [tally for tally in product(range(n + 1), repeat=5) if sum(tally) == n]


def _fits(tally: tuple[int, ...], told: ScaleMean) -> bool:
    mean = scale_mean((1, 2, 3, 4, 5), tally)
    steps = (0.1, 0.25, 0.5, 1.0)
    return any(_rounds_to(mean, told, step) for step in steps)


def _rounds_to(mean: ScaleMean, told: ScaleMean, step: float) -> bool:
    low = max(1.0, step * floor(mean.low / step + 1e-9))
    high = min(5.0, step * ceil(mean.high / step - 1e-9))
    return (mean.mean, low, high) == pytest.approx((told.mean, told.low, told.high))
