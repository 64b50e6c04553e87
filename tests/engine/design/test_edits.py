"""Edits of a form: adding, changing, moving, duplicating, deleting, and the laws that hold for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.design import edits
from survey_engine.design.kinds import Option, SingleChoice
from survey_engine.design.models import Form
from survey_engine.errors import EngineError, Problem
from tests.factories import multiple, open_text, scale, single, statement, words

QUESTIONS = (single(), multiple(), scale(), open_text(), words(), statement())


def form_with(*questions) -> Form:
    return Form(questions=questions)


def ids(form: Form) -> list[str]:
    return [question.id for question in form.questions]


def test_question_is_added_at_its_position() -> None:
    form = edits.add_question(form_with(single("a"), single("b")), scale("new"), 1)
    assert ids(form) == ["a", "new", "b"]


def test_question_is_added_at_the_end_when_no_position_is_given() -> None:
    assert ids(edits.add_question(form_with(single("a")), scale("new"))) == ["a", "new"]


def test_added_question_gets_a_key_from_its_text() -> None:
    form = edits.add_question(Form(), open_text().model_copy(update={"key": ""}))
    assert form.questions[0].key == "kas_trauce_sadarboties"


def test_added_question_gets_another_key_when_its_own_is_taken() -> None:
    form = edits.add_question(form_with(single("a")), single("b").model_copy(update={"key": "a"}))
    assert len({question.key for question in form.questions}) == 2


def test_changed_question_keeps_its_place() -> None:
    changed = scale("b").model_copy(update={"points": 7})
    form = edits.change_question(form_with(single("a"), scale("b"), single("c")), changed)
    assert (ids(form), form.questions[1].points) == (["a", "b", "c"], 7)


def test_kind_of_a_question_cannot_change() -> None:
    with pytest.raises(EngineError) as caught:
        edits.change_question(form_with(single("a")), scale("a"))
    assert caught.value.problem == Problem.KIND_FIXED


def test_moving_over_the_end_stops_there() -> None:
    form = form_with(single("a"), single("b"), single("c"))
    assert ids(edits.move_question(form, "a", 9)) == ["b", "c", "a"]


def test_copy_stands_after_its_original_under_its_own_id_and_key() -> None:
    form = edits.duplicate_question(form_with(single("a"), single("b")), "a")
    original, copy, last = form.questions
    assert (original.id, last.id) == ("a", "b")
    assert (copy.id != "a", copy.key != "a", copy.options == original.options) == (True, True, True)


def test_deleting_what_is_not_there_says_so() -> None:
    with pytest.raises(EngineError) as caught:
        edits.delete_question(Form(), "nothing")
    assert caught.value.problem == Problem.NOT_FOUND


def test_new_option_gets_a_code_that_no_published_version_used() -> None:
    options = (Option(code="1", label={"lv": "Viens"}), Option(code="", label={"lv": "Jauns"}))
    question = SingleChoice(text={"lv": "?"}, options=options).cleaned(used_codes={"1", "2", "7"})
    assert question.codes() == ("1", "8")


def test_options_keep_their_codes_when_they_are_put_in_another_order() -> None:
    question = single()
    turned = question.model_copy(update={"options": question.options[::-1]})
    assert turned.cleaned(question.codes()).codes() == question.codes()[::-1]


def test_texts_are_stored_without_white_space_around_them_and_without_empty_languages() -> None:
    question = open_text().model_copy(update={"text": {"lv": " Kas? ", "ru": "  "}})
    assert question.cleaned().text == {"lv": "Kas?"}


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        (scale().model_copy(update={"points": 12}), Problem.VALUE_IMPOSSIBLE),
        (words().model_copy(update={"most": 0}), Problem.VALUE_IMPOSSIBLE),
        (open_text().model_copy(update={"text": {"lv": "a" * 1001}}), Problem.ENTRY_TOO_LONG),
        (open_text().model_copy(update={"text": {"klingon": "a"}}), Problem.LANGUAGE_UNKNOWN),
    ],
)
def test_impossible_value_is_refused_whatever_the_screen_allowed(question, problem: Problem) -> None:
    with pytest.raises(EngineError) as caught:
        question.cleaned()
    assert caught.value.problem == problem


@given(st.permutations(QUESTIONS), st.integers(0, 5), st.integers(-9, 9))
def test_moving_keeps_the_questions(questions, place: int, by: int) -> None:
    form = form_with(*questions)
    moved = edits.move_question(form, questions[place].id, by)
    assert sorted(ids(moved)) == sorted(ids(form))


@given(st.permutations(QUESTIONS), st.integers(0, 5))
def test_moving_down_and_up_again_changes_nothing_inside_the_form(questions, place: int) -> None:
    form, moved = form_with(*questions), questions[place].id
    by = 1 if place < len(questions) - 1 else -1
    assert edits.move_question(edits.move_question(form, moved, by), moved, -by) == form


@given(st.permutations(QUESTIONS), st.integers(0, 5))
def test_deleting_a_copy_gives_the_form_back(questions, place: int) -> None:
    form = form_with(*questions)
    copied = edits.duplicate_question(form, questions[place].id, copy_id="copy")
    assert edits.delete_question(copied, "copy") == form


@given(st.lists(st.sampled_from(QUESTIONS), max_size=8))
def test_keys_are_always_unique(questions) -> None:
    form = Form()
    for number, question in enumerate(questions):
        form = edits.add_question(form, question.model_copy(update={"id": str(number)}))
    keys = [question.key for question in form.questions]
    assert len(set(keys)) == len(keys)
