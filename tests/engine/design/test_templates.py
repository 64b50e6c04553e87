"""Templates: whole, sound, and in all three languages."""

import json
from collections.abc import Iterator

import pytest

from survey_engine.design.agenda import minutes_over, unplanned_questions
from survey_engine.design.checks import check_form
from survey_engine.design.templates import TEMPLATES, Better, form_from, template, templates
from survey_engine.design.wording import advise
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


@pytest.mark.parametrize("name", NAMES)
def test_advice_on_wording_finds_nothing_in_a_template(name: str) -> None:
    found = advise(form_from(template(name)), INTERFACE_LANGUAGES)
    assert [(one.check, one.language, one.passage) for one in found] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "empty"])
def test_template_says_what_it_is_for_what_people_are_told_and_what_they_consent_to(name: str) -> None:
    one = template(name)
    told = (one.title, one.about, one.purpose, one.information, one.consent, one.questionnaire)
    assert [bool(text) for text in told] == [True] * 6
    assert len(one.groups) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_question_of_a_template_has_a_key_of_its_own(name: str) -> None:
    keys = [question.key for question in template(name).questions]
    assert (len(set(keys)), "" in keys) == (len(keys), False)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("indicators-")])
def test_every_indicator_says_which_direction_is_better(name: str) -> None:
    closed = [one.key for one in template(name).questions if one.takes_answers and not one.takes_text]
    better = template(name).better
    assert (list(better), set(better.values()) <= set(Better)) == (closed, True)


def test_direction_of_an_indicator_stands_at_its_question_in_the_file() -> None:
    file = json.loads((TEMPLATES / "indicators-social-health.json").read_text(encoding="utf-8"))
    stored = {one["key"]: one["better"] for one in file["questions"] if "better" in one}
    assert stored == template("indicators-social-health").better


@pytest.mark.parametrize("name", [name for name in NAMES if template(name).agenda])
def test_agenda_of_a_template_shows_every_question_and_fits_the_time(name: str) -> None:
    form = form_from(template(name))
    assert (unplanned_questions(form), minutes_over(form)) == ((), 0)
    assert [step.minutes for step in form.agenda if step.minutes < 1] == []


def test_templates_for_a_room_have_an_agenda() -> None:
    planned = {one.name for one in templates() if one.agenda}
    assert planned == {"cooperation-focus-groups", "case-workshop", "regional-discussion"}


def test_notes_to_the_facilitator_are_in_the_language_of_the_study() -> None:
    notes = [form_from(template("case-workshop"), code).agenda[0].notes for code in INTERFACE_LANGUAGES]
    assert [text.split()[0] for text in notes] == ["Parādiet", "Show", "Покажите"]


def test_templates_stand_in_a_set_order_with_nothing_last() -> None:
    ordered = sorted(templates(), key=lambda one: one.order)
    assert (len({one.order for one in ordered}), ordered[-1].name) == (len(ordered), "empty")


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
