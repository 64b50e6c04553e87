"""What stops publishing, and what is worth a thought."""

import pytest

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.checks import Check, check_ready, findings_in
from survey_engine.guidelines.models import Stance
from tests.engine.guidelines.makers import behind, draft, gone, quote, recommendation, source, voice


def test_every_recommendation_without_evidence_is_named() -> None:
    made = draft(
        recommendation(text="Pirmais."),
        recommendation(source(), number="1.2", text="Otrais."),
        recommendation(number="1.3", text="Trešais."),
    )
    with pytest.raises(EngineError) as caught:
        check_ready(made)
    assert caught.value.problem is Problem.EVIDENCE_MISSING
    assert caught.value.details["recommendations"] == "1.1 Pirmais; 1.3 Trešais"


def test_counter_evidence_alone_is_no_evidence() -> None:
    with pytest.raises(EngineError):
        check_ready(draft(recommendation(source(stance=Stance.AGAINST))))


def test_quote_that_was_taken_back_is_no_evidence() -> None:
    with pytest.raises(EngineError):
        check_ready(draft(recommendation(gone())))


def test_guideline_without_recommendations_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        check_ready(draft())
    assert caught.value.problem is Problem.GUIDELINE_EMPTY


def test_guideline_is_ready_when_each_recommendation_has_evidence() -> None:
    check_ready(draft(recommendation(source())))


def test_what_stops_comes_before_what_is_worth_a_thought() -> None:
    made = draft(recommendation(quote("Jā."), addressee=""), recommendation(number="1.2"))
    assert [finding.check for finding in findings_in(made)] == [
        Check.NO_EVIDENCE,
        Check.NO_ADDRESSEE,
        Check.ONE_GROUP,
    ]


def test_two_groups_on_different_sides_are_not_one_group() -> None:
    made = draft(
        recommendation(behind(voice("a", "p")), behind(voice("b", "q", "council"), stance=Stance.AGAINST))
    )
    assert findings_in(made) == ()


def test_evidence_that_is_gone_is_worth_a_thought() -> None:
    made = draft(recommendation(source(), gone()))
    assert [finding.check for finding in findings_in(made)] == [Check.EVIDENCE_GONE]
