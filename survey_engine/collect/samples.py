"""Invented answers to any question, for previews: the same for the same seed, and never stored.

Chance comes from a hash of the question, the seed and the person, so that a preview stays as it is
while somebody looks at it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import blake2b

from survey_engine.collect.kinds import check_answer
from survey_engine.collect.models import AnswerValue
from survey_engine.design.kinds import (
    Contributing,
    Date,
    MultipleChoice,
    Number,
    OpenText,
    Points,
    Position,
    Question,
    Ranking,
    Words,
)
from survey_engine.design.kinds.base import code_at, place_of
from survey_engine.errors import EngineError
from survey_engine.i18n import mark, translations

SENTENCES = (
    mark("We hear about it too late."),
    mark("It would help to meet once in a while and talk plainly."),
    mark("I do not know whom to ask."),
    mark("Last year it went better than before."),
    mark("Say openly how it was decided."),
)
WORDS = (mark("trust"), mark("time"), mark("money"), mark("people"), mark("rules"), mark("patience"))
USUAL_RANGE = 100
USUAL_DAY = date(2026, 6, 1)
USUAL_DAYS = 200


def sample_answers(
    question: Question, *, people: int, language: str = "lv", seed: int = 1
) -> tuple[AnswerValue, ...]:
    """Return an invented answer of each of so many people; one that nothing fits is empty."""
    return tuple(_sample(question, language, Dice(f"{seed}:{question.id}:{n}")) for n in range(people))


def invented_sentence(place: int, language: str) -> str:
    """Return one of the invented sentences in a language."""
    return translations(language).gettext(SENTENCES[place % len(SENTENCES)])


class Dice:
    """Numbers that look like chance and are the same for the same seed."""

    def __init__(self, seed: str) -> None:
        self.seed = seed

    def roll(self, sides: int, *about: object) -> int:
        """Return a number from 0 to below `sides`."""
        digest = blake2b(":".join(map(str, (self.seed, *about))).encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % max(1, sides)

    def shuffled(self, codes: Sequence[str]) -> list[str]:
        """Return codes in another order."""
        return sorted(codes, key=lambda code: self.roll(1 << 30, code))

    def one_of(self, codes: Sequence[str], *about: object) -> str:
        """Return one of some codes, the earlier ones more often, so that bars differ."""
        return codes[min(self.roll(len(codes), "a", *about), self.roll(len(codes), "b", *about))]


def _sample(question: Question, language: str, dice: Dice) -> AnswerValue:
    try:
        return check_answer(question.model_copy(update={"required": False}), _draft(question, language, dice))
    except EngineError:
        return AnswerValue()


def _draft(question: Question, language: str, dice: Dice) -> AnswerValue:
    match question:
        case OpenText():
            return AnswerValue(text=invented_sentence(dice.roll(len(SENTENCES)), language))
        case Words():
            chosen = dice.shuffled(WORDS)[: question.most]
            return AnswerValue(text="\n".join(translations(language).gettext(word) for word in chosen))
        case Ranking():
            return AnswerValue(codes=tuple(dice.shuffled(question.option_codes)[: question.places]))
        case MultipleChoice():
            most = min(question.most or 2, max(2, question.least))
            return AnswerValue(codes=tuple(dice.shuffled(question.option_codes)[:most]))
        case Points():
            return AnswerValue(codes=tuple(_amounts(question, dice)))
        case Number():
            return AnswerValue(codes=(_number(question, dice),))
        case Position():
            spots = [
                (dice.roll(question.steps + 1, row, "x"), dice.roll(question.steps + 1, row, "y"), row)
                for row in question.option_codes
            ]
            return AnswerValue(codes=tuple(code_at(row, f"{x},{y}") for x, y, row in spots))
        case Contributing() if not question.codes():
            return AnswerValue(text=invented_sentence(dice.roll(len(SENTENCES)), language))
        case Date():
            return AnswerValue(codes=(_day(question, dice).isoformat(),))
    return AnswerValue(codes=tuple(_chosen(question.codes(), dice)))


def _chosen(codes: Sequence[str], dice: Dice) -> list[str]:
    """Return one code, or one for each part of a question that has several."""
    parts: dict[str, list[str]] = {}
    for code in codes:
        parts.setdefault(place_of(code)[0], []).append(code)
    return [dice.one_of(of_part, part) for part, of_part in parts.items()]


def _amounts(question: Points, dice: Dice) -> list[str]:
    if question.is_budget:
        left, funded = question.total, []
        costs = {option.code: option.cost or 0 for option in question.options}
        for code in dice.shuffled(question.option_codes):
            if 0 < costs[code] <= left:
                left -= costs[code]
                funded.append(code_at(code, str(costs[code])))
        return funded
    weights = {code: 1 + dice.roll(9, code) for code in question.option_codes}
    shares = {code: question.total * weight // sum(weights.values()) for code, weight in weights.items()}
    first = next(iter(shares), "")
    return [
        code_at(code, str(share + (question.total - sum(shares.values()) if code == first else 0)))
        for code, share in shares.items()
    ]


def _number(question: Number, dice: Dice) -> str:
    ends = question.least, question.most
    low, high = (None if end is None else Decimal(str(end)) for end in ends)
    least = (
        low if low is not None else min(Decimal(0), high - USUAL_RANGE) if high is not None else Decimal(0)
    )
    most = least + USUAL_RANGE if high is None else high
    steps = int((most - least) / question.step)
    drawn = least + question.step * dice.roll(steps + 1)
    return f"{drawn.quantize(question.step):f}"


def _day(question: Date, dice: Dice) -> date:
    earliest = question.earliest or (question.latest or USUAL_DAY) - timedelta(days=USUAL_DAYS)
    latest = question.latest or earliest + timedelta(days=USUAL_DAYS)
    return earliest + timedelta(days=dice.roll((latest - earliest).days + 1))
