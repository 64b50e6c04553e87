"""A survey over days: when it opens and closes, and what people are told once they have handed it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import Field

from survey_engine.collect.models import Mode, Session
from survey_engine.records import Value
from survey_engine.texts import Texts


class SurveyPlan(Value):
    """How a survey runs over days. Moments are in UTC; without one, it is open from the start, or for good.

    `next_steps` says, by language, what happens with the answers next. `by_invitation`: nobody joins
    without a one-time link. `shared_device`: after handing in, the device is for the next person.
    `quotas` says how many people of a group may join; a group without one takes everybody.
    """

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    next_steps: Texts = Field(default_factory=dict)
    by_invitation: bool = False
    shared_device: bool = False
    quotas: dict[str, int] = Field(default_factory=dict)

    def full_groups(self, joined: Mapping[str | None, int]) -> frozenset[str]:
        """Return the groups that have as many people as they may have."""
        return frozenset(key for key, most in self.quotas.items() if joined.get(key, 0) >= most)


class Openness(StrEnum):
    """Whether a survey takes answers at a moment."""

    EARLY = "early"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Opening:
    """A survey at one moment: its plan, whether it takes answers, and how long it still does (None: for good)."""

    plan: SurveyPlan = field(default_factory=SurveyPlan)
    openness: Openness = Openness.OPEN
    left: timedelta | None = None


def plan_of(session: Session) -> SurveyPlan:
    """Return the plan of a session; one that never got any is open and says nothing."""
    return SurveyPlan.model_validate(session.plan)


def opening_of(session: Session, at: datetime) -> Opening:
    """Return whether a session takes answers at a moment; only a survey has days of its own."""
    plan = plan_of(session)
    if session.mode != Mode.SURVEY:
        return Opening(plan)
    if plan.closes_at is not None and at >= plan.closes_at:
        return Opening(plan, Openness.CLOSED)
    left = None if plan.closes_at is None else plan.closes_at - at
    if plan.opens_at is not None and at < plan.opens_at:
        return Opening(plan, Openness.EARLY, left)
    return Opening(plan, Openness.OPEN, left)
