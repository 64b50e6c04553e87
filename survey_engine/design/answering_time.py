"""How long answering takes: reading at the speed of the language, then answering by the kind of question.

Reading: 238 words a minute in English (Brysbaert 2019: adults, silently, non-fiction). Other languages in
proportion to the words that they need for the same content, as that review found: counted on 800
sentences that exist in all three, Latvian needs 0.84 and Russian 0.91 of the English words.
Answering: chosen so that an ordinary question of some 25 words with its options takes the ten to eleven
seconds that Pew Research Center (2022) counts, and an open one about a minute; each further thing to
judge, to put in its place or to give an amount is counted by itself.
"""

import re
from collections.abc import Iterator
from math import ceil

from survey_engine.design.kinds import (
    AnyQuestion,
    Contributing,
    Criteria,
    Date,
    Matrix,
    MultipleChoice,
    Number,
    OpenText,
    Points,
    Position,
    Ranking,
    Words,
)
from survey_engine.design.kinds.choice import Choice
from survey_engine.design.kinds.graded import Graded
from survey_engine.design.models import Form
from survey_engine.texts import Texts, pick

WORD = re.compile(r"\w+")
WORDS_A_MINUTE = {"en": 238, "lv": 200, "ru": 215}
# For a language that was not counted: the slowest of those that were.
USUAL_WORDS_A_MINUTE = min(WORDS_A_MINUTE.values())

CHOOSING = 4.0
CHOOSING_SEVERAL = 6.0
# Two things to weigh against each other, and to point at.
PLACING = 6.0
# One of many alike: the scale is known by then.
RATING = 2.0
CHOOSING_IN_ROW = 3.0
PLACING = 4.0
GIVING_AMOUNT = 5.0
WRITING_A_NUMBER = 6.0
CHOOSING_A_DAY = 8.0
WRITING_LONG = 50.0
WRITING_SHORT = 20.0
WRITING_A_WORD = 6.0


def answering_seconds(form: Form, language: str) -> int:
    """Return how many seconds an average adult needs for all questions in this language, rounded up."""
    return ceil(sum(question_seconds(question, language) for question in form.questions))


def answering_minutes(form: Form, language: str) -> int:
    """Return the same in whole minutes, rounded up: what people are told."""
    return ceil(answering_seconds(form, language) / 60)


def question_seconds(question: AnyQuestion, language: str) -> float:
    """Return the seconds for reading a question and answering it, in this language."""
    words = sum(len(WORD.findall(pick(text, language))) for text in _texts(question))
    reading = words * 60 / WORDS_A_MINUTE.get(language, USUAL_WORDS_A_MINUTE)
    return reading + _answering(question)


def _texts(question: AnyQuestion) -> Iterator[Texts]:
    yield question.text
    yield question.help
    if isinstance(question, Choice):
        yield from (option.label for option in question.options)
    if isinstance(question, Criteria):
        # Read again with each thing.
        yield from (one.label for one in question.criteria for _thing in question.options)
    if isinstance(question, Position):
        yield from (text for axis in (question.x, question.y) for text in (axis.name, axis.low, axis.high))
    if isinstance(question, Graded):
        yield from (question.low, question.between, question.high)


def _contributing(question: Contributing) -> float:
    """Return the seconds for voting on what the facilitator wrote, and for one text of one's own."""
    votes = len(question.options) if isinstance(question, Choice) else 0
    return CHOOSING * votes + (WRITING_SHORT if question.most else 0.0)


def _answering(question: AnyQuestion) -> float:
    if not question.takes_answers:
        return 0.0
    if isinstance(question, Contributing):
        return _contributing(question)
    if isinstance(question, OpenText):
        return WRITING_LONG if question.long else WRITING_SHORT
    if isinstance(question, Words):
        return WRITING_A_WORD * question.most
    if isinstance(question, Position):
        return PLACING * len(question.options)
    if isinstance(question, Criteria):
        return RATING * len(question.cells)
    if isinstance(question, Number | Date):
        return WRITING_A_NUMBER if isinstance(question, Number) else CHOOSING_A_DAY
    if isinstance(question, Matrix):
        return max(CHOOSING, CHOOSING_IN_ROW * len(question.options))
    if isinstance(question, Ranking):
        return PLACING * question.places
    if isinstance(question, Points) and not question.is_budget:
        return GIVING_AMOUNT * len(question.options)
    return CHOOSING_SEVERAL if isinstance(question, MultipleChoice | Points) else CHOOSING
