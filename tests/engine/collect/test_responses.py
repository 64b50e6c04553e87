"""How a survey goes: by day, by group with none of fewer than k told apart, and where people stop."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from survey_engine.collect.models import Mode
from survey_engine.collect.responses import DayCount, Taking, count_responses
from survey_engine.collect.rooms import steps_of
from survey_engine.design.kinds import Information
from survey_engine.design.models import Form
from survey_engine.workbench import Workbench
from tests import factories as make

HOUR = timedelta(hours=1)
QUESTIONS = (Information(id="i", text={"lv": "Lasiet"}), make.single("a"), make.single("b"), make.single("c"))
STEPS = steps_of("s", Form(questions=QUESTIONS), {}, {})
GROUPS = {key: {"lv": key.upper()} for key in ("x", "y", "z")}


def person(group: str = "x", *answered: str, hours: int = 0, done: bool = False) -> Taking:
    began = make.NOON + hours * HOUR
    return Taking(group, began, began + HOUR if done else None, frozenset(answered))


def count(*people: Taking, k: int = 3, zone=UTC):
    return count_responses(people, STEPS, GROUPS, k=k, zone=zone)


def test_days_are_those_of_the_visitors_clock_and_none_is_left_out() -> None:
    late, after = person(hours=9, done=True), person(hours=9 + 48)
    days = count(late, after, zone=ZoneInfo("Europe/Riga")).days
    assert [(one.day.day, one.started, one.handed_in) for one in days] == [(13, 1, 1), (14, 0, 0), (15, 1, 0)]
    assert count(late).days == (DayCount(make.NOON.date(), 1, 1),)


def test_people_stop_after_the_last_question_that_they_answered() -> None:
    found = count(person("x", "a", "c"), person("x", "a"), person(), person("x", "a", "b", "c", done=True))
    assert [(one.number, one.answered, one.stopped) for one in found.stops] == [
        (1, 3, 1),
        (2, 1, 0),
        (3, 2, 1),
    ]
    assert (found.started, found.handed_in, found.unanswered) == (4, 1, 1)


def test_small_groups_are_told_together() -> None:
    people = [*[person("x")] * 5, *[person("y")] * 2, *[person("z")] * 2]
    told = [(one.labels, one.started) for one in count(*people).groups]
    assert told == [(({"lv": "X"},), 5), ((), 4)]


def test_one_small_group_is_told_together_with_the_next_one() -> None:
    people = [*[person("x")] * 5, *[person("y")] * 3, person("z")]
    told = [(one.labels, one.started) for one in count(*people).groups]
    assert told == [(({"lv": "X"},), 5), ((), 4)]


def test_no_group_is_told_apart_among_fewer_than_k() -> None:
    assert count(person("x"), person("y")).groups == ()


@given(st.lists(st.tuples(st.sampled_from(("x", "y", "z", None)), st.booleans())), st.integers(2, 6))
def test_no_number_below_k_is_told_or_follows_from_the_others(people, k) -> None:
    found = count(*(person(group, done=done) for group, done in people), k=k)
    assert all(one.started >= k for one in found.groups)
    assert sum(one.started for one in found.groups) in (0, len(people))
    assert [one for one in found.groups if one.handed_in is not None and one.handed_in < k] == []
    withheld = [one for one in found.groups if one.handed_in is None]
    assert len(withheld) != 1 or len(found.groups) == 1


def test_page_of_responses_counts_answers_as_they_are_stored(bench: Workbench) -> None:
    study = make.make_study(bench)
    first, second = make.single("q-1"), make.open_text("q-2")
    survey = make.make_session(bench, study, make.make_version(bench, study, first, second), Mode.SURVEY)
    people = [make.make_participant(bench, survey, "ngo") for _number in range(2)]
    make.make_answer(bench, people[0], first, codes=("a",))
    make.make_answer(bench, people[1], second, text="  ")
    found = bench.surveys.responses(survey.id, zone=UTC)
    assert (found.started, found.unanswered) == (2, 1)
    assert [(one.answered, one.stopped) for one in found.stops] == [(1, 1), (0, 0)]
