"""What single and multiple choice accept alike: known options, and words beside "other"."""

from survey_engine.collect.kinds.base import known_codes, refuse_text, require
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds.choice import LONGEST_OTHER, OTHER, OpenChoice
from survey_engine.errors import EngineError, Problem


def check_choice(question: OpenChoice, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order of the question, each once, and the words untouched.

    Words alone mean "other", since nothing else can; words beside another choice are refused with
    OTHER_UNCHOSEN rather than dropped. "Other" without words is an answer.
    """
    require(question, value)
    if not question.other:
        refuse_text(value)
    codes, text = known_codes(question, value.codes), value.text or ""
    if not text.strip():
        return AnswerValue(codes=codes)
    if codes and OTHER not in codes:
        raise EngineError(Problem.OTHER_UNCHOSEN)
    over = len(text) - LONGEST_OTHER
    if over > 0:
        raise EngineError(Problem.TEXT_TOO_LONG, longest=LONGEST_OTHER, over=over)
    return AnswerValue(codes=codes or (OTHER,), text=text)
