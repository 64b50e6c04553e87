"""Ideas: dots from a budget; ranked by their dots, with how many people gave them."""

from collections.abc import Sequence

from survey_engine.collect.contributions import votes_of
from survey_engine.collect.kinds.base import Kind
from survey_engine.collect.kinds.voices import Cast, Voices, check_voice, summarise_voices
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Ideas
from survey_engine.design.kinds.base import place_of
from survey_engine.errors import EngineError, Problem

NO_DOTS = "0"


def check(question: Ideas, value: AnswerValue) -> AnswerValue:
    """Return an idea, or dots; see `check_voice`. Raises DOTS_TOO_MANY, DOTS_ON_ONE."""
    given = tuple(code for code in value.codes if place_of(code)[1] != NO_DOTS)
    whole = value.model_copy(update={"codes": given})
    numbers = [int(vote) for vote in votes_of(given).values() if vote.isascii() and vote.isdecimal()]
    if any(number > question.most_on_one for number in numbers):
        raise EngineError(Problem.DOTS_ON_ONE, most=question.most_on_one)
    if sum(numbers) > question.dots:
        raise EngineError(Problem.DOTS_TOO_MANY, given=sum(numbers), most=question.dots)
    return check_voice(question, whole, [str(number) for number in range(1, question.most_on_one + 1)])


def tally(cast: Cast) -> tuple[int, ...]:
    """Return how many dots there are."""
    return (sum(int(dots) * people for dots, people in cast.items()),)


def summarise(question: Ideas, answers: Sequence[Answer]) -> Voices:
    """Return each idea with its dots, and how many people gave them."""
    return summarise_voices(question, answers, tally)


KIND = Kind(check=check, summarise=summarise, tally=tally)
