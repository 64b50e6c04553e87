"""Amounts as evidence: each line says how many of those who answered it counts."""

from survey_engine.design.kinds import Question
from survey_engine.guidelines.facts import ResultFact
from survey_engine.guidelines.picks import PickedResult
from tests.engine.guidelines.conftest import Room
from tests.factories import (
    budget,
    date,
    make_answer,
    make_participant,
    make_session,
    make_version,
    number,
    points,
    ranking,
)


def result_of(room: Room, question: Question, *answers: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """Return label, people and n of each line, after these answers were given."""
    session = make_session(room.bench, room.study, make_version(room.bench, room.study, question))
    for codes in answers:
        make_answer(room.bench, make_participant(room.bench, session), question, codes=codes)
    room.guidelines.attach(room.recommendation.id, PickedResult(question.id))
    (evidence,) = room.guidelines.draft(room.guideline.id).recommendations[0].evidence
    assert isinstance(evidence.fact, ResultFact)
    return [(line.label, line.told.people, line.told.n) for line in evidence.fact.lines]


def test_points_say_the_mean_and_who_gave_anything(room: Room) -> None:
    assert result_of(room, points(codes="ab"), ("a=75", "b=25"), ("a=100",)) == [
        ("Izvēle a (vidēji 87,5 no 100), kaut ko piešķīra", 2, 2),
        ("Izvēle b (vidēji 12,5 no 100), kaut ko piešķīra", 1, 2),
    ]


def test_budget_says_who_would_fund_what(room: Room) -> None:
    lines = result_of(room, budget(costs=(300, 500)), ("a=300",), ("a=300", "b=500"))
    assert lines == [("Izvēle a: 300 EUR", 2, 2), ("Izvēle b: 500 EUR", 1, 2)]


def test_numbers_say_their_middle_and_each_bar(room: Room) -> None:
    assert result_of(room, number(), ("3",), ("10",), ("3",)) == [
        ("Jebkurš skaitlis (mediāna 3 km, vidēji 5,3 km)", 3, 3),
        ("3 km", 2, 3),
        ("10 km", 1, 3),
    ]


def test_days_say_who_chose_them(room: Room) -> None:
    assert result_of(room, date(), ("2026-11-21",), ("2026-11-21",)) == [("2026. gada 21. novembris", 2, 2)]


def test_ranking_says_mean_place_and_first_places_of_each_option(room: Room) -> None:
    assert result_of(room, ranking(codes="ab"), ("b", "a"), ("b",)) == [
        ("Izvēle b (vidējā vieta 1, pirmajā vietā lika 2 no 2), kādu vietu deva", 2, 2),
        ("Izvēle a (vidējā vieta 2, pirmajā vietā lika 0 no 2), kādu vietu deva", 1, 2),
    ]
