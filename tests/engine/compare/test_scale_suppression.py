"""Scales: when a mean may be told, and when the spread may."""

from survey_engine.compare.scale_suppression import protect_scale
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
