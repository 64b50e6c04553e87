"""The difference between two groups, with an interval around it and the chance that it means nothing.

Intervals say how large a difference may be. Whether it is called clear is decided by
exact tests over many comparisons together, since one in twenty lines would seem
to differ by luck alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from scipy.stats import false_discovery_control, fisher_exact

from survey_engine.compare.shares import Share

FALSE_DISCOVERY_RATE = 0.05


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference of two rates or means (left minus right) with its 95 % interval."""

    size: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Say whether "no difference" lies outside the interval."""
        return self.low > 0 or self.high < 0


def gap_between(left: Share, right: Share) -> Gap:
    """Return the difference of two shares with Newcombe's hybrid score interval.

    Newcombe 1998, Statistics in Medicine 17:873-890, method 10. Golden test:
    the eight examples of its Table II.
    """
    size = left.rate - right.rate
    (left_low, left_high), (right_low, right_high) = left.interval, right.interval
    low = size - hypot(left.rate - left_low, right_high - right.rate)
    high = size + hypot(left_high - left.rate, right.rate - right_low)
    return Gap(size, low, high)


def chance_of(left: Share, right: Share) -> float:
    """Return Fisher's exact two-sided p: how often luck alone parts two like groups this far."""
    return _fisher(left.people, left.n, right.people, right.n)


@lru_cache(maxsize=65_536)
def _fisher(left: int, left_n: int, right: int, right_n: int) -> float:
    table = [[left, left_n - left], [right, right_n - right]]
    return float(fisher_exact(table).pvalue)


def hold_in_check(chances: Sequence[float]) -> tuple[bool, ...]:
    """Say for each p whether it stands among all of them (Benjamini & Hochberg 1995, 5 %)."""
    if not chances:
        return ()
    return tuple(bool(q <= FALSE_DISCOVERY_RATE) for q in false_discovery_control(chances, method="bh"))
