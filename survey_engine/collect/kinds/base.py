"""What checking and counting answers have in common: the results, and who counts as one person."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import CANT_SAY, DECLINED, Question
from survey_engine.design.kinds.statement import PASS
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts

# Counted and shown, but beside the others: whoever says so takes no side.
SET_APART = frozenset({CANT_SAY, PASS})


@dataclass(frozen=True, slots=True)
class CountRow:
    """One code: how many people chose it. `set_apart` marks "can't say" and "pass"."""

    code: str
    label: Texts
    people: int
    set_apart: bool = False


@dataclass(frozen=True, slots=True)
class Summed:
    """What every summary has: `declined` people preferred not to say; they are in no other count."""

    declined: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class Counts(Summed):
    """How many people chose each code, in the order of the question; `people` answered in all.

    `others` are the words written beside "other"; what a room is shown never holds them.
    """

    people: int
    rows: tuple[CountRow, ...]
    others: tuple["ListedAnswer", ...] = ()


@dataclass(frozen=True, slots=True)
class ListedAnswer:
    """An answer in people's own words, exactly as given."""

    answer_id: str
    text: str
    group_key: str | None = None
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing(Summed):
    """Answers in people's own words, in the order in which they were given."""

    people: int
    answers: tuple[ListedAnswer, ...]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word with its forms counted together: `people` said it in any form, `shown` is the most used."""

    lemma: str
    shown: str
    people: int
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class WordCounts(Summed):
    """Words by the number of people who said them, most first; `people` answered in all."""

    people: int
    rows: tuple[WordRow, ...]


@dataclass(frozen=True, slots=True)
class Nothing(Summed):
    """The summary of what nobody answers."""

    people: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of question does with answers: check one, and summarise many.

    `of_counts` makes the same summary of people counted by code (by a database) and people in all,
    where that is enough to know. `tally` counts the votes on one text where people answer to what
    others wrote.
    """

    check: Callable[[Any, AnswerValue], AnswerValue]
    summarise: Callable[[Any, Sequence[Answer]], Any]
    of_counts: Callable[[Any, dict[str, int], int], Any] | None = None
    tally: Callable[[Mapping[str, int]], tuple[int, ...]] | None = None


def one_decimal(value: float) -> Decimal:
    """Return a mean as it is shown everywhere: one decimal, halves away from zero."""
    return Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def person_of(answer: Answer) -> str:
    """Return who answered; where nobody is known, each answer counts as one person."""
    return answer.participant_id or answer.id


def value_of(answer: Answer) -> AnswerValue:
    """Return the content of a stored answer."""
    return AnswerValue(codes=tuple(answer.codes), text=answer.text)


def counted(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers that count: current, not empty, not declined, in the order in which they were given."""
    kept = {
        answer.id: answer
        for answer in answers
        if answer.is_current and not value_of(answer).is_empty and not is_declined(answer)
    }
    return sorted(kept.values(), key=lambda answer: (answer.said_at, answer.id))


def is_declined(answer: Answer) -> bool:
    """Say whether somebody answered that they prefer not to say."""
    return list(answer.codes) == [DECLINED]


def people_in(answers: Iterable[Answer]) -> int:
    """Return how many different people gave these answers."""
    return len({person_of(answer) for answer in answers})


def require(question: Question, value: AnswerValue) -> None:
    """Raise ANSWER_EMPTY where a required question was left empty."""
    if question.required and value.is_empty:
        raise EngineError(Problem.ANSWER_EMPTY)


def refuse_text(value: AnswerValue) -> None:
    """Raise ANSWER_UNFIT where words came to a question that is answered by choosing."""
    if (value.text or "").strip():
        raise EngineError(Problem.ANSWER_UNFIT)


def refuse_codes(value: AnswerValue) -> None:
    """Raise ANSWER_UNFIT where a choice came to a question that is answered in words."""
    if value.codes:
        raise EngineError(Problem.ANSWER_UNFIT)


def known_codes(question: Question, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes in the order of the question, each once; raise ANSWER_CODE_UNKNOWN."""
    given = set(codes)
    for code in sorted(given - set(question.codes())):
        raise EngineError(Problem.ANSWER_CODE_UNKNOWN, code=code)
    return tuple(code for code in question.codes() if code in given)


def check_one_code(question: Question, value: AnswerValue) -> AnswerValue:
    """Return the value with at most one known code."""
    require(question, value)
    refuse_text(value)
    codes = known_codes(question, value.codes)
    if len(codes) > 1:
        raise EngineError(Problem.ANSWER_TOO_MANY, chosen=len(codes), most=1)
    return AnswerValue(codes=codes)


def count_codes(question: Question, answers: Sequence[Answer]) -> Counts:
    """Return how many different people chose each code of the question."""
    kept = counted(answers)
    codes = {code for answer in kept for code in answer.codes}
    people = {code: people_in(answer for answer in kept if code in answer.codes) for code in codes}
    return replace(counts_of(question, people, people_in(kept)), others=listed_words(kept))


def listed_words(kept: Iterable[Answer]) -> tuple[ListedAnswer, ...]:
    """Return the answers that hold people's own words, verbatim."""
    return tuple(
        ListedAnswer(answer.id, answer.text or "", answer.group_key, answer.said_at)
        for answer in kept
        if (answer.text or "").strip()
    )


def counts_of(question: Question, people_by_code: dict[str, int], people: int) -> Counts:
    """Return counted people as a summary, in the order of the question.

    Codes that the question no longer has (several versions summed up) follow at the end.
    """
    codes = (*question.codes(), *sorted(set(people_by_code) - set(question.codes())))
    rows = tuple(
        CountRow(code, question.label(code), people_by_code.get(code, 0), code in SET_APART) for code in codes
    )
    return Counts(people, rows)
