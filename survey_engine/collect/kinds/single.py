"""Single choice: at most one known option; people are counted by option."""

from survey_engine.collect.kinds.base import Kind, count_codes, counts_of
from survey_engine.collect.kinds.choices import check_choice
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import SingleChoice
from survey_engine.errors import EngineError, Problem


def check(question: SingleChoice, value: AnswerValue) -> AnswerValue:
    """Return the value with at most one known code, and the words of "other" with it."""
    checked = check_choice(question, value)
    if len(checked.codes) > 1:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(checked.codes), most=1)
    return checked


KIND = Kind(check=check, summarise=count_codes, of_counts=counts_of)
