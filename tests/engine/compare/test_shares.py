"""Shares: always with their n and interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.compare.shares import Share, share_of
from survey_engine.errors import EngineError, Problem

counts = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_share_of_an_empty_group_is_a_problem_that_names_the_group() -> None:
    with pytest.raises(EngineError) as raised:
        share_of(0, 0, group="Dome")
    assert (raised.value.problem, raised.value.details) == (Problem.GROUP_EMPTY, {"group": "Dome"})


def test_more_people_than_answered_is_a_bug_not_a_share() -> None:
    with pytest.raises(ValueError, match="5 of 4"):
        Share(5, 4)


@given(counts)
def test_interval_holds_the_share_and_stays_between_none_and_all(count: tuple[int, int]) -> None:
    share = Share(*count)
    low, high = share.interval
    assert 0 <= low <= share.rate <= high <= 1


@given(counts)
def test_interval_mirrors_when_those_who_did_not_say_it_are_counted(count: tuple[int, int]) -> None:
    people, n = count
    low, high = Share(people, n).interval
    assert Share(n - people, n).interval == pytest.approx((1 - high, 1 - low))
