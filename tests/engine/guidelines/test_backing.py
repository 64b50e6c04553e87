"""How many people, groups and sessions stand behind a recommendation."""

from hypothesis import given
from hypothesis import strategies as st

from survey_engine.guidelines.backing import backing_of
from survey_engine.guidelines.facts import Known
from survey_engine.workbench.guidelines.comparing import protection
from tests.engine.guidelines.makers import LABELS, behind, exactly, voice


def test_person_counts_once_however_often_they_are_quoted() -> None:
    facts = [behind(voice("a1", "p1"), voice("a2", "p1")), behind(voice("a1", "p1"), voice("a3", "p2"))]
    assert backing_of(facts, LABELS, exactly).people == 2


def test_note_without_a_participant_is_a_note_and_no_person() -> None:
    backing = backing_of([behind(voice("a1", "p1"), voice("n1"), voice("n2"))], LABELS, exactly)
    assert (backing.people, backing.notes) == (1, 2)


def test_same_note_counts_once_when_two_pieces_of_evidence_lead_to_it() -> None:
    assert backing_of([behind(voice("n1")), behind(voice("n1"))], LABELS, exactly).notes == 1


def test_sessions_are_those_in_which_somebody_was_heard() -> None:
    facts = [behind(voice("a1", "p1", session="s1"), voice("n1", session="s2"))]
    assert backing_of(facts, LABELS, exactly).sessions == 2


def test_groups_stand_in_the_order_of_the_study() -> None:
    facts = [behind(voice("a1", "p1", "council"), voice("a2", "p2", None), voice("a3", "p3", "ngo"))]
    assert [g.label for g in backing_of(facts, LABELS, exactly).groups] == [
        "NVO",
        "Dome",
        "grupa nav norādīta",
    ]


def test_group_that_the_study_no_longer_knows_is_still_counted() -> None:
    assert [g.label for g in backing_of([behind(voice("a1", "p1", "old"))], LABELS, exactly).groups] == [
        "old"
    ]


def test_small_group_is_few_and_cannot_be_found_by_subtraction() -> None:
    facts = [behind(*(voice(f"a{n}", f"p{n}", "ngo") for n in range(12)), voice("b", "pb", "council"))]
    people = [group.people for group in backing_of(facts, LABELS, protection(3)).groups]
    assert people[1].few
    assert people[0].least < people[0].most


def test_total_of_a_single_small_group_is_told_as_few() -> None:
    backing = backing_of([behind(voice("a1", "p1", "council"))], LABELS, protection(3))
    assert backing.told.few


def test_nothing_stands_behind_evidence_without_voices() -> None:
    assert backing_of([behind()], LABELS, protection(3)).is_empty


@given(st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=5), st.integers(2, 8))
def test_protected_count_always_holds_the_true_one(people: list[int], k: int) -> None:
    known = protection(k)(people)
    assert all(each.least <= count <= each.most for each, count in zip(known, people, strict=True))


@given(st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=5), st.integers(2, 8))
def test_count_below_k_is_never_told(people: list[int], k: int) -> None:
    known = protection(k)(people)
    assert all(each.few or each.most > each.least for each, n in zip(known, people, strict=True) if n < k)


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["p1", "p2", "p3", None])), max_size=20))
def test_counting_the_same_evidence_twice_changes_nothing(said: list[tuple[int, str | None]]) -> None:
    facts = [behind(*(voice(f"a{number}-{person}", person) for number, person in said))]
    once, twice = (backing_of(facts * times, LABELS, exactly) for times in (1, 2))
    assert once == twice


def test_no_groups_are_protected_where_nobody_was_heard() -> None:
    assert list(protection(3)([])) == []


def test_groups_of_enough_people_are_told_exactly() -> None:
    assert list(protection(3)([12, 9])) == [Known(12, 12), Known(9, 9)]
