"""The lines of a result as evidence: what stands on each, and how many of those who answered it counts."""

from collections.abc import Iterator, Mapping

from survey_engine.collect.kinds import Shares
from survey_engine.collect.kinds.points import amounts_of
from survey_engine.design.kinds import Points, Question
from survey_engine.i18n import translations
from survey_engine.texts import pick, say_number


def amount_lines(
    question: Question, people_by_code: Mapping[str, int], people: int, language: str
) -> Iterator[tuple[str, int]]:
    """Yield label and people of each line of a kind whose codes are amounts; nothing for other kinds."""
    if isinstance(question, Points):
        found = amounts_of(question, people_by_code, people)
        if isinstance(found, Shares):
            yield from _share_lines(found, language)


def _share_lines(shares: Shares, language: str) -> Iterator[tuple[str, int]]:
    words = translations(language).gettext("{option} (mean {mean} of {total}), given something")
    for row in shares.in_order:
        mean = say_number(round(row.mean or 0, 1), language)
        label = words.format(
            option=pick(row.label, language), mean=mean, total=say_number(shares.total, language)
        )
        yield label, row.people
