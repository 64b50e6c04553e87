"""Results that are means and not counts, as lines of evidence: who rated or ranked, and the mean."""

from collections.abc import Callable, Iterator, Mapping

from survey_engine.collect.kinds import Ranks
from survey_engine.collect.kinds.criteria import ratings_of
from survey_engine.collect.kinds.position import plane_of
from survey_engine.compare.planes import axis_label
from survey_engine.design.kinds import Criteria, Position, Question
from survey_engine.guidelines.facts import ResultLine, Told
from survey_engine.i18n import translations
from survey_engine.texts import pick, say_number


def has_means(question: Question) -> bool:
    """Say whether the whole result of a question is told by means."""
    return isinstance(question, Criteria | Position)


def mean_lines(
    question: Question,
    people_by_code: Mapping[str, int],
    answered: int,
    told: Callable[[int, int], Told],
    language: str,
) -> Iterator[ResultLine]:
    """Yield things that were rated, the best first, with their score; or placed, with each axis by itself."""
    if isinstance(question, Criteria):
        for thing in ratings_of(question, people_by_code, answered).in_order:
            yield ResultLine(pick(thing.label, language), told(thing.people, answered), thing.score)
    if isinstance(question, Position):
        things = plane_of(question, people_by_code, answered).things
        for option, placed in zip(question.options, things, strict=True):
            for axis, along in ((question.x, placed.x), (question.y, placed.y)):
                label = axis_label(option, axis, language)
                yield ResultLine(label, told(placed.people, answered), along.mean if along else None)


def place_lines(
    ranks: Ranks, answered: int, told: Callable[[int, int], Told], language: str
) -> Iterator[ResultLine]:
    """Yield the options of a ranking in the order that people made together, with mean place and first places."""
    words = translations(language).gettext(
        "{option} (mean place {mean}, first for {first} of {n}), given a place"
    )
    for row in ranks.in_order:
        mean = "–" if row.mean is None else say_number(round(row.mean, 1), language)
        label = words.format(option=pick(row.label, language), mean=mean, first=row.first, n=answered)
        yield ResultLine(label, told(row.ranked, answered))
