"""Audience: questions to a speaker by how many people want them answered."""

from collections.abc import Sequence

from survey_engine.collect.kinds.base import Kind
from survey_engine.collect.kinds.voices import Cast, Voices, check_voice, summarise_voices
from survey_engine.collect.models import Answer, AnswerValue
from survey_engine.design.kinds import Audience
from survey_engine.design.kinds.audience import UP


def check(question: Audience, value: AnswerValue) -> AnswerValue:
    """Return a question, or votes; see `check_voice`."""
    return check_voice(question, value, (UP,))


def tally(cast: Cast) -> tuple[int, ...]:
    """Return how many people want a question answered."""
    return (cast.get(UP, 0),)


def summarise(question: Audience, answers: Sequence[Answer]) -> Voices:
    """Return each question with its votes."""
    return summarise_voices(question, answers, tally)


KIND = Kind(check=check, summarise=summarise, tally=tally)
