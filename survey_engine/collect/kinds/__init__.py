"""What each kind of question does with answers: check one, summarise many; one module a kind."""

from collections.abc import Sequence
from dataclasses import replace

from survey_engine.collect.kinds import (
    audience,
    criteria,
    date,
    ideas,
    information,
    matrix,
    multiple,
    number,
    open,
    points,
    position,
    ranking,
    scale,
    single,
    statement,
    statements,
    words,
    yesno,
)
from survey_engine.collect.kinds.base import (
    CountRow,
    Counts,
    Kind,
    ListedAnswer,
    Listing,
    Nothing,
    WordCounts,
    WordRow,
    counts_of,
    is_declined,
    one_decimal,
    people_in,
)
from survey_engine.collect.kinds.criteria import RatedThing, Ratings
from survey_engine.collect.kinds.date import Days
from survey_engine.collect.kinds.matrix import Grid, GridRow
from survey_engine.collect.kinds.number import BinRow, Figures
from survey_engine.collect.kinds.points import FundedRow, Funding, ShareRow, Shares
from survey_engine.collect.kinds.position import PlacedThing, Plane
from survey_engine.collect.kinds.ranking import RankRow, Ranks
from survey_engine.collect.kinds.voices import VoiceRow, Voices
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import DECLINED, Question
from survey_engine.errors import EngineError, Problem

Summary = (
    Counts
    | Listing
    | WordCounts
    | Grid
    | Ratings
    | Plane
    | Ranks
    | Shares
    | Funding
    | Figures
    | Days
    | Voices
    | Nothing
)

KINDS: dict[str, Kind] = {
    "single": single.KIND,
    "yesno": yesno.KIND,
    "multiple": multiple.KIND,
    "scale": scale.KIND,
    "matrix": matrix.KIND,
    "criteria": criteria.KIND,
    "position": position.KIND,
    "ranking": ranking.KIND,
    "points": points.KIND,
    "number": number.KIND,
    "date": date.KIND,
    "open": open.KIND,
    "words": words.KIND,
    "statement": statement.KIND,
    "statements": statements.KIND,
    "ideas": ideas.KIND,
    "audience": audience.KIND,
    "information": information.KIND,
}


def check_answer(question: Question, value: AnswerValue) -> AnswerValue:
    """Return the answer as it is to be stored; raise EngineError with what is wrong, in words.

    Whoever prefers not to say, where that is offered, says nothing else: raises DECLINED_AND_OTHERS.
    An empty answer to a question that is not required is fine: it takes an earlier one back.
    """
    if question.decline and DECLINED in value.codes:
        if set(value.codes) != {DECLINED} or (value.text or "").strip():
            raise EngineError(Problem.DECLINED_AND_OTHERS)
        return AnswerValue(codes=(DECLINED,))
    return KINDS[question.kind].check(question, value)


def summarise(question: Question, answers: Sequence[Answer]) -> Summary:
    """Return what was answered, each person counted once, whatever the order of the answers.

    Answers that are empty or no longer current do not count; who preferred not to say is counted apart.
    """
    summary: Summary = KINDS[question.kind].summarise(question, answers)
    declined = people_in(answer for answer in answers if answer.is_current and is_declined(answer))
    return replace(summary, declined=declined) if declined else summary


__all__ = [
    "KINDS",
    "BinRow",
    "CountRow",
    "Counts",
    "Days",
    "Figures",
    "FundedRow",
    "Funding",
    "Grid",
    "GridRow",
    "Kind",
    "ListedAnswer",
    "Listing",
    "Nothing",
    "PlacedThing",
    "Plane",
    "RankRow",
    "Ranks",
    "RatedThing",
    "Ratings",
    "ShareRow",
    "Shares",
    "Summary",
    "VoiceRow",
    "Voices",
    "WordCounts",
    "WordRow",
    "check_answer",
    "counts_of",
    "one_decimal",
    "summarise",
]
