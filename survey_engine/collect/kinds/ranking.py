"""Ranking: options in order; summarised by mean place, first places and points for places."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey_engine.collect.kinds.base import Kind, Summed, counted, people_in, refuse_text, require
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Ranking
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts


@dataclass(frozen=True, slots=True)
class RankRow:
    """One option: how many gave it a place, how many the first, and the mean place among those who did.

    `score` is Borda's: the last place is worth 1, the first as much as there are places, no place 0;
    the mean over everybody who answered. It orders options also where people rank only a few.
    """

    code: str
    label: Texts
    ranked: int
    first: int
    mean: float | None
    score: float


@dataclass(frozen=True, slots=True)
class Ranks(Summed):
    """Options of a ranking in the order of the question; `people` ranked any of them."""

    people: int
    places: int
    rows: tuple[RankRow, ...]

    @property
    def in_order(self) -> tuple[RankRow, ...]:
        """Return the options from the highest score down; equals stay in the order of the question."""
        return tuple(sorted(self.rows, key=lambda row: -row.score))


def check(question: Ranking, value: AnswerValue) -> AnswerValue:
    """Return the value with its codes in the order given, each once.

    Places may stay empty unless the question is required. Raises ANSWER_CODE_UNKNOWN, RANKED_TWICE,
    ANSWER_TOO_MANY, ANSWER_TOO_FEW.
    """
    require(question, value)
    refuse_text(value)
    codes = value.codes
    for code in codes:
        if code not in question.option_codes:
            raise EngineError(Problem.ANSWER_CODE_UNKNOWN, code=code)
    if len(set(codes)) < len(codes):
        raise EngineError(Problem.RANKED_TWICE)
    if len(codes) > question.places:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(codes), most=question.places)
    if question.required and len(codes) < question.places:
        raise EngineError(Problem.ANSWER_TOO_FEW, chosen=len(codes), least=question.places)
    return AnswerValue(codes=codes)


def summarise(question: Ranking, answers: Sequence[Answer]) -> Ranks:
    """Return the options with their places, each person once; places beyond the last are worth nothing."""
    kept = counted(answers)
    orders = {answer.participant_id or answer.id: tuple(answer.codes) for answer in kept}
    rows = tuple(_row(question, code, list(orders.values())) for code in question.option_codes)
    return Ranks(people_in(kept), question.places, rows)


def _row(question: Ranking, code: str, orders: Sequence[tuple[str, ...]]) -> RankRow:
    places = [order.index(code) + 1 for order in orders if code in order]
    points = sum(max(0, question.places + 1 - place) for place in places)
    return RankRow(
        code,
        question.label(code),
        len(places),
        places.count(1),
        sum(places) / len(places) if places else None,
        points / len(orders) if orders else 0.0,
    )


KIND = Kind(check=check, summarise=summarise)
