"""Open text: kept to the character; only its length is checked."""

from collections.abc import Sequence

from survey_engine.collect.kinds.base import (
    Kind,
    ListedAnswer,
    Listing,
    counted,
    people_in,
    refuse_codes,
    require,
)
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import OpenText
from survey_engine.design.kinds.patterns import Shape
from survey_engine.errors import EngineError, Problem

UNFIT = {
    Shape.EMAIL: Problem.TEXT_NO_EMAIL,
    Shape.PHONE: Problem.TEXT_NO_PHONE,
    Shape.POSTCODE: Problem.TEXT_NO_POSTCODE,
    Shape.OWN: Problem.TEXT_UNFIT,
}


def check(question: OpenText, value: AnswerValue) -> AnswerValue:
    """Return the value untouched, white space included; raise TEXT_TOO_LONG with how much is too much.

    Raises TEXT_NO_EMAIL, TEXT_NO_PHONE, TEXT_NO_POSTCODE, TEXT_UNFIT where it has not the shape asked for.

    Length is counted in Unicode code points, as quotes are. White space alone is no answer.
    """
    require(question, value)
    refuse_codes(value)
    over = len(value.text or "") - question.longest
    if over > 0:
        raise EngineError(Problem.TEXT_TOO_LONG, longest=question.longest, over=over)
    if not value.is_empty and not question.pattern.fits(value.text or ""):
        raise EngineError(UNFIT[question.pattern.shape], text=(value.text or "").strip()[:60])
    return AnswerValue() if value.is_empty else value


def summarise(question: OpenText, answers: Sequence[Answer]) -> Listing:
    """Return every answer, verbatim, in the order in which they were given."""
    kept = counted(answers)
    listed = (ListedAnswer(a.id, a.text or "", a.group_key, a.said_at) for a in kept)
    return Listing(people_in(kept), tuple(listed))


KIND = Kind(check=check, summarise=summarise)
