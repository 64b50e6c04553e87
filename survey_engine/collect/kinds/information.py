"""Information: read, not answered."""

from collections.abc import Sequence

from survey_engine.collect.kinds.base import Kind, Nothing
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Information
from survey_engine.errors import EngineError, Problem


def check(question: Information, value: AnswerValue) -> AnswerValue:
    """Return an empty value; raise ANSWER_UNFIT where something was answered all the same."""
    if not value.is_empty:
        raise EngineError(Problem.ANSWER_UNFIT)
    return AnswerValue()


def summarise(question: Information, answers: Sequence[Answer]) -> Nothing:
    """Return that there is nothing to count."""
    return Nothing()


KIND = Kind(check=check, summarise=summarise)
