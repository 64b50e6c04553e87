"""Newcombe's interval against Table II of his paper (1998, Statistics in Medicine 17:873-890, method 10)."""

import pytest
from scipy.stats import false_discovery_control

from survey_engine.compare.gaps import chance_of, gap_between, hold_in_check
from survey_engine.compare.shares import Share

TABLE_2 = [
    ((56, 70), (48, 80), 0.2, 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.6, 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.5714, 0.0582, 0.8062),
    ((5, 56), (0, 29), 0.0893, -0.0381, 0.1926),
    ((0, 10), (0, 20), 0.0, -0.1611, 0.2775),
    ((0, 10), (0, 10), 0.0, -0.2775, 0.2775),
    ((10, 10), (0, 20), 1.0, 0.6791, 1.0),
    ((10, 10), (0, 10), 1.0, 0.6075, 1.0),
]


@pytest.mark.parametrize(("left", "right", "size", "low", "high"), TABLE_2)
def test_interval_of_a_gap_is_the_published_one(
    left: tuple[int, int], right: tuple[int, int], size: float, low: float, high: float
) -> None:
    gap = gap_between(Share(*left), Share(*right))
    assert (gap.size, gap.low, gap.high) == pytest.approx((size, low, high), abs=5e-5)


def test_chance_of_the_tea_taster_is_the_one_fisher_gave() -> None:
    # Fisher 1935, The Design of Experiments: 3 of 4 cups told right on each side, one-sided 17/70.
    assert chance_of(Share(3, 4), Share(1, 4)) == pytest.approx(2 * 17 / 70)


def test_first_four_of_the_fifteen_tests_of_benjamini_and_hochberg_stand() -> None:
    # Benjamini & Hochberg 1995, JRSS B 57:289-300, section 3.2: fifteen p values, four rejected at 5 %.
    published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
    ]  # fmt: skip
    assert sum(hold_in_check(published)) == 4
    assert hold_in_check(published) == tuple(q <= 0.05 for q in false_discovery_control(published))
