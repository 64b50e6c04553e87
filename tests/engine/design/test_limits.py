"""What may be entered about a study."""

import pytest

from survey_engine.design.groups import clean_groups
from survey_engine.design.limits import clean_k, clean_languages, clean_title
from survey_engine.design.models import Group
from survey_engine.errors import EngineError, Problem


def group(lv: str, key: str = "") -> Group:
    return Group(key=key, label={"lv": lv})


def test_group_gets_a_key_from_its_label() -> None:
    assert [one.key for one in clean_groups([group("Dome un darbinieki")])] == ["dome_un_darbinieki"]


def test_group_keeps_its_key_when_its_label_changes() -> None:
    assert clean_groups([group("Cits nosaukums", "ngo")])[0].key == "ngo"


def test_new_group_does_not_take_the_key_of_another() -> None:
    groups = clean_groups([group("Dome"), group("Darbinieki", "dome")])
    assert [one.key for one in groups] == ["dome_2", "dome"]


@pytest.mark.parametrize(
    ("clean", "value", "problem"),
    [
        (clean_title, "  ", Problem.TITLE_EMPTY),
        (clean_title, "a" * 201, Problem.ENTRY_TOO_LONG),
        (clean_languages, [], Problem.LANGUAGES_NONE),
        (clean_languages, ["xx"], Problem.LANGUAGE_UNKNOWN),
        (clean_k, 2, Problem.K_TOO_SMALL),
        (clean_k, 500, Problem.VALUE_IMPOSSIBLE),
        (clean_groups, [group(" ")], Problem.GROUP_LABEL_EMPTY),
        (clean_groups, [group("Dome"), group("dome")], Problem.GROUPS_SAME),
        (clean_groups, [group("A", "x"), group("B", "x")], Problem.GROUPS_SAME),
    ],
)
def test_value_that_cannot_be_is_refused(clean, value, problem: Problem) -> None:
    with pytest.raises(EngineError) as caught:
        clean(value)
    assert caught.value.problem == problem


def test_languages_are_kept_in_their_order_and_once() -> None:
    assert clean_languages(["ru", "lv", "ru"]) == ["ru", "lv"]
