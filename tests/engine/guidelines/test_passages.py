"""Finding the place of a passage that somebody copied from an answer."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from survey_engine.errors import EngineError, Problem
from survey_engine.guidelines.passages import find_passage

ANSWER = "Mēs par konkursu uzzinām, kad tas jau beidzies. Vajag vienu kalendāru."


def test_place_is_in_code_points_and_end_exclusive() -> None:
    assert find_passage(ANSWER, "Vajag vienu kalendāru.") == (48, 70)


def test_white_space_around_the_copied_words_is_no_part_of_them() -> None:
    assert find_passage(ANSWER, "  konkursu\n") == (8, 16)


def test_whole_answer_is_meant_when_nothing_was_copied() -> None:
    assert find_passage("  viss \n", "") == (2, 6)


@pytest.mark.parametrize(
    ("words", "problem"), [("konkursi", Problem.PASSAGE_NOT_FOUND), ("us", Problem.PASSAGE_NOT_FOUND)]
)
def test_words_that_are_not_there_are_refused(words: str, problem: Problem) -> None:
    with pytest.raises(EngineError) as caught:
        find_passage(ANSWER, words)
    assert caught.value.problem is problem


def test_words_that_stand_there_twice_are_refused_with_how_often() -> None:
    with pytest.raises(EngineError) as caught:
        find_passage("jā un jā un jā", "jā")
    assert (caught.value.problem, caught.value.details["times"]) == (Problem.PASSAGE_SEVERAL, 3)


@given(st.text(min_size=1), st.data())
def test_found_passage_is_exactly_what_was_copied(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(text.count(words) == 1 and words.strip() and text.find(words, text.find(words) + 1) < 0)
    found = find_passage(text, words)
    assert text[slice(*found)] == words
