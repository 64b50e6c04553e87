"""Templates: whole, sound, and in all three languages."""

from collections.abc import Iterator

import pytest

from survey_engine.design.checks import check_form
from survey_engine.design.templates import form_from, template, templates
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import INTERFACE_LANGUAGES, missing_languages

NAMES = [one.name for one in templates()]


def texts_in(value: object) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if value.keys() & set(INTERFACE_LANGUAGES):
            yield value
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_template_is_in_all_three_languages(name: str) -> None:
    found = [
        (text, missing_languages(text, INTERFACE_LANGUAGES)) for text in texts_in(template(name).model_dump())
    ]
    assert [text for text, missing in found if missing] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "empty"])
def test_template_can_be_published_as_it_is(name: str) -> None:
    assert check_form(form_from(template(name)), INTERFACE_LANGUAGES) == ()


def test_focus_group_template_shows_the_kinds_that_a_room_needs() -> None:
    kinds = {question.kind for question in template("cooperation-focus-groups").questions}
    assert kinds == {"single", "multiple", "scale", "open", "words", "statement", "information"}


def test_two_studies_from_one_template_share_no_question_id() -> None:
    source = template("cooperation-focus-groups")
    first, second = form_from(source), form_from(source)
    assert {one.id for one in first.questions} & {one.id for one in second.questions} == set()


def test_unknown_template_says_so() -> None:
    with pytest.raises(EngineError) as caught:
        template("nothing")
    assert caught.value.problem == Problem.NOT_FOUND
