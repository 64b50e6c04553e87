"""Statements: agree, disagree or pass on each; which most agree with, and which divide people."""

from collections.abc import Sequence

from survey_engine.collect.kinds.base import Kind
from survey_engine.collect.kinds.voices import Cast, VoiceRow, Voices, check_voice, summarise_voices
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Statements
from survey_engine.design.kinds.statements import VOTES


def check(question: Statements, value: AnswerValue) -> AnswerValue:
    """Return a statement of one's own, or votes; see `check_voice`."""
    return check_voice(question, value, VOTES)


def tally(cast: Cast) -> tuple[int, ...]:
    """Return how many agree, disagree and pass."""
    return tuple(cast.get(vote, 0) for vote in VOTES)


def summarise(question: Statements, answers: Sequence[Answer]) -> Voices:
    """Return each statement with how many agree, disagree and pass."""
    return summarise_voices(question, answers, tally)


def most_agreed(voices: Voices, most: int) -> tuple[VoiceRow, ...]:
    """Return the statements that more people agree than disagree with, the most agreed first.

    By (agree + 1) / (n + 2), as Polis does: 9 of 10 come before 1 of 1.
    """
    agreed = [row for row in voices.rows if row.tally[0] > row.tally[1]]
    return tuple(sorted(agreed, key=lambda row: -(row.tally[0] + 1) / (row.people + 2))[:most])


def most_divided(voices: Voices, most: int) -> tuple[VoiceRow, ...]:
    """Return the statements with people on both sides, those with the largest smaller side first.

    By (the smaller side + 1) / (n + 2), so that two equal halves of many come before those of few.
    """
    divided = [row for row in voices.rows if min(row.tally[:2])]
    return tuple(sorted(divided, key=lambda row: -(min(row.tally[:2]) + 1) / (row.people + 2))[:most])


KIND = Kind(check=check, summarise=summarise, tally=tally)
