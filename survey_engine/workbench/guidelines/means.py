"""Results that are means and not counts, as lines of evidence: who rated, and the mean."""

from collections.abc import Callable, Iterator, Mapping

from survey_engine.collect.kinds.criteria import ratings_of
from survey_engine.collect.kinds.position import plane_of
from survey_engine.compare.planes import axis_label
from survey_engine.design.kinds import Criteria, Position, Question
from survey_engine.guidelines.facts import ResultLine, Told
from survey_engine.texts import pick


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
