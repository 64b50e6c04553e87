"""The lines of a result as evidence: what stands on each, and how many of those who answered it counts."""

from collections.abc import Iterator, Mapping

from survey_engine.collect.kinds import Figures, Shares
from survey_engine.collect.kinds.date import days_of
from survey_engine.collect.kinds.number import figures_of
from survey_engine.collect.kinds.points import amounts_of
from survey_engine.design.kinds import Date, Number, Points, Question
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
    elif isinstance(question, Number):
        yield from _number_lines(question, figures_of(question, people_by_code, people), language)
    elif isinstance(question, Date):
        for row in days_of(question, people_by_code, people).bins:
            yield pick(row.label, language), row.people


def _share_lines(shares: Shares, language: str) -> Iterator[tuple[str, int]]:
    words = translations(language).gettext("{option} (mean {mean} of {total}), given something")
    for row in shares.in_order:
        mean = say_number(round(row.mean or 0, 1), language)
        label = words.format(
            option=pick(row.label, language), mean=mean, total=say_number(shares.total, language)
        )
        yield label, row.people


def _number_lines(question: Number, figures: Figures, language: str) -> Iterator[tuple[str, int]]:
    if figures.median is not None and figures.mean is not None:
        words = translations(language).gettext("Any number (median {median}, mean {mean})")
        mean = round(figures.mean, question.decimals + 1)
        said = {"median": question.say(figures.median, language), "mean": question.say(mean, language)}
        yield words.format(**said), len(figures.values)
    for row in figures.bins:
        yield pick(row.label, language), row.people
