"""How a survey goes, without names: people by day and by group, and where they stop."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo

from survey_engine.collect.rooms import Step
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class Taking:
    """One person's way through a survey: their group, when they began and handed in, what they answered."""

    group_key: str | None
    began_at: datetime
    finished_at: datetime | None = None
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many began and how many handed in on one day."""

    day: date
    started: int
    handed_in: int


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of a group began and handed in; None where fewer than k would be told.

    A count without `labels` is of groups that are put together because they are small.
    """

    labels: tuple[Texts, ...]
    started: int
    handed_in: int | None


@dataclass(frozen=True, slots=True)
class StopCount:
    """How many answered a question, and how many it is the last one of who have not handed in."""

    number: int
    text: Texts
    answered: int
    stopped: int


@dataclass(frozen=True, slots=True)
class Responses:
    """A survey as it stands; `unanswered` began and have not answered anything yet."""

    started: int
    handed_in: int
    unanswered: int
    days: tuple[DayCount, ...] = ()
    groups: tuple[GroupCount, ...] = ()
    stops: tuple[StopCount, ...] = field(default=())


def count_responses(
    people: Sequence[Taking], steps: Sequence[Step], groups: Mapping[str, Texts], *, k: int, zone: tzinfo
) -> Responses:
    """Return how a survey goes; days are those of `zone`, and no group of fewer than `k` is told apart."""
    asked = [step for step in steps if step.number is not None]
    last = [_last_answered(person, asked) for person in people]
    waiting = [question for person, question in zip(people, last, strict=True) if person.finished_at is None]
    return Responses(
        started=len(people),
        handed_in=len(people) - len(waiting),
        unanswered=waiting.count(None),
        days=_by_day(people, zone),
        groups=_by_group(people, groups, k),
        stops=tuple(_stop(step, people, waiting) for step in asked),
    )


def _last_answered(person: Taking, asked: Sequence[Step]) -> str | None:
    answered = [step.question.id for step in asked if step.question.id in person.answered]
    return answered[-1] if answered else None


def _stop(step: Step, people: Sequence[Taking], waiting: Sequence[str | None]) -> StopCount:
    id = step.question.id
    answered = sum(id in person.answered for person in people)
    return StopCount(step.number or 0, step.question.text, answered, waiting.count(id))


def _by_day(people: Sequence[Taking], zone: tzinfo) -> tuple[DayCount, ...]:
    began = Counter(person.began_at.astimezone(zone).date() for person in people)
    ended = Counter(person.finished_at.astimezone(zone).date() for person in people if person.finished_at)
    seen = sorted({*began, *ended})
    length = (seen[-1] - seen[0]).days + 1 if seen else 0
    days = [seen[0] + timedelta(days=number) for number in range(length)]
    return tuple(DayCount(day, began[day], ended[day]) for day in days)


def _by_group(people: Sequence[Taking], groups: Mapping[str, Texts], k: int) -> tuple[GroupCount, ...]:
    """Return each group of at least k; smaller ones together, with the next one where that is still too few."""
    if not groups or len(people) < k:
        return ()
    began = Counter(person.group_key for person in people)
    ended = Counter(person.group_key for person in people if person.finished_at)
    small = [key for key in groups if began[key] < k]
    large = sorted((key for key in groups if began[key] >= k), key=lambda key: began[key])
    apart = sum(number for key, number in began.items() if key not in groups)
    while large and 0 < sum(began[key] for key in small) + apart < k:
        small.append(large.pop(0))
    told = [GroupCount((groups[key],), began[key], ended[key]) for key in groups if key in large]
    together = sum(began[key] for key in small) + apart
    if together:
        everybody = sum(ended.values()) - sum(ended[key] for key in large)
        told.append(GroupCount((), together, everybody))
    return _withhold_few(told, k)


def _withhold_few(told: Iterable[GroupCount], k: int) -> tuple[GroupCount, ...]:
    """Tell no count below k of those who handed in; with one alone, the smallest other is not told, either."""
    counted = [replace(one, handed_in=one.handed_in if (one.handed_in or 0) >= k else None) for one in told]
    known = [one for one in counted if one.handed_in is not None]
    if len(counted) - len(known) == 1 and known:
        cover = min(known, key=lambda one: one.handed_in or 0)
        counted[counted.index(cover)] = replace(cover, handed_in=None)
    return tuple(counted)
