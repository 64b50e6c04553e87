"""What changed between versions: told once each, in words; and which answers stay comparable."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from survey_engine.design.all_texts import texts_of, with_texts
from survey_engine.design.change_words import say_change
from survey_engine.design.changes import ChangeKind, changes_between, comparable_questions, is_comparable
from survey_engine.design.kinds import Option, Question
from survey_engine.design.models import Form, Section
from tests.engine.design.test_all_texts import FORMS
from tests.factories import matrix, multiple, open_text, scale, single, yesno
from tests.questions import QUESTIONS


def form(*questions: Question, **more: object) -> Form:
    return Form(questions=questions, **more)


def kinds(before: Form, after: Form) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.question_id, one.field) for one in changes_between(before, after)]


def changed(question: Question, **fields: object) -> Question:
    return question.model_copy(update=fields)


def test_same_form_has_no_changes() -> None:
    assert kinds(form(single("a"), matrix("b")), form(single("a"), matrix("b"))) == []


def test_question_that_is_new_and_one_that_is_gone_are_told() -> None:
    assert kinds(form(single("a"), scale("b")), form(scale("b"), open_text("c"))) == [
        ("added", "c", ""),
        ("removed", "a", ""),
    ]


def test_fewest_moves_are_told() -> None:
    before = form(*(open_text(id) for id in "abcd"))
    assert kinds(before, form(*(open_text(id) for id in "bcda"))) == [("moved", "a", "")]


def test_text_is_told_in_the_language_in_which_it_changed() -> None:
    question = open_text("a")
    after = changed(question, text={**question.text, "ru": "Что?"})
    found = changes_between(form(question), form(after))
    assert [(one.kind, one.language, one.before, one.after) for one in found] == [
        (ChangeKind.TEXT, "ru", "", "Что?")
    ]


def test_options_that_come_go_and_are_renamed_are_told() -> None:
    before, after = single("a", codes="xyz"), single("a", codes="zxw")
    renamed = (Option(code="z", label={**after.options[0].label, "lv": "Cits"}), *after.options[1:])
    found = changes_between(form(before), form(changed(after, options=renamed)))
    assert sorted(one.kind.value for one in found) == [
        "part-added",
        "part-removed",
        "part-text",
        "parts-moved",
    ]


def test_limits_are_told_with_both_values() -> None:
    found = changes_between(form(multiple("a")), form(changed(multiple("a"), most=2, required=True)))
    assert [(one.field, one.before, one.after) for one in found] == [
        ("required", "False", "True"),
        ("most", "", "2"),
    ]


def test_changes_of_the_form_itself_are_told() -> None:
    assert kinds(form(), form(booked_minutes=30)) == [("form", "", "booked_minutes")]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"most": 2}, "Question 1, at most: – is now 2"),
        ({"required": True}, "Question 1, must be answered: no is now yes"),
        ({"key": "b"}, None),
        ({"text": {"lv": "Kā?"}}, "Question 1, text in lv: “Ko vēl?” is now “Kā?”"),
    ],
)
def test_change_is_one_line_in_words(change: dict[str, object], words: str | None) -> None:
    found = changes_between(form(multiple("a")), form(changed(multiple("a"), **change)))
    assert [say_change(one, str, "lv") for one in found] == ([words] if words else [])


COMPARABLE = {
    "required": changed(single("a"), required=True),
    "explanation": changed(single("a"), help={"lv": "Viens"}),
    "translation": changed(single("a"), text={"lv": "Ko izvēlaties?", "ru": "Что?"}),
    "order": changed(single("a"), options=single("a").options[::-1]),
}
OTHERWISE = {
    "text": changed(single("a"), text={"lv": "Ko tad?"}),
    "language": changed(single("a"), text={"ru": "Что?"}),
    "option": single("a", codes="abcd"),
    "label": changed(single("a"), options=(Option(code="a", label={"lv": "Cits"}), *single("a").options[1:])),
    "other": changed(single("a"), other=True),
    "kind": multiple("a"),
    "id": single("b"),
}


@pytest.mark.parametrize("what", COMPARABLE)
def test_answers_stay_comparable_where_nothing_else_is_asked(what: str) -> None:
    assert is_comparable(single("a"), COMPARABLE[what])


@pytest.mark.parametrize("what", OTHERWISE)
def test_answers_are_told_apart_where_something_else_is_asked(what: str) -> None:
    assert not is_comparable(single("a"), OTHERWISE[what])


def test_comparable_questions_are_those_that_both_versions_ask_alike() -> None:
    before = form(single("a"), yesno("b"), open_text("c"))
    after = form(open_text("d"), open_text("c"), single("a", codes="ab"))
    assert comparable_questions(before, after) == ("c",)


@settings(max_examples=40, deadline=None)
@given(FORMS, some.randoms(use_true_random=False))
def test_any_text_that_changes_is_told_exactly_once(form: Form, chance: object) -> None:
    written = [text for text in texts_of(form) if text.texts]
    text = chance.choice(written)  # type: ignore[attr-defined]
    after = with_texts(form, {text.address: {**text.texts, "lv": "Pavisam cits teksts"}})
    found = [one.after for one in changes_between(form, after) if one.language or one.kind == "form"]
    assert len(found) == 1
    assert len(changes_between(after, form)) == len(changes_between(form, after))


@settings(max_examples=40, deadline=None)
@given(some.sampled_from(sorted(QUESTIONS)).flatmap(lambda kind: QUESTIONS[kind]))
def test_any_question_is_comparable_with_itself_and_with_no_other_text(question: Question) -> None:
    cleaned = question.cleaned()
    reworded = cleaned.model_copy(update={"text": {"lv": "Pavisam cits teksts"}})
    assert (is_comparable(cleaned, cleaned), is_comparable(cleaned, reworded)) == (True, False)


def test_section_that_becomes_one_page_is_named_as_that_alone() -> None:
    before = Form(questions=(single(),), sections=(Section(id="S"),))
    after = before.model_copy(update={"sections": (Section(id="S", one_page=True),)})
    assert [(change.kind, change.field) for change in changes_between(before, after)] == [
        (ChangeKind.FORM, "one_page")
    ]
