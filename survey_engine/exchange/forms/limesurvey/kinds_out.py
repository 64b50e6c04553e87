"""Each kind of question as a LimeSurvey item: one function for each kind, one entry in WRITERS."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from survey_engine.design.kinds import (
    CANT_SAY,
    Information,
    MultipleChoice,
    OpenText,
    Scale,
    SingleChoice,
    Statement,
    Words,
)
from survey_engine.design.kinds.words import LONGEST_ENTRY
from survey_engine.exchange.forms.wording import OWN_WORDS, said
from survey_engine.texts import Texts

Languages = Sequence[str]
Labelled = tuple[str, Texts]
# Between a point of a scale and the label of its end.
DASH = " – "
NO_ANSWER = "na"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind makes of an item: its letter, its parts as (code, label), its attributes.

    `kind` is set where the letter alone would come back as another kind.
    """

    letter: str
    answers: Sequence[Labelled] = ()
    subquestions: Sequence[Labelled] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""


def write_single(question: SingleChoice, languages: Languages) -> Shape:
    """Return a list of radio buttons."""
    return Shape("L", answers=[(option.code, option.label) for option in question.options])


def write_multiple(question: MultipleChoice, languages: Languages) -> Shape:
    """Return check boxes: each option is a sub-question."""
    limits = {"min_answers": question.least or "", "max_answers": question.most or ""}
    return Shape(
        "M",
        subquestions=[(option.code, option.label) for option in question.options],
        attributes={name: str(number) for name, number in limits.items() if number},
    )


def write_scale(question: Scale, languages: Languages) -> Shape:
    """Return a list with a radio button for each point, its ends labelled, and "can't say" at the end."""
    points = [
        (code, _point(code, question.label(code), languages)) for code in question.codes() if code.isdigit()
    ]
    way_out = [(NO_ANSWER, said(OWN_WORDS[CANT_SAY], languages))] if question.cant_say else []
    return Shape("L", answers=[*points, *way_out], kind=question.kind)


def write_open(question: OpenText, languages: Languages) -> Shape:
    """Return a short or a long text."""
    return Shape("T" if question.long else "S", attributes={"maximum_chars": str(question.longest)})


def write_words(question: Words, languages: Languages) -> Shape:
    """Return several short texts."""
    numbers = [str(number) for number in range(1, question.most + 1)]
    return Shape(
        "Q",
        subquestions=[(number, dict.fromkeys(languages, number)) for number in numbers],
        attributes={"maximum_chars": str(LONGEST_ENTRY)},
        kind=question.kind,
    )


def write_statement(question: Statement, languages: Languages) -> Shape:
    """Return a list of the three votes."""
    return Shape(
        "L",
        answers=[(code, said(OWN_WORDS[code], languages)) for code in question.codes()],
        kind=question.kind,
    )


def write_information(question: Information, languages: Languages) -> Shape:
    """Return a text to read."""
    return Shape("X")


WRITERS: Mapping[str, Callable[[Any, Languages], Shape]] = {
    "single": write_single,
    "multiple": write_multiple,
    "scale": write_scale,
    "open": write_open,
    "words": write_words,
    "statement": write_statement,
    "information": write_information,
}


def _point(code: str, label: Texts, languages: Iterable[str]) -> Texts:
    return {
        language: code + (DASH + label[language] if label.get(language) else "") for language in languages
    }
