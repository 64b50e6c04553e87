"""Negations that turn round what "no" or "disagree" means."""

import re
from collections.abc import Iterator

from survey_engine.design.kinds import Question, Statement, YesNo
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.wording.advice import Advice, Place, WordingCheck
from survey_engine.design.wording.leading import leading
from survey_engine.design.wording.lexicons import Found, find, has
from survey_engine.design.wording.texts import labels_of

CLAUSE_ENDS = re.compile(r"[,;:.!?—]")


def double_negation(question: Question, language: str) -> Iterator[Advice]:
    """Advise on a negation that people answer by yes or no, by agreeing, or that meets another one."""
    text = question.text.get(language, "")
    if question.takes_text or not question.takes_answers or next(leading(question, language), None):
        return
    found = _negations(text, language)
    turned = (
        found
        if isinstance(question, Statement) or _asks_to_agree(question, text, language)
        else [one for one in found if _is_first_clause(text, one)]
        if _asks_yes_or_no(question, text, language)
        else []
    )
    for one in (turned or _meeting(found, text, language))[:1]:
        yield Advice(
            check=WordingCheck.DOUBLE_NEGATION,
            language=language,
            question_id=question.id,
            place=Place.TEXT,
            start=one.start,
            end=one.end,
            passage=text[one.start : one.end],
        )


def _negations(text: str, language: str) -> list[Found]:
    """Return the negations of a text, without those that only name the other side."""
    harmless = [*find("both_sides", language, text), *find("harmless_negations", language, text)]
    found = [
        one
        for one in find("negations", language, text)
        if not any(h.start <= one.start and one.end <= h.end for h in harmless)
    ]
    return sorted(found, key=lambda one: one.start)


def _asks_to_agree(question: Question, text: str, language: str) -> bool:
    labels = " ; ".join(label.text for label in labels_of(question, language))
    return has("agreeing", language, text) or has("agreeing", language, labels)


def _asks_yes_or_no(question: Question, text: str, language: str) -> bool:
    if not isinstance(question, Choice):
        return isinstance(question, YesNo)
    labels = labels_of(question, language)
    return any(has("yes_or_no", language, label.text) for label in labels[:2])


def _is_first_clause(text: str, one: Found) -> bool:
    return CLAUSE_ENDS.search(text[: one.start]) is None


def _meeting(found: list[Found], text: str, language: str) -> list[Found]:
    """Return the negation that meets a negative word ("not unreasonable") or another negation."""
    negative = sorted(find("negative_words", language, text), key=lambda one: one.start)
    for one in found:
        for other in negative:
            if one.end <= other.start and not CLAUSE_ENDS.search(text[one.end : other.start]):
                return [Found(start=one.start, end=other.end)]
    return []
