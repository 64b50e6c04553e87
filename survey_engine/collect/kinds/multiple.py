"""Multiple choice: several known options, as many as the question allows, or none of them."""

from survey_engine.collect.kinds.base import Kind, count_codes, counts_of
from survey_engine.collect.kinds.choices import check_choice
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import MultipleChoice
from survey_engine.design.kinds.choice import NONE
from survey_engine.errors import EngineError, Problem


def check(question: MultipleChoice, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, each once.

    Choosing nothing is allowed unless the question is required; whoever chooses keeps to
    `least` and `most`. "None of these" stands alone, whatever `least` says.
    """
    checked = check_choice(question, value)
    codes = checked.codes
    if question.none and NONE in codes:
        if len(codes) > 1:
            raise EngineError(Problem.NONE_AND_OTHERS)
        return checked
    if codes and len(codes) < question.least:
        raise EngineError(Problem.ANSWER_TOO_FEW, chosen=len(codes), least=question.least)
    if question.most is not None and len(codes) > question.most:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(codes), most=question.most)
    return checked


KIND = Kind(check=check, summarise=count_codes, of_counts=counts_of)
