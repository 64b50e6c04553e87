"""Rules that say to whom a question is shown: what is wrong with them, what they say in words."""

import pytest

from survey_engine.design import edits
from survey_engine.design.checks import check_form
from survey_engine.design.findings import Check
from survey_engine.design.kinds import Question
from survey_engine.design.kinds.conditions import Condition, Relation, ShowIf
from survey_engine.design.models import Form
from survey_engine.design.reachability import unreachable
from survey_engine.design.rules import relations_of, say_rule
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import translations
from tests.factories import multiple, open_text, ranking, scale, single, yesno

GROUPS = ("ngo", "council")


def when(question: Question, *conditions: Condition, any_of: bool = False) -> Question:
    return question.model_copy(update={"show_if": ShowIf(conditions=conditions, any_of=any_of)})


def said(question: str, *codes: str, relation: Relation = Relation.IS, amount: float = 0) -> Condition:
    return Condition(question=question, relation=relation, codes=codes, amount=amount)


def form_of(*questions: Question) -> Form:
    return Form(questions=questions)


def rule_checks(form: Form) -> list[tuple[Check, int, int]]:
    found = check_form(form, ("lv",), GROUPS)
    return [(f.check, f.number, f.other) for f in found if f.check.startswith("rule-")]


def test_rule_that_fits_is_not_remarked_on() -> None:
    assert rule_checks(form_of(single("a"), when(scale("b"), said("a", "b"), said("", "ngo")))) == []


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (said("gone", "a"), (Check.RULE_MISSING, 2, 0)),
        (said("c", "yes"), (Check.RULE_LATER, 2, 3)),
        (said("b", "1"), (Check.RULE_CIRCLE, 2, 2)),
        (said("a"), (Check.RULE_EMPTY, 2, 1)),
        (said("a", "zzz"), (Check.RULE_OPTION_GONE, 2, 1)),
        (said("a", relation=Relation.AT_LEAST, amount=2), (Check.RULE_UNFIT, 2, 1)),
        (said(""), (Check.RULE_GROUP_EMPTY, 2, 0)),
        (said("", "gone"), (Check.RULE_GROUP_GONE, 2, 0)),
    ],
)
def test_condition_that_cannot_work_is_found_and_holds_publishing_back(
    condition: Condition, found: tuple[Check, int, int]
) -> None:
    form = form_of(single("a"), when(scale("b"), condition), yesno("c"))
    assert rule_checks(form) == [found]
    assert any(finding.refuses for finding in check_form(form, ("lv",), GROUPS))


def test_two_questions_that_wait_for_each_other_are_a_circle() -> None:
    form = form_of(when(yesno("a"), said("b", "yes")), when(yesno("b"), said("a", "yes")))
    assert rule_checks(form) == [(Check.RULE_CIRCLE, 1, 2)]


@pytest.mark.parametrize(
    ("conditions", "reachable"),
    [
        ((said("one", "a"), said("one", "b")), False),
        ((said("one", "a", "b"), said("one", "b")), True),
        ((said("one", "a"), said("one", "a", relation=Relation.IS_NOT)), False),
        ((said("one", "a", "b", "c", relation=Relation.IS_NOT),), True),
        ((said("one", relation=Relation.ANSWERED), said("one", *"abc", relation=Relation.IS_NOT)), False),
        ((said("some", "a"), said("some", "b")), True),
        ((said("some", "a"), said("some", "a", relation=Relation.IS_NOT)), False),
        (
            (
                said("points", relation=Relation.AT_LEAST, amount=4),
                said("points", relation=Relation.AT_MOST, amount=3),
            ),
            False,
        ),
        ((said("points", relation=Relation.AT_LEAST, amount=6),), False),
        ((said("points", relation=Relation.AT_LEAST, amount=5),), True),
        ((said("", "ngo"), said("", "council")), False),
        ((said("", "ngo", "council", relation=Relation.IS_NOT),), False),
    ],
)
def test_question_that_no_answers_lead_to_is_found(
    conditions: tuple[Condition, ...], reachable: bool
) -> None:
    form = form_of(single("one"), multiple("some"), scale("points"), when(open_text("last"), *conditions))
    assert unreachable(form, GROUPS) == (() if reachable else ("last",))


def test_any_condition_that_can_hold_is_enough_to_reach_a_question() -> None:
    impossible = said("", "ngo", "council", relation=Relation.IS_NOT)
    form = form_of(single("a"), when(open_text("b"), impossible, said("a", "a"), any_of=True))
    assert unreachable(form, GROUPS) == ()


def test_question_behind_another_one_inherits_the_way_to_it() -> None:
    only_ngo = when(yesno("b"), said("", "ngo"))
    form = form_of(only_ngo, when(open_text("c"), said("b", "yes"), said("", "council")))
    assert unreachable(form, GROUPS) == ("c",)


def test_question_behind_one_that_is_not_answered_is_reached_by_others() -> None:
    only_ngo = when(yesno("b"), said("", "ngo"))
    not_yes = said("b", "yes", relation=Relation.IS_NOT)
    assert unreachable(form_of(only_ngo, when(open_text("c"), not_yes, said("", "council"))), GROUPS) == ()


def test_what_can_be_asked_follows_from_the_kind() -> None:
    assert [relations_of(question) for question in (single(), scale(), ranking())] == [
        (Relation.IS, Relation.IS_NOT, Relation.ANSWERED),
        (Relation.IS, Relation.IS_NOT, Relation.AT_LEAST, Relation.AT_MOST, Relation.ANSWERED),
        (Relation.ANSWERED,),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Shown only to those who answered “a” to question 1 and are in the group “ngo”."),
        ("lv", "Rāda tikai tiem, kuri uz 1. jautājumu atbildēja „a” un ir grupā „ngo”."),
        ("ru", "Показывается только тем, кто на вопрос 1 ответил «a» и состоит в группе «ngo»."),
    ],
)
def test_rule_is_said_in_words(language: str, words: str) -> None:
    asked = when(open_text("b"), said("a", "a"), said("", "ngo"))
    form = form_of(single("a"), asked)
    assert say_rule(asked, form, translations(language).gettext, lambda _question, code: code) == words


def test_question_that_a_rule_refers_to_is_not_deleted() -> None:
    form = form_of(single("a"), when(open_text("b"), said("a", "a")))
    with pytest.raises(EngineError) as caught:
        edits.delete_question(form, "a")
    assert (caught.value.problem, caught.value.details["numbers"]) == (Problem.QUESTION_REFERRED, "2")


def test_copies_of_questions_refer_to_one_another() -> None:
    first, second = edits.with_own_ids((single("a"), when(open_text("b"), said("a", "a"))))
    assert (first.id != "a", second.show_if.questions) == (True, (first.id,))
