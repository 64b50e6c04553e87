"""Sections of a questionnaire: their edits, and the laws that hold for every order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_engine.design import edits, sections
from survey_engine.design.kinds.conditions import Condition, ShowIf
from survey_engine.design.models import Form, Section
from survey_engine.errors import EngineError, Problem
from tests.factories import multiple, open_text, scale, single, words


def in_section(question, section: str):
    return question.model_copy(update={"section": section})


FORM = Form(
    sections=(Section(id="A", title={"lv": "Pirmā"}), Section(id="B", title={"lv": "Otrā"})),
    questions=(
        single("first"),
        in_section(multiple("a1"), "A"),
        in_section(scale("a2"), "A"),
        in_section(open_text("b1"), "B"),
    ),
)


def test_outline_names_each_section_before_its_questions() -> None:
    assert FORM.outline == ("first", "A", "a1", "a2", "B", "b1")


@pytest.mark.parametrize(
    ("question", "by", "outline"),
    [
        ("first", 1, "A first a1 a2 B b1"),
        ("a1", -1, "first a1 A a2 B b1"),
        ("a2", 1, "first A a1 B a2 b1"),
        ("b1", -1, "first A a1 a2 b1 B"),
        ("b1", -99, "b1 first A a1 a2 B"),
    ],
)
def test_moving_over_a_heading_changes_the_section(question: str, by: int, outline: str) -> None:
    assert edits.move_question(FORM, question, by).outline == tuple(outline.split())


def test_section_moves_with_its_questions() -> None:
    assert sections.move_section(FORM, "B", -1).outline == ("first", "B", "b1", "A", "a1", "a2")


def test_deleting_a_section_keeps_its_questions_in_the_one_before() -> None:
    assert sections.delete_section(FORM, "B").outline == ("first", "A", "a1", "a2", "b1")
    assert sections.delete_section(FORM, "A").outline == ("first", "a1", "a2", "B", "b1")


def test_copy_of_a_section_stands_after_it_and_refers_to_itself() -> None:
    rule = ShowIf(conditions=(Condition(question="a1", codes=("a",)),))
    ruled = FORM.questions[2].model_copy(update={"show_if": rule})
    copied = sections.duplicate_section(edits.change_question(FORM, ruled), "A")
    copy = copied.sections[1].id
    first, second = copied.in_section(copy)
    assert [section.id for section in copied.sections] == ["A", copy, "B"]
    assert (second.show_if.questions, first.key != "a1") == ((first.id,), True)


def test_question_added_at_the_end_stands_in_the_last_section() -> None:
    assert edits.add_question(FORM, words("new")).outline[-2:] == ("b1", "new")


def test_order_of_other_questions_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        edits.arrange(FORM, FORM.outline[:-1])
    assert caught.value.problem == Problem.ORDER_UNFIT


@given(st.permutations(FORM.outline))
def test_every_order_can_be_arranged_and_stays_as_it_is(outline: list[str]) -> None:
    arranged = edits.arrange(FORM, outline)
    assert arranged.outline == tuple(outline)
    assert edits.in_order(arranged, arranged.questions) == arranged


@given(st.permutations(FORM.outline), st.sampled_from(FORM.outline), st.sampled_from((-1, 1)))
def test_moving_there_and_back_changes_nothing_but_at_the_ends(outline, moved: str, by: int) -> None:
    form = edits.arrange(FORM, outline)
    if form.question(moved) is None or not 0 <= outline.index(moved) + by < len(outline):
        return
    assert edits.move_question(edits.move_question(form, moved, by), moved, -by) == form
