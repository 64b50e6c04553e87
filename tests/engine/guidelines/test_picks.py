"""What can be picked as evidence, and when two picks are the same."""

import pytest

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.models import EvidenceKind, SourceKind
from survey_engine.guidelines.picks import (
    OutsideSource,
    PickedComparison,
    PickedResult,
    check_link,
    check_source,
    point_at_the_same,
    pointing_at,
)
from tests.engine.guidelines.makers import evidence


@pytest.mark.parametrize("link", ["https://likumi.lv/ta/id/336956", "http://example.org/a?b=c#d", ""])
def test_link_is_kept_when_it_can_be_followed(link: str) -> None:
    assert check_link(f" {link} ") == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "likumi.lv",
        "https://",
        "http://[",
        "https://a b",
    ],
)
def test_link_is_refused_when_it_is_not_http(link: str) -> None:
    with pytest.raises(EngineError) as caught:
        check_link(link)
    assert caught.value.problem is Problem.LINK_UNFIT


def test_source_without_a_title_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        check_source(OutsideSource(SourceKind.LAW, "  "))
    assert caught.value.problem is Problem.SOURCE_UNNAMED


def test_source_loses_the_white_space_around_it() -> None:
    given = OutsideSource(SourceKind.LAW, " Likums ", " 2. nodaļa ", " https://likumi.lv ")
    assert check_source(given) == OutsideSource(SourceKind.LAW, "Likums", "2. nodaļa", "https://likumi.lv")


def test_results_of_two_codes_are_not_the_same() -> None:
    agree, disagree = (pointing_at(evidence(), PickedResult("q", code)) for code in ("agree", "disagree"))
    assert not point_at_the_same(agree, disagree)


def test_result_and_comparison_of_one_question_are_not_the_same() -> None:
    result = pointing_at(evidence(), PickedResult("q", "agree"))
    assert not point_at_the_same(result, pointing_at(evidence(), PickedComparison("q", "agree")))


def test_sessions_in_another_order_are_the_same() -> None:
    one = pointing_at(evidence(), PickedResult("q", None, ("s1", "s2")))
    assert point_at_the_same(one, pointing_at(evidence(), PickedResult("q", None, ("s2", "s1"))))


def test_sources_are_the_same_whatever_their_case() -> None:
    one = pointing_at(evidence(), OutsideSource(SourceKind.LAW, "Pašvaldību likums"))
    assert point_at_the_same(
        one, pointing_at(evidence(), OutsideSource(SourceKind.STUDY, "PAŠVALDĪBU LIKUMS"))
    )


def test_two_quotes_that_were_taken_back_are_not_the_same() -> None:
    one, other = evidence(EvidenceKind.QUOTE), evidence(EvidenceKind.QUOTE)
    assert not point_at_the_same(one, other)
