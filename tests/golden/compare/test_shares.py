"""Wilson's interval against published figures: Newcombe 1998, Statistics in Medicine 17:857-872, Table I."""

import pytest

from survey_engine.compare.shares import Share


@pytest.mark.parametrize(
    ("people", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_interval_of_a_share_is_the_published_one(people: int, n: int, low: float, high: float) -> None:
    assert Share(people, n).interval == pytest.approx((low, high), abs=5e-5)
