"""What kinds share in which people answer to what others wrote: a text or votes checked, votes counted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from survey_engine.collect.contributions import NO_VOTE, Contribution, votes_of, written_by_facilitator
from survey_engine.collect.kinds.base import Summed, counted, people_in, require
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Contributing
from survey_engine.design.kinds.base import place_of
from survey_engine.errors import EngineError, Problem
from survey_engine.texts import Texts

# People by vote, for one text.
Cast = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One text and the votes on it: `tally` by kind of vote, `people` voted on it in all.

    `text` is somebody's own words, verbatim; else `label` is what the facilitator wrote.
    """

    code: str
    text: str
    label: Texts
    tally: tuple[int, ...]
    people: int
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Voices(Summed):
    """Texts that the room may see, the earliest first, with the votes on them; `people` took part in all."""

    people: int
    rows: tuple[VoiceRow, ...]

    @property
    def ranked(self) -> tuple[VoiceRow, ...]:
        """Return the texts by votes, then by people; what was answered comes last."""
        return tuple(sorted(self.rows, key=lambda row: (row.answered, -row.tally[0], -row.people)))


def check_voice(question: Contributing, value: AnswerValue, votes: Sequence[str]) -> AnswerValue:
    """Return one text untouched, or votes of these kinds, each text voted on once.

    Raises ANSWER_EMPTY, TEXT_TOO_LONG, ANSWER_UNFIT (a text and votes at once, or two votes on one
    text), ANSWER_CODE_UNKNOWN. Which texts there are to vote on is known to the room alone.
    """
    require(question, value)
    if value.is_empty:
        return AnswerValue()
    if not value.codes:
        return _check_text(question, value)
    on = [place_of(code)[0] for code in value.codes]
    if (value.text or "").strip() or len(set(on)) < len(on):
        raise EngineError(Problem.ANSWER_UNFIT)
    for code in value.codes:
        text, vote = place_of(code)
        if not text or vote not in (*votes, NO_VOTE):
            raise EngineError(Problem.ANSWER_CODE_UNKNOWN, code=code[:40])
    return AnswerValue(codes=value.codes)


def _check_text(question: Contributing, value: AnswerValue) -> AnswerValue:
    over = len(value.text or "") - question.longest
    if over > 0:
        raise EngineError(Problem.TEXT_TOO_LONG, longest=question.longest, over=over)
    return value


def voices_of(
    question: Contributing,
    written: Iterable[Contribution],
    people_by_code: Mapping[str, int],
    people: int,
    tally: Callable[[Cast], tuple[int, ...]],
) -> Voices:
    """Return texts with their votes; votes on texts that are not among them do not count."""
    cast: dict[str, dict[str, int]] = defaultdict(dict)
    for code, number in people_by_code.items():
        text, vote = place_of(code)
        cast[text][vote] = number
    rows = (
        VoiceRow(
            one.code, one.text, one.label, tally(cast[one.code]), sum(cast[one.code].values()), one.answered
        )
        for one in written
    )
    return Voices(people, tuple(rows))


def summarise_voices(
    question: Contributing, answers: Sequence[Answer], tally: Callable[[Cast], tuple[int, ...]]
) -> Voices:
    """Return the texts among the answers, and the facilitator's, with the votes among the answers."""
    kept = counted(answers)
    said = (Contribution(a.id, text=a.text or "") for a in kept if (a.text or "").strip())
    by_code: dict[str, int] = defaultdict(int)
    for answer in kept:
        for text, vote in votes_of(answer.codes).items():
            by_code[f"{text}={vote}"] += 1
    written = (*written_by_facilitator(question), *said)
    return voices_of(question, written, by_code, people_in(kept), tally)
