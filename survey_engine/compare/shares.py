"""How many of a group said something, and how far from that the truth may lie.

A share never travels without its n and its interval.
"""

from dataclasses import dataclass
from functools import lru_cache

from scipy.stats import binomtest

from survey_engine.errors import EngineError, Problem


@dataclass(frozen=True, slots=True)
class Share:
    """`people` out of `n` (at least one), with Wilson's 95 % interval."""

    people: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.people <= self.n or self.n == 0:
            raise ValueError(f"{self.people} of {self.n} is not a share")

    @property
    def rate(self) -> float:
        """The share as a number from 0 to 1."""
        return self.people / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % score interval: sound for small n, never of width zero, never outside 0 to 1."""
        return wilson_interval(self.people, self.n)


def share_of(people: int, n: int, *, group: str) -> Share:
    """Return the share of a group; `Problem.GROUP_EMPTY` where nobody of the group answered."""
    if n == 0:
        raise EngineError(Problem.GROUP_EMPTY, group=group)
    return Share(people, n)


@lru_cache(maxsize=65_536)
def wilson_interval(people: int, n: int) -> tuple[float, float]:
    """Return the 95 % score interval (Wilson 1927, JASA 22:209-212), as computed by SciPy."""
    interval = binomtest(people, n).proportion_ci(confidence_level=0.95, method="wilson")
    return float(interval.low), float(interval.high)
