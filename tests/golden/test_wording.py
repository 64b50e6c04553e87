"""Advice on wording on the list of good and bad questions: never worse than when it was measured last."""

import pytest

from survey_engine.design.templates import form_from, templates
from survey_engine.design.wording import LANGUAGES, WordingCheck, advise
from tools.bench_wording import examples, score

EXAMPLES = examples()
# Found by what is set, not by how it is worded: a list of wordings says nothing about them.
NOT_OF_WORDS = {WordingCheck.TOO_LONG, WordingCheck.PRESELECTED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_is_long_enough_to_say_something(language: str) -> None:
    found = score(one for one in EXAMPLES if one.language == language)
    assert (found.bad >= 40, found.good >= 60) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_questions_are_found_and_good_ones_left_alone(language: str) -> None:
    found = score(one for one in EXAMPLES if one.language == language)
    assert (found.hit_rate >= 85, found.alarm_rate <= 5) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", [one for one in WordingCheck if one not in NOT_OF_WORDS])
def test_every_check_has_bad_questions_and_finds_most(check: WordingCheck, language: str) -> None:
    found = score(one for one in EXAMPLES if (one.expected, one.language) == (check, language))
    assert (found.bad >= 3, found.hit_rate >= 80) == (True, True)


@pytest.mark.parametrize("name", ["cooperation-focus-groups"])
def test_our_own_template_needs_no_advice(name: str) -> None:
    source = next(one for one in templates() if one.name == name)
    assert [(one.check, one.passage) for one in advise(form_from(source), LANGUAGES)] == []
