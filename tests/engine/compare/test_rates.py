"""Rates of error with few people, played with a fixed seed (`tools/simulate_gaps.py` plays more)."""

import numpy as np

from survey_engine.compare.agreement import sort_lines
from survey_engine.compare.gaps import gap_between
from survey_engine.compare.shares import Share
from tests.engine.compare.makers import line, themes

ROOMS, PEOPLE, LINES = 200, 8, 10


def test_difference_is_hardly_ever_called_clear_where_there_is_none() -> None:
    chance = np.random.default_rng(1)
    rooms = [chance.binomial(PEOPLE, 0.5, (LINES, 2)) for _ in range(ROOMS)]
    false = sum(
        any(
            shown.has_clear_difference
            for shown in sort_lines(
                [themes((PEOPLE, PEOPLE), *(line(str(i), int(a), int(b)) for i, (a, b) in enumerate(room)))],
                (),
                3,
            )
        )
        for room in rooms
    )
    assert false / ROOMS <= 0.05


def test_interval_of_a_gap_holds_the_truth_nearly_as_often_as_it_says() -> None:
    chance = np.random.default_rng(2)
    held = 0
    for left, right in chance.binomial(PEOPLE, (0.6, 0.4), (2000, 2)):
        gap = gap_between(Share(int(left), PEOPLE), Share(int(right), PEOPLE))
        held += gap.low <= 0.2 <= gap.high
    assert held / 2000 >= 0.92
