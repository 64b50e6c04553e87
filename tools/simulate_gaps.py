"""How often comparisons of small groups are wrong: `python -m tools.simulate_gaps [--people 8] [--rooms 500]`.

Rooms are played with a fixed seed: two groups that are truly alike, and two that truly differ.
Printed is how often a difference is called clear, and how often an interval holds the truth.
"""

import argparse
from collections.abc import Callable, Sequence

import numpy as np

from survey_engine.compare.agreement import sort_lines
from survey_engine.compare.gaps import gap_between
from survey_engine.compare.lines import Line
from survey_engine.compare.models import ComparedGroup, CountTable, GroupedCounts, LineKind, ScaleTable
from survey_engine.compare.scales import superiority_interval, superiority_of
from survey_engine.compare.shares import Share

SEED = 20_260_512
GROUPS = (ComparedGroup("left", "left"), ComparedGroup("right", "right"))
POINTS = (1, 2, 3, 4, 5)
ALIKE = (0.1, 0.2, 0.3, 0.25, 0.15)
HIGHER = (0.02, 0.08, 0.2, 0.35, 0.35)
LINES = 10

Play = Callable[[np.random.Generator], bool]


def main(arguments: Sequence[str] | None = None) -> None:
    """Play the rooms and print a table of shares in percent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=8, help="people in each of the two groups")
    parser.add_argument("--rooms", type=int, default=500, help="rooms to play for each figure")
    chosen = parser.parse_args(arguments)
    print(f"{chosen.people} against {chosen.people} people, {chosen.rooms} rooms each, k = 3")
    for name, play in _plays(chosen.people):
        chance = np.random.default_rng(SEED)
        happened = sum(play(chance) for _ in range(chosen.rooms))
        print(f"{100 * happened / chosen.rooms:6.1f} %  {name}")


def _plays(n: int) -> list[tuple[str, Play]]:
    return [
        ("Wilson's interval holds the true share of 0.5", lambda c: _covers_share(c, n, 0.5)),
        ("Wilson's interval holds the true share of 0.9", lambda c: _covers_share(c, n, 0.9)),
        ("Newcombe's interval holds a true gap of 0 (both 0.5)", lambda c: _covers_gap(c, n, 0.5, 0.5)),
        ("Newcombe's interval holds a true gap of 0.6 (0.8 and 0.2)", lambda c: _covers_gap(c, n, 0.8, 0.2)),
        ("interval of superiority holds 0.5 where groups are alike", lambda c: _covers_superiority(c, n)),
        ("some gap is called clear among 10 lines, none true", lambda c: _any_clear(c, n, 0.5, 0.5)),
        ("a scale is called different, groups alike", lambda c: _scale_clear(c, n, ALIKE, ALIKE)),
        ("a true gap of 0.6 (0.8 and 0.2) is called clear, one line", lambda c: _clear(c, n, 0.8, 0.2, 1)[0]),
        ("a true gap of 0.8 (0.9 and 0.1) is called clear, one line", lambda c: _clear(c, n, 0.9, 0.1, 1)[0]),
        ("a scale that is truly higher is called different", lambda c: _scale_clear(c, n, HIGHER, ALIKE)),
    ]


def _covers_share(chance: np.random.Generator, n: int, rate: float) -> bool:
    low, high = Share(int(chance.binomial(n, rate)), n).interval
    return low <= rate <= high


def _covers_gap(chance: np.random.Generator, n: int, left: float, right: float) -> bool:
    gap = gap_between(Share(int(chance.binomial(n, left)), n), Share(int(chance.binomial(n, right)), n))
    return gap.low <= left - right <= gap.high


def _covers_superiority(chance: np.random.Generator, n: int) -> bool:
    left, right = chance.multinomial(n, ALIKE), chance.multinomial(n, ALIKE)
    low, high = superiority_interval(superiority_of(left, right), n, n)
    return low <= 0.5 <= high


def _any_clear(chance: np.random.Generator, n: int, left: float, right: float) -> bool:
    return any(_clear(chance, n, left, right, LINES))


def _clear(chance: np.random.Generator, n: int, left: float, right: float, lines: int) -> list[bool]:
    counts = zip(chance.binomial(n, left, lines), chance.binomial(n, right, lines), strict=True)
    said = tuple(GroupedCounts(str(i), "", (int(a), int(b))) for i, (a, b) in enumerate(counts))
    table = CountTable("t", "", LineKind.THEME, GROUPS, (n, n), said, adds_up=False, totals_known=False)
    return [_is_clear(line) for line in sort_lines([table], (), 3)]


def _scale_clear(chance: np.random.Generator, n: int, left: Sequence[float], right: Sequence[float]) -> bool:
    tallies = tuple(tuple(int(x) for x in chance.multinomial(n, rates)) for rates in (left, right))
    table = ScaleTable("s", "", "", "", POINTS, GROUPS, tallies, (0, 0), totals_known=False)
    return _is_clear(sort_lines((), [table], 3)[0])


def _is_clear(line: Line) -> bool:
    return line.has_clear_difference


if __name__ == "__main__":
    main()
