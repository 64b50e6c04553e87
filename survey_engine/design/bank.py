"""The bank of questions: kept under a key that stays the same, so that places and rounds can be compared later.

An indicator set is a named list of such questions, each with the direction that is better and a unit.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from pydantic import Field as ValueField
from sqlalchemy import JSON
from sqlmodel import Field

from survey_engine.design.all_texts import texts_of
from survey_engine.design.changes import is_comparable
from survey_engine.design.keys import make_key
from survey_engine.design.kinds import AnyQuestion, Question
from survey_engine.design.kinds.conditions import ShowIf
from survey_engine.design.limits import LONGEST_LABEL, clean_text
from survey_engine.design.models import Form
from survey_engine.design.templates import Better, Template, templates
from survey_engine.errors import EngineError, Problem
from survey_engine.i18n import mark
from survey_engine.ids import new_id
from survey_engine.records import Record, UtcTime, Value
from survey_engine.texts import Texts


class BankQuestion(Record):
    """A question as it was kept in a study. `question` is plain data; everybody of the study may use it."""

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True)
    key: str = Field(index=True)
    question: dict = Field(sa_type=JSON)
    kept_at: datetime = Field(sa_type=UtcTime)


class IndicatorList(Record):
    """An indicator set as it is stored: `indicators` are `Indicator` values as plain data."""

    id: str = Field(default_factory=new_id, primary_key=True)
    study_id: str = Field(foreign_key="study.id", index=True)
    title: str
    indicators: list[dict] = Field(default_factory=list, sa_type=JSON)
    made_at: datetime = Field(sa_type=UtcTime)


class Kept(Value):
    """A question of the bank: its key, where it comes from, and in which study ('' for those of Balsis)."""

    key: str
    question: AnyQuestion
    source: Texts
    study_id: str = ""


class Indicator(Value):
    """A question of the bank as an indicator: the direction that is better, and the unit it is told in."""

    key: str
    better: Better
    unit: str = ""


class IndicatorSet(Value):
    """A named list of indicators; `study_id` is '' for those of Balsis."""

    id: str
    title: Texts
    about: Texts = ValueField(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    study_id: str = ""


@lru_cache(maxsize=1)
def our_questions() -> tuple[Kept, ...]:
    """Return the questions of Balsis's own indicator sets."""
    return tuple(
        Kept(key=question.key, question=question, source=source.title)
        for source in templates()
        for question in source.questions
        if question.key in source.better
    )


@lru_cache(maxsize=1)
def our_sets() -> tuple[IndicatorSet, ...]:
    """Return Balsis's own indicator sets, by title."""
    return tuple(_set_of(source) for source in templates() if source.better)


def set_from(stored: IndicatorList) -> IndicatorSet:
    """Return a stored indicator set as a value; its title is in one language."""
    indicators = tuple(Indicator.model_validate(one) for one in stored.indicators)
    return IndicatorSet(
        id=stored.id, title={"": stored.title}, indicators=indicators, study_id=stored.study_id
    )


def bank_key_for(question: Question, taken: Iterable[str]) -> str:
    """Return the key under which a question is kept: the one it has, or a new one that nobody has yet."""
    return question.bank_key or make_key(question.text, frozenset(taken))


def from_bank(kept: Kept) -> AnyQuestion:
    """Return a question of the bank for another questionnaire: under an id of its own, for everybody."""
    return kept.question.model_copy(
        update={"id": new_id(), "bank_key": kept.key, "section": "", "show_if": ShowIf()}
    )


def search_bank(bank: Sequence[Kept], text: str) -> tuple[Kept, ...]:
    """Return the questions whose text, options, key or source hold every word looked for, in any language."""
    words = text.casefold().split()
    return tuple(kept for kept in bank if all(word in _words_of(kept) for word in words))


def changed_since_kept(form: Form, bank: Iterable[Kept]) -> frozenset[str]:
    """Return the ids of the questions of a form that no longer ask what was kept under their key."""
    kept = {one.key: one.question for one in bank}
    return frozenset(
        question.id
        for question in form.questions
        if question.bank_key in kept
        and not is_comparable(kept[question.bank_key].model_copy(update={"id": question.id}), question)
    )


def clean_indicators(indicators: Sequence[Indicator], known: Iterable[str]) -> tuple[Indicator, ...]:
    """Return the indicators, each question once; raise NOT_FOUND for one the bank has not, INDICATORS_NONE."""
    there = frozenset(known)
    if any(one.key not in there for one in indicators):
        raise EngineError(Problem.NOT_FOUND, what=mark("question"))
    if not indicators:
        raise EngineError(Problem.INDICATORS_NONE)
    each = {
        one.key: one.model_copy(update={"unit": clean_text(one.unit, LONGEST_LABEL)}) for one in indicators
    }
    return tuple(each.values())


def _set_of(source: Template) -> IndicatorSet:
    indicators = tuple(Indicator(key=key, better=better) for key, better in source.better.items())
    return IndicatorSet(id=source.name, title=source.title, about=source.about, indicators=indicators)


def _words_of(kept: Kept) -> str:
    said = [said for text in texts_of(kept.question) for said in text.texts.values()]
    return " ".join((kept.key, *kept.source.values(), *said)).casefold()
