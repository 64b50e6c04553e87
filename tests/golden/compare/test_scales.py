"""Scales against other implementations of the same methods."""

import numpy as np
import pytest
from scipy.stats import mannwhitneyu, norm, ttest_1samp

from survey_engine.compare.scales import scale_mean, superiority_interval, superiority_of

POINTS = (1, 2, 3, 4, 5)


def spread(tally: tuple[int, ...]) -> list[int]:
    return [point for point, people in zip(POINTS, tally, strict=True) for _ in range(people)]


def test_superiority_is_the_one_published_for_sen_1967() -> None:
    # The example of ci.mann in the R package statpsych (Sen 1967): 0.86875, from ranks.
    left = [9.4, 10.3, 58.3, 106.0, 31.0, 46.2, 12.0, 19.0, 135.0, 159.0]
    right = [14.6, 5.1, 8.1, 22.7, 6.4, 4.4, 19.0, 3.2]
    values = sorted({*left, *right})
    tallies = [[group.count(value) for value in values] for group in (left, right)]
    assert superiority_of(*tallies) == pytest.approx(0.86875)


def test_superiority_is_the_u_statistic_of_scipy() -> None:
    left, right = (0, 1, 2, 6, 5), (4, 5, 2, 1, 0)
    u = mannwhitneyu(spread(left), spread(right)).statistic
    assert superiority_of(left, right) == pytest.approx(u / (14 * 12))


@pytest.mark.parametrize(("theta", "m", "n"), [(0.5, 8, 8), (0.9, 14, 12), (0.8932, 58, 51), (0.3, 5, 40)])
def test_interval_of_superiority_solves_the_quartic_of_method_5(theta: float, m: int, n: int) -> None:
    # Newcombe 2006 (25:559-573) multiplied out, as the R package auRoc solves it.
    star, z2, mn = (m + n) / 2 - 1, norm.ppf(0.975) ** 2, m * n
    a, b, c = -1 - 2 * star, 1 + 2 * star, 2 + star
    d, e, f, g = 1 + 2 * theta, 2 - 2 * theta - theta**2, theta**2 - 4 * theta, 2 * theta**2
    quartic = [-mn + z2 * a, mn * d - z2 * (a - b), mn * e - z2 * (b - c), mn * f - z2 * c, mn * g]
    roots = sorted(root.real for root in np.roots(quartic) if abs(root.imag) < 1e-9 and 0 < root.real < 1)
    assert superiority_interval(theta, m, n) == pytest.approx((roots[0], roots[-1]), abs=1e-6)


def test_interval_of_a_mean_is_students() -> None:
    tally = (1, 2, 4, 3, 2)
    expected = ttest_1samp(spread(tally), 3).confidence_interval(0.95)
    shown = scale_mean(POINTS, tally)
    assert (shown.low, shown.high) == pytest.approx((expected.low, expected.high))
