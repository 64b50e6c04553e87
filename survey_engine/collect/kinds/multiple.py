"""Multiple choice: several known options, as many as the question allows."""

from survey_engine.collect.kinds.base import Kind, count_codes, known_codes, refuse_text, require
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import MultipleChoice
from survey_engine.errors import EngineError, Problem


def check(question: MultipleChoice, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, each once.

    Choosing nothing is allowed unless the question is required; whoever chooses keeps to
    `least` and `most`.
    """
    require(question, value)
    refuse_text(value)
    codes = known_codes(question, value.codes)
    if codes and len(codes) < question.least:
        raise EngineError(Problem.ANSWER_TOO_FEW, chosen=len(codes), least=question.least)
    if question.most is not None and len(codes) > question.most:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(codes), most=question.most)
    return AnswerValue(codes=codes)


KIND = Kind(check=check, summarise=count_codes)
