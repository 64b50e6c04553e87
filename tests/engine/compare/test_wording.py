"""Words: counts first, then how sure one can be."""

from survey_engine.compare.agreement import map_agreement
from survey_engine.compare.models import CountTable
from survey_engine.compare.wording import say_difference, say_gap, say_line
from survey_engine.i18n import translations
from tests.engine.compare.makers import line, options, scale, themes

ENGLISH = translations("en")


def sentence(table: CountTable) -> str:
    return say_line(map_agreement([table], (), 3).lines[0], ENGLISH)


def difference(table: CountTable) -> str:
    first = map_agreement([table], (), 3).lines[0]
    return say_difference(first, first.differences[0], ENGLISH)


def test_shared_line_is_said_in_counts_alone() -> None:
    assert sentence(themes((14, 12), line("a", 12, 10))) == "12 of 14 and 10 of 12."


def test_line_of_one_group_names_it_and_says_few_of_the_other() -> None:
    expected = "NGOs: 12 of 14; few in the other group. The difference is clear."
    assert sentence(themes((14, 12), line("a", 12, 1))) == expected


def test_line_with_too_few_says_that_it_could_be_chance() -> None:
    assert sentence(themes((14, 12), line("a", 6, 4))) == "6 of 14 and 4 of 12. It could be chance."


def test_line_that_few_say_anywhere_tells_no_number() -> None:
    assert sentence(themes((14, 12), line("a", 2, 1))) == "few in every group."


def test_difference_that_may_be_chance_is_said_to_be() -> None:
    expected = "NGOs more often: 6 of 14; Council: 4 of 12. With these numbers it could be chance."
    assert difference(themes((14, 12), line("a", 6, 4))) == expected


def test_range_is_said_as_a_range() -> None:
    expected = "NGOs more often: 11 to 13 of 14; Council: few. The difference is clear."
    assert difference(options((14, 12), line("a", 12, 1), several=True)) == expected


def test_size_of_a_difference_beside_few_is_not_told() -> None:
    first = map_agreement([themes((14, 12), line("a", 12, 1))], (), 3).lines[0]
    assert say_gap(first, first.differences[0], ENGLISH) == "not shown"


def test_scale_is_said_by_its_means() -> None:
    first = map_agreement((), [scale((0, 1, 2, 6, 5), (4, 5, 2, 1, 0))], 3).lines[0]
    assert say_line(first, ENGLISH) == (
        "NGOs: mean 4.1 (3.5 to 4.8), n 14; Council: mean 2.0 (1.2 to 2.8), n 12. The difference is clear."
    )
