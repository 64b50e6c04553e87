"""Answers as they are looked through afterwards: each with where it was given, and what to look for."""

from dataclasses import dataclass

from survey_engine.collect.models import Answer, Session, Shown
from survey_engine.design.kinds import Question


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for among the answers of a study; None and '' leave a question of it open."""

    session_id: str | None = None
    question_id: str | None = None
    group_key: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """One current answer with its session, its question (None: said aloud), its group and state."""

    answer: Answer
    session: Session
    question: Question | None
    group_key: str | None
    state: Shown


@dataclass(frozen=True, slots=True)
class Found:
    """One page of the answers that fit, the earliest first; `total` fit in all."""

    total: int
    answers: tuple[FoundAnswer, ...]
