"""The figures of one play: percentiles, and the line that goes into the table and into bench.json."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds: the middle, the slowest twentieth, the slowest."""

    p50: float
    p95: float
    max: float

    def __str__(self) -> str:
        return f"{self.p50:7.0f} {self.p95:7.0f} {self.max:7.0f}"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured in one play of a room."""

    scenario: str
    people: int
    first_question_ms: Spread
    acknowledged_ms: Spread
    visible_ms: Spread
    cpu_s: float
    idle_core_share: float
    memory_mb: float
    lost: int
    doubled: int

    def plain(self) -> dict[str, Any]:
        """Return the figures as bench.json holds them."""
        return asdict(self)


def spread_of(seconds: Iterable[float]) -> Spread:
    """Return the spread of durations in milliseconds, by the nearest rank; zeros where there are none."""
    ordered = sorted(seconds)
    if not ordered:
        return Spread(0.0, 0.0, 0.0)

    def rank(share: float) -> float:
        position = max(1, -(-len(ordered) * int(share * 100) // 100))
        return round(ordered[position - 1] * 1000, 1)

    return Spread(rank(0.50), rank(0.95), rank(1.0))


def table(lines: Iterable[Figures]) -> str:
    """Return the figures as a table for the terminal."""
    head = f"{'scenario':<12}{'people':>7}   {'first question, ms':<24}{'acknowledged, ms':<24}{'on the projector, ms':<24}"
    sub = f"{'':<12}{'':>7}   " + f"{'p50':>7} {'p95':>7} {'max':>7} " * 3
    rows = [
        f"{f.scenario:<12}{f.people:>7}   {f.first_question_ms} {f.acknowledged_ms} {f.visible_ms}  "
        f"{f.cpu_s:6.1f} s CPU  {f.idle_core_share:5.0%} of a core while idle  {f.memory_mb:5.0f} MB  "
        f"{f.lost} lost  {f.doubled} doubled"
        for f in lines
    ]
    return "\n".join([head, sub, *rows])
