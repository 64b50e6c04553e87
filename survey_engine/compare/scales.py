"""Scales: means that leave "can't say" aside, and differences that respect the order of the points.

The mean says where a group stands; whether two groups differ is decided on the
order of the answers alone, since the steps of a scale need not be equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt

import numpy as np
from scipy.optimize import brentq
from scipy.stats import PermutationMethod, mannwhitneyu, norm, t

from survey_engine.compare.gaps import Gap

Z = float(norm.ppf(0.975))
EXACT_UP_TO = 60
RESAMPLES = 4999
SEED = 1
# Shuffling takes a while: what was shuffled once is kept, for as many lines as a long guideline holds.
REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class ScaleMean:
    """The mean of `n` people on a scale, with a 95 % interval inside the ends of the scale."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class ScaleGap:
    """How two groups differ on a scale, before anything is withheld.

    `means`        difference of the means, in points of the scale
    `superiority`  chance that one person of the left group stands higher than one of the
                   right group (ties count half): 0.5 is no difference
    `chance`       p of the Mann-Whitney test
    """

    means: Gap
    superiority: float
    superiority_low: float
    superiority_high: float
    chance: float

    @property
    def leaves_out_half(self) -> bool:
        """Say whether "neither stands higher" lies outside the interval of the superiority."""
        return not self.superiority_low <= 0.5 <= self.superiority_high


def scale_mean(points: Sequence[int], tally: Sequence[int]) -> ScaleMean:
    """Return the mean of a tally with Student's interval, or a score interval where all agree.

    Where everybody chose the same point the sample shows no spread, and Student's
    interval would claim certainty. The variance of a mean on a bounded scale is at
    most that of a share (Bhatia & Davis 2000), so Wilson's formula bounds it.
    """
    n, values = sum(tally), np.asarray(points, dtype=float)
    mean = float(np.dot(tally, values)) / n
    spread = float(np.dot(tally, (values - mean) ** 2))
    least, most = float(min(points)), float(max(points))
    if n < 2 or spread == 0.0:
        low, high = _wilson((mean - least) / (most - least), n)
        return ScaleMean(mean, least + low * (most - least), least + high * (most - least), n)
    half = float(t.ppf(0.975, n - 1)) * sqrt(spread / (n - 1) / n)
    return ScaleMean(mean, max(least, mean - half), min(most, mean + half), n)


def gap_of_means(left: ScaleMean, right: ScaleMean) -> Gap:
    """Return the difference of two means with an interval put together from theirs.

    MOVER: Zou & Donner 2008, Statistics in Medicine 27:1693-1702.
    """
    size = left.mean - right.mean
    low = size - hypot(left.mean - left.low, right.high - right.mean)
    high = size + hypot(left.high - left.mean, right.mean - right.low)
    return Gap(size, low, high)


def scale_gap(points: Sequence[int], left: Sequence[int], right: Sequence[int]) -> ScaleGap:
    """Compare two tallies on the same scale (each with at least one person)."""
    theta = superiority_of(left, right)
    low, high = superiority_interval(theta, sum(left), sum(right))
    means = gap_of_means(scale_mean(points, left), scale_mean(points, right))
    return ScaleGap(means, theta, low, high, _shuffled_chance(tuple(points), tuple(left), tuple(right)))


def superiority_of(left: Sequence[int], right: Sequence[int]) -> float:
    """Return P(left > right) + P(tie)/2 of two tallies over the same ordered points."""
    below = np.concatenate(([0], np.cumsum(right)[:-1]))
    wins = float(np.dot(left, below + np.asarray(right) / 2))
    return wins / (sum(left) * sum(right))


def superiority_interval(theta: float, left_n: int, right_n: int) -> tuple[float, float]:
    """Return the 95 % interval of a probability of superiority.

    Newcombe 2006, Statistics in Medicine 25:559-573, method 5: a score-type interval
    that holds for small and unequal groups and at the extremes 0 and 1.
    """

    def excess(value: float) -> float:
        return (theta - value) ** 2 - Z**2 * _superiority_variance(value, left_n, right_n)

    low = 0.0 if theta == 0 else float(brentq(excess, 0.0, theta)) if excess(0.0) > 0 else 0.0
    high = 1.0 if theta == 1 else float(brentq(excess, theta, 1.0)) if excess(1.0) > 0 else 1.0
    return low, high


def _superiority_variance(theta: float, left_n: int, right_n: int) -> float:
    star = (left_n + right_n) / 2 - 1
    spread = 1 + star * (1 - theta) / (2 - theta) + star * theta / (1 + theta)
    return theta * (1 - theta) * spread / (left_n * right_n)


@lru_cache(REMEMBERED)
def _shuffled_chance(points: tuple[int, ...], left: tuple[int, ...], right: tuple[int, ...]) -> float:
    above, below = _spread_out(points, left), _spread_out(points, right)
    if len(above) + len(below) > EXACT_UP_TO:
        return float(mannwhitneyu(above, below, method="asymptotic").pvalue)
    if min(len(above), len(below)) < 2 or len({*above, *below}) == 1:
        return 1.0
    # With few people and many ties the normal approximation misleads; shuffling the groups does not.
    shuffled = PermutationMethod(n_resamples=RESAMPLES, rng=np.random.default_rng(SEED))
    return float(mannwhitneyu(above, below, method=shuffled).pvalue)


def _spread_out(points: Sequence[int], tally: Sequence[int]) -> list[int]:
    return [int(point) for point in np.repeat(points, tally)]


def _wilson(rate: float, n: int) -> tuple[float, float]:
    middle = (rate + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(rate * (1 - rate) / n + Z**2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)
