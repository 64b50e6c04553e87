"""Checks before publishing: what refuses, what advises, and where."""

import pytest

from survey_engine.design.checks import check_form
from survey_engine.design.findings import REFUSING, WORDS, Check
from survey_engine.design.kinds import Axis, Information, Option, Scale
from survey_engine.design.kinds.graded import PointsShown
from survey_engine.design.models import Form
from tests.factories import criteria, multiple, open_text, position, scale, single, statement, words

LV = ("lv",)


def checks(*questions, languages=LV) -> list[tuple[Check, int]]:
    return [(found.check, found.number) for found in check_form(Form(questions=questions), languages)]


def test_every_check_has_words() -> None:
    assert set(WORDS) == set(Check)


def test_sound_questionnaire_has_no_findings() -> None:
    assert checks(single(), multiple(), scale(), open_text(), words(), statement()) == []


def test_empty_questionnaire_is_refused() -> None:
    assert checks() == [(Check.NO_QUESTIONS, 0)]


def test_questionnaire_of_information_alone_is_refused() -> None:
    assert checks(Information(text={"lv": "Lasiet"})) == [(Check.NOTHING_TO_ANSWER, 0)]


def test_question_without_any_text_is_refused_with_its_number() -> None:
    assert checks(scale(), open_text().model_copy(update={"text": {"lv": " "}})) == [(Check.TEXT_MISSING, 2)]


def test_missing_translation_is_advice() -> None:
    assert checks(open_text(), languages=("lv", "ru")) == [(Check.TRANSLATION_MISSING, 1)]
    assert Check.TRANSLATION_MISSING not in REFUSING


def test_one_option_is_too_few() -> None:
    assert checks(single(codes="a")) == [(Check.TOO_FEW_OPTIONS, 1)]


def test_options_with_the_same_text_are_refused_whatever_the_case() -> None:
    options = (Option(code="1", label={"lv": "Jā"}), Option(code="2", label={"lv": " jā "}))
    assert checks(single().model_copy(update={"options": options})) == [(Check.OPTIONS_SAME, 1)]


def test_option_without_text_is_refused_and_named() -> None:
    options = (Option(code="1", label={"lv": "Jā"}), Option(code="2", label={}))
    found = check_form(Form(questions=(single().model_copy(update={"options": options}),)), ())
    assert [(one.check, one.option) for one in found] == [(Check.OPTION_EMPTY, 2)]


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (3, 2, [(Check.LEAST_OVER_MOST, 1)]),
        (4, None, [(Check.LEAST_OVER_OPTIONS, 1)]),
        (1, 3, []),
        (0, None, []),
        (3, 3, []),
    ],
)
def test_number_of_choices_must_be_possible(least: int, most: int | None, expected: list) -> None:
    assert checks(multiple().model_copy(update={"least": least, "most": most})) == expected


def test_criteria_without_a_text_or_twice_are_refused() -> None:
    assert checks(criteria()) == []
    assert checks(criteria().model_copy(update={"criteria": ()})) == [(Check.CRITERIA_NONE, 1)]
    first = criteria().criteria[0]
    twice = (first, first.model_copy(update={"code": "c2"}), first.model_copy(update={"label": {}}))
    found = checks(criteria().model_copy(update={"criteria": twice}), languages=())
    assert found == [(Check.CRITERION_EMPTY, 1)]
    assert (Check.CRITERIA_SAME, 1) in checks(criteria().model_copy(update={"criteria": twice}))


def test_axes_without_names_are_remarked_on() -> None:
    assert checks(position()) == []
    bare = position().model_copy(update={"y": Axis(name={"lv": "Labums"})})
    (found,) = check_form(Form(questions=(bare,)), LV)
    assert (found.check, found.found, found.refuses) == (Check.AXIS_UNNAMED, 2, False)


def test_scale_without_labelled_ends_is_advice() -> None:
    assert checks(scale().model_copy(update={"high": {}})) == [(Check.ENDS_MISSING, 1)]
    assert Check.ENDS_MISSING not in REFUSING


def test_same_text_twice_is_advice_that_names_both() -> None:
    found = check_form(Form(questions=(open_text("a"), scale(), open_text("b"))), LV)
    assert [(one.check, one.number, one.other) for one in found] == [(Check.TEXTS_SAME, 1, 3)]


def test_finding_says_number_and_language_by_name() -> None:
    finding = check_form(Form(questions=(open_text(),)), ("lv", "ru"))[0]
    said = finding.say(str, {"ru": "Russian"}.__getitem__)
    assert said.startswith("Question 1 has no text in Russian")


def named(between: str, shown_as: PointsShown = PointsShown.NAMES) -> Scale:
    return scale().model_copy(update={"between": {"lv": between}, "shown_as": shown_as})


def test_scale_with_a_name_for_every_point_is_sound() -> None:
    question = named("Drīzāk slikti\nViduvēji\nDrīzāk labi")
    assert checks(question) == []
    assert [question.label(code).get("lv") for code in question.codes()] == [
        "Slikti", "Drīzāk slikti", "Viduvēji", "Drīzāk labi", "Labi", None,
    ]  # fmt: skip


def test_names_that_do_not_fit_the_points_are_refused() -> None:
    assert checks(named("Viduvēji")) == [(Check.NAMES_UNFIT, 1)]
    assert Check.NAMES_UNFIT in REFUSING


def test_points_shown_by_name_without_names_are_remarked_on() -> None:
    assert checks(named("")) == [(Check.NAMES_MISSING, 1)]


def test_stars_need_no_named_ends() -> None:
    stars = Scale(text={"lv": "Cik labi?"}, shown_as=PointsShown.STARS)
    assert checks(stars) == []
